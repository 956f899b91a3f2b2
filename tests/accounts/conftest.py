"""People who register and log in."""

import re
from types import SimpleNamespace

import pytest
from allauth.account.models import EmailAddress
from django.template.loader import render_to_string
from django.utils import timezone

from accounts import consents
from axrc import mail
from tests.factories import UserFactory

PASSWORD = "tieguanyin-2026"
PHONE = "+8613800138000"


class Post:
    """What was sent, e-mail and text messages together."""

    def __init__(self):
        self.sent = []

    def send(self, name, *, to, useful_for=None, **context):
        if isinstance(to, str) or to.email:
            self.put(to if isinstance(to, str) else to.email, f"{name}.txt", context, f"{name}.subject.txt")
        elif to.phone:
            self.put(to.phone, f"{name}.sms.txt", context)

    def sms(self, number, name, *, sender="", claimed=False, useful_for=None, **context):
        if not claimed:
            mail.claim_sms(number, sender)
        self.put(number, f"{name}.txt", context)

    def put(self, to, template, context, *more):
        context = {"site_name": "安溪人才网", "site_url": "https://www.axrc.net", **context}
        text = "\n".join(render_to_string(part, context) for part in (*more, template))
        self.sent.append(SimpleNamespace(to=to, template=template, text=text))

    def to(self, address):
        return [letter for letter in self.sent if letter.to == address]

    @property
    def code(self):
        return re.search(r"(?<!\d)\d{6}(?!\d)", self.sent[-1].text)[0]


@pytest.fixture
def post(monkeypatch, settings):
    settings.SMS_BACKEND = "axrc.mail.sms.locmem.Backend"
    post = Post()
    monkeypatch.setattr(mail, "send", post.send)
    monkeypatch.setattr(mail, "sms", post.sms)
    return post


@pytest.fixture
def person(db):
    """A confirmed account: person(email=..., phone=...) with PASSWORD."""

    def make(email=None, phone=None, **fields):
        user = UserFactory(email=email, phone=phone, phone_verified_at=phone and timezone.now(), **fields)
        user.set_password(PASSWORD)
        user.save()
        if email:
            EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
        consents.agree(user)
        return user

    return make


@pytest.fixture
def log_in(client):
    def enter(login, password=PASSWORD):
        return client.post("/accounts/login/", {"login": login, "password": password})

    return enter
