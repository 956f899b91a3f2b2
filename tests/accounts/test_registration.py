"""Joining by mobile number or e-mail, confirmed by a code."""

from unittest import mock

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache

from accounts.models import User
from tests.accounts.conftest import PASSWORD, PHONE

SIGNUP = "/accounts/signup/"


def form(**fields):
    return {"role": "seeker", "password1": PASSWORD, "consent": "on"} | fields


def is_logged_in(client):
    return "_auth_user_id" in client.session


@pytest.mark.parametrize(
    "typed", ["13800138000", "138 0013 8000", "+86 138-0013-8000", "１３８００１３８０００", "8613800138000"]
)
def test_a_seeker_joins_by_number_however_it_is_written(client, db, post, typed):
    response = client.post(SIGNUP, form(phone=typed))
    assert response.url == "/accounts/phone/verify/"
    assert not is_logged_in(client)
    client.post(response.url, {"code": post.code})
    assert is_logged_in(client)
    user = User.objects.get()
    assert (user.phone, user.email, user.role) == (PHONE, None, "seeker")
    assert user.phone_verified_at


def test_an_employer_joins_by_e_mail(client, db, post):
    response = client.post(SIGNUP, form(email="Lin@Example.com", role="employer"))
    assert response.url == "/accounts/confirm-email/"
    client.post(response.url, {"code": post.code})
    assert is_logged_in(client)
    assert EmailAddress.objects.get(email="lin@example.com").verified
    assert User.objects.get().role == "employer"


def test_the_address_says_who_joins(client, db):
    assert 'value="employer" required id="id_role_1" checked' in client.get(f"{SIGNUP}?role=employer").content.decode()
    assert "checked" not in client.get(SIGNUP).content.decode()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"phone": "13800138000", "consent": ""}, "同意后勾选"),
        ({}, "请填写手机号或邮箱"),
        ({"phone": "13800138000", "email": "a@example.com"}, "填一个就行"),
        ({"phone": "0595-23000001"}, "11 位手机号"),
        ({"phone": "+1 202 555 0100"}, "11 位手机号"),
        ({"phone": "13800138000", "role": "staff"}, "求职者还是企业"),
        ({"email": "a@example.com", "password1": "123456"}, "密码"),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_is_sent(client, db, post, wrong, said):
    response = client.post(SIGNUP, form(**wrong))
    assert response.status_code == 200
    assert said in response.content.decode()
    assert post.sent == []
    assert not User.objects.exists()


def test_many_join_without_an_address(client, db, post):
    for number in ("13800138000", "13800138001"):
        client.cookies.clear()
        client.post(SIGNUP, form(phone=number))
    assert list(User.objects.values_list("email", flat=True)) == [None, None]


def test_what_was_agreed_to_is_kept_with_version_and_time(client, db, post):
    client.post(SIGNUP, form(phone="13800138000"))
    consents = User.objects.get().consents.standing()
    assert {(consent.kind, consent.version) for consent in consents} == {("terms", "1"), ("privacy", "1")}


def test_three_wrong_codes_end_the_attempt(client, db, post):
    client.post(SIGNUP, form(phone="13800138000"))
    answers = [client.post("/accounts/phone/verify/", {"code": "000000"}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 302]
    assert not is_logged_in(client)


def test_an_address_that_somebody_else_began_with_goes_to_its_owner(client, db, post):
    """Who registers with another person's address and a password of his own must not share the account later."""
    client.post(SIGNUP, form(email="lin@example.com", password1="squatters-pass-1"))
    client.cookies.clear()
    cache.clear()  # ten seconds later
    response = client.post(SIGNUP, form(email="lin@example.com"))
    client.post(response.url, {"code": post.code})
    user = User.objects.get()
    assert is_logged_in(client)
    assert user.check_password(PASSWORD)


def test_a_code_does_not_open_an_account_that_was_never_confirmed(client, db, post):
    client.post(SIGNUP, form(email="lin@example.com", password1="squatters-pass-1"))
    client.cookies.clear()
    client.post("/accounts/login/code/", {"email": "lin@example.com"})
    assert post.sent[-1].template.endswith("unknown_account.txt")


def test_a_number_belongs_to_who_proved_it(client, db, post, person):
    """Many may type it, one may have it."""
    other = person(email="other@example.com")
    User.objects.filter(pk=other.pk).update(phone=PHONE)
    response = client.post(SIGNUP, form(phone="13800138000"))
    client.post(response.url, {"code": post.code})
    assert User.objects.with_phone(PHONE).get() != other


def test_a_site_without_text_messages_asks_for_no_number(client, db, post, settings, monkeypatch):
    monkeypatch.setattr("axrc.mail.can_sms", lambda: False)
    assert 'name="phone"' not in client.get(SIGNUP).content.decode()
    response = client.post(SIGNUP, form(email="lin@example.com"))
    assert response.url == "/accounts/confirm-email/"


def test_a_second_message_within_a_minute_is_refused_kindly(client, db, post):
    client.post(SIGNUP, form(phone="13800138000"))
    client.cookies.clear()
    response = client.post(SIGNUP, form(phone="13800138000"))
    assert response.status_code == 200
    assert "1 分钟后再试" in response.content.decode()


def test_sending_again_too_soon_says_when(client, db, post):
    client.post(SIGNUP, form(phone="13800138000"))
    response = client.post("/accounts/phone/verify/", {"action": "resend"}, follow=True)
    assert "1 分钟后再试" in response.content.decode()
    assert "6 位验证码" in response.content.decode()
    assert len(post.sent) == 1


def test_one_address_cannot_ask_for_messages_to_many_numbers(client, db, post):
    for number in range(13):
        client.cookies.clear()
        client.post("/accounts/login/code/", {"phone": f"138001380{number:02}"})
    assert len(post.sent) == 10


def test_two_who_prove_one_number_at_once_leave_it_with_the_first(client, db, post, person):
    """The second looks before the first has saved, so that only the database knows."""
    client.post(SIGNUP, form(phone="13800138000"))
    first = person(phone=PHONE)
    with mock.patch("accounts.adapters.AccountAdapter.get_user_by_phone", return_value=None):
        response = client.post("/accounts/phone/verify/", {"code": post.code}, follow=True)
    assert "刚刚被另一个账号验证" in response.content.decode()
    assert User.objects.with_phone(PHONE).get() == first
