"""Letters to people: what is in them, when they leave, and what becomes of those that can't."""

from datetime import timedelta

import pytest
from django.core import mail as django_mail
from django.core.management import call_command
from django.db import transaction
from django.template import TemplateDoesNotExist
from django.utils import timezone

from axrc import mail
from axrc.mail import delivery
from axrc.mail.models import MOST_TRIES, Letter
from axrc.mail.sms import outbox
from axrc.mail.tasks import deliver
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
BROKEN = "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture
def broken_server(settings):
    """An e-mail server that nobody answers at."""
    settings.EMAIL_BACKEND = BROKEN
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1


def test_a_person_gets_a_letter_with_text_and_markup(through, settings):
    settings.DEFAULT_FROM_EMAIL = "安溪人才网 <post@axrc.example>"
    with through():
        mail.send("shop/welcome", to=UserFactory(email="wang@example.com"), name="王小安")
    [letter] = django_mail.outbox
    assert letter.to == ["wang@example.com"]
    assert letter.subject == "欢迎 王小安"
    assert letter.from_email == "安溪人才网 <post@axrc.example>"
    assert letter.body.startswith("王小安，您好！http")
    [(markup, kind)] = letter.alternatives
    assert kind == "text/html"
    assert "<p>王小安</p>" in markup
    assert letter.message()["Auto-Submitted"] == "auto-generated"


def test_a_letter_may_be_text_alone(through):
    with through():
        mail.send("shop/plain", to="wang@example.com", name="王小安")
    assert django_mail.outbox[0].alternatives == []


def test_text_is_not_escaped_and_markup_is(through):
    with through():
        mail.send("shop/welcome", to="wang@example.com", name="<b>王&李</b>")
    [letter] = django_mail.outbox
    assert "<b>王&李</b>，您好" in letter.body
    assert "&lt;b&gt;王&amp;李&lt;/b&gt;" in letter.alternatives[0][0]


def test_a_name_can_not_add_a_header(through):
    with through():
        mail.send("shop/welcome", to="wang@example.com", name="a\r\nBcc: all@example.com")
    assert django_mail.outbox[0].subject == "欢迎 a Bcc: all@example.com"


def test_nothing_leaves_before_the_transaction_is_through(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=False) as waiting:
        mail.send("shop/plain", to="wang@example.com")
    assert django_mail.outbox == []
    assert len(waiting) == 1


@pytest.mark.django_db(transaction=True)
def test_a_deed_that_fails_sends_nothing():
    with transaction.atomic():
        mail.send("shop/plain", to="wang@example.com")
        transaction.set_rollback(True)
    assert django_mail.outbox == []
    assert not Letter.objects.exists()


def test_who_has_only_a_number_gets_a_text_message(through):
    with through():
        mail.send("shop/welcome", to=UserFactory(email=None, phone="+8613800138000"), name="王小安")
    assert django_mail.outbox == []
    assert [(message.number, message.text) for message in outbox] == [("+8613800138000", "王小安，欢迎。")]


@pytest.mark.parametrize("person", [{"phone": "+8613800138000"}, {"phone": None}])
def test_who_can_not_be_reached_by_a_letter_is_no_mistake(through, person):
    with through():
        mail.send("shop/plain", to=UserFactory(email=None, **person))
    assert (django_mail.outbox, outbox) == ([], [])


def test_a_forgotten_template_is_seen_at_once():
    with pytest.raises(TemplateDoesNotExist):
        mail.send("shop/missing", to="wang@example.com")


def test_what_was_sent_is_kept_nowhere(through):
    with through():
        mail.send("shop/welcome", to="wang@example.com", name="王小安")
    assert not Letter.objects.exists()


@pytest.mark.usefixtures("broken_server")
def test_a_deed_does_not_fail_with_the_server(through):
    with through():
        mail.send("shop/plain", to="wang@example.com", name="王小安")
    letter = Letter.objects.get()
    assert (letter.tries, letter.error, letter.claimed_at) == (1, "ConnectionRefusedError", None)


def test_a_failed_letter_is_sent_later(through, settings):
    settings.EMAIL_BACKEND, working = BROKEN, settings.EMAIL_BACKEND
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with through():
        mail.send("shop/plain", to="wang@example.com", name="王小安")
    settings.EMAIL_BACKEND = working
    Letter.objects.update(created_at=timezone.now() - timedelta(minutes=2))
    call_command("send_waiting_letters", verbosity=0)
    assert len(django_mail.outbox) == 1
    assert not Letter.objects.exists()


def letter(**fields):
    values = {"kind": "email", "to": "wang@example.com", "template": "shop/plain", "subject": "通知", "text": "内容"}
    times = {"created_at": timezone.now() - timedelta(hours=1), "useful_until": timezone.now() + timedelta(hours=1)}
    return Letter.objects.create(**values | times | fields)


@pytest.mark.parametrize("fields", [{"useful_until": timezone.now() - timedelta(seconds=1)}, {"tries": MOST_TRIES}])
def test_what_is_too_late_or_fails_always_is_given_up(fields):
    made = letter(**fields)
    deliver.enqueue(made.pk)
    assert delivery.send_waiting(deliver.enqueue) == 0
    assert django_mail.outbox == []
    assert not Letter.objects.exists()


def test_a_letter_whose_worker_died_is_sent_by_another():
    letter(claimed_at=timezone.now() - timedelta(minutes=11))
    assert delivery.send_waiting(deliver.enqueue) == 1
    assert len(django_mail.outbox) == 1


def test_a_letter_that_somebody_is_at_is_left_alone():
    made = letter(claimed_at=timezone.now())
    deliver.enqueue(made.pk)
    assert delivery.send_waiting(deliver.enqueue) == 0
    assert django_mail.outbox == []


def test_a_task_that_runs_twice_sends_once():
    made = letter()
    deliver.enqueue(made.pk)
    deliver.enqueue(made.pk)
    assert len(django_mail.outbox) == 1


def test_two_workers_with_the_same_letter_send_once(monkeypatch):
    made, sent = letter(), []

    def slowly(letter):
        """While one worker talks to the server, the other begins."""
        sent.append(letter.pk)
        delivery.deliver(letter.pk)

    monkeypatch.setattr(delivery, "hand_over", slowly)
    delivery.deliver(made.pk)
    assert sent == [made.pk]


def test_staff_see_that_letters_wait_and_not_what_is_in_them(admin_client):
    made = letter(text="验证码 482913", error="ConnectionRefusedError")
    for address in ("/admin/mail/letter/", f"/admin/mail/letter/{made.pk}/change/"):
        page = admin_client.get(address).content.decode()
        assert "ConnectionRefusedError" in page
        assert "482913" not in page
        assert "wang@example.com" not in page
