"""Known and unknown accounts look the same: same answers, same work, same number of messages."""

import re

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.core.cache import cache
from django.test import Client

from tests.accounts.conftest import PASSWORD

KNOWN = {"email": "known@example.com", "phone": "13800138000"}
UNKNOWN = {"email": "other@example.com", "phone": "13900139000"}


@pytest.fixture
def known(person):
    return person(email=KNOWN["email"]), person(phone="+8613800138000")


@pytest.fixture
def hashed(monkeypatch):
    """How often a password was hashed, which is nearly all the time that such a request takes."""
    calls = []
    encode = PBKDF2PasswordHasher.encode
    monkeypatch.setattr(PBKDF2PasswordHasher, "encode", lambda self, *args: calls.append(1) or encode(self, *args))
    return calls


def seen(response, address):
    """What a stranger sees, without what was typed and without tokens."""
    text = response.content.decode()
    for form in (address, address.upper(), re.sub(r"(\d{3})(\d{4})(\d{4})", r"\1 \2 \3", address)):
        text = text.replace(form, "…")
    text = re.sub(r'(name="csrfmiddlewaretoken" value=|nonce=)"[^"]*"', "", text)
    return response.status_code, response.headers.get("Location"), sorted(response.cookies), text


def compared(post, hashed, act):
    """What each of the two addresses brings about."""
    results = {}
    for name, address in (("known", KNOWN), ("unknown", UNKNOWN)):
        client, before_sent, before_hashed = Client(), len(post.sent), len(hashed)
        results[name] = act(client, address), len(post.sent) - before_sent, len(hashed) - before_hashed
    return results["known"], results["unknown"]


@pytest.mark.parametrize("way", ["email", "phone"])
def test_logging_in_with_a_wrong_password(known, post, hashed, way):
    def act(client, address):
        return seen(client.post("/accounts/login/", {"login": address[way], "password": "wrong-password"}), address[way])

    one, other = compared(post, hashed, act)
    assert one == other


@pytest.mark.parametrize("way", ["email", "phone"])
def test_registering(known, post, hashed, way):
    def act(client, address):
        fields = {"role": "seeker", "password1": PASSWORD, "consent": "on", way: address[way]}
        response = client.post("/accounts/signup/", fields)
        entry = client.get(response.url)
        wrong = client.post(response.url, {"code": "000000"})
        return [seen(answer, address[way]) for answer in (response, entry, wrong)]

    one, other = compared(post, hashed, act)
    assert one == other
    assert one[1] == 1


@pytest.mark.parametrize("way", ["email", "phone"])
def test_asking_for_a_code(known, post, hashed, way):
    def act(client, address):
        response = client.post("/accounts/login/code/", {way: address[way]})
        entry = client.get(response.url)
        wrong = [client.post(response.url, {"code": "000000"}) for _ in range(3)]
        return [seen(answer, address[way]) for answer in (response, entry, *wrong)]

    one, other = compared(post, hashed, act)
    assert one == other
    assert one[1] == 1


@pytest.mark.parametrize("is_too_soon", [True, False])
@pytest.mark.parametrize("way", ["email", "phone"])
@pytest.mark.parametrize("deed", ["signup", "login"])
def test_having_a_code_sent_again(known, post, hashed, way, deed, is_too_soon):
    """The second message goes to the known account only; what is seen is the same."""

    def act(client, address):
        fields = {"role": "seeker", "password1": PASSWORD, "consent": "on"} if deed == "signup" else {}
        entry = client.post(
            {"signup": "/accounts/signup/", "login": "/accounts/login/code/"}[deed], {way: address[way]} | fields
        ).url
        if not is_too_soon:
            cache.clear()
        again = client.post(entry, {"action": "resend"})
        return [seen(answer, address[way]) for answer in (again, client.get(entry))]

    one, other = compared(post, hashed, act)
    assert one[0] == other[0]


def test_resetting_the_password(known, post, hashed):
    def act(client, address):
        response = client.post("/accounts/password/reset/", {"email": address["email"]})
        return [seen(answer, address["email"]) for answer in (response, client.get(response.url))]

    one, other = compared(post, hashed, act)
    assert one == other
    assert one[1] == 1


@pytest.mark.parametrize("way", ["email", "phone"])
def test_being_locked_out_after_wrong_passwords(known, post, hashed, way):
    def act(client, address):
        cache.clear()
        answers = [client.post("/accounts/login/", {"login": address[way], "password": "wrong"}) for _ in range(6)]
        return [seen(answer, address[way]) for answer in answers]

    one, other = compared(post, hashed, act)
    assert one == other


@pytest.mark.parametrize(("way", "page"), [("email", "/accounts/email/"), ("phone", "/accounts/phone/change/")])
def test_moving_to_an_address_that_another_account_has(known, person, post, hashed, way, page):
    """Also who is signed in does not learn who else is here."""
    numbers = iter(["+8613700000001", "+8613700000002"])

    def act(client, address):
        mover = person(phone=next(numbers))
        client.post("/accounts/login/", {"login": mover.phone, "password": PASSWORD})
        client.post("/accounts/reauthenticate/", {"password": PASSWORD})
        cache.clear()
        response = client.post(page, {way: address[way], "action_add": ""})
        entry = client.get(response.url) if response.status_code == 302 else response
        texts = [seen(answer, address[way]) for answer in (response, entry)]
        return [[*parts, text.replace(mover.phone, "…")] for *parts, text in texts]

    one, other = compared(post, hashed, act)
    assert one == other
    assert one[0][0][0] == 302
    assert one[1] == 1
