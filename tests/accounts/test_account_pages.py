"""What people change on their account, and who hears of it."""

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user
from django.db import IntegrityError
from django.test import Client
from django.utils import timezone

from accounts.models import User
from tests.accounts.conftest import PASSWORD, PHONE

NEW = "+8613900139000"


@pytest.fixture
def inside(client, person, log_in):
    """Somebody with a number and an address who has just proved it again."""
    user = person(phone=PHONE, email="old@example.com")
    log_in("13800138000")
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return user


def test_a_new_number_counts_once_it_is_proved_and_the_old_one_is_told(client, inside, post):
    response = client.post("/accounts/phone/change/", {"phone": "13900139000"})
    inside.refresh_from_db()
    assert inside.phone == PHONE
    assert [letter.to for letter in post.sent] == [NEW]
    client.post(response.url, {"code": post.code})
    inside.refresh_from_db()
    assert inside.phone == NEW
    told = post.to(PHONE) + post.to("old@example.com")
    assert len(told) == 2
    assert all("139****9000" in letter.text for letter in told)


def test_a_new_address_counts_once_it_is_proved_and_the_old_one_is_told(client, inside, post):
    response = client.post("/accounts/email/", {"email": "new@example.com", "action_add": ""})
    inside.refresh_from_db()
    assert inside.email == "old@example.com"
    client.post(response.url, {"code": post.code})
    inside.refresh_from_db()
    assert inside.email == "new@example.com"
    assert list(EmailAddress.objects.values_list("email", "verified")) == [("new@example.com", True)]
    assert "登录邮箱已经更换" in post.to("old@example.com")[0].text


def test_a_number_that_another_account_has_cannot_be_taken(client, inside, post, person):
    person(phone=NEW)
    response = client.post("/accounts/phone/change/", {"phone": "13900139000"})
    client.post(response.url, {"code": post.code})
    inside.refresh_from_db()
    assert inside.phone == PHONE


def test_who_left_the_computer_open_changes_nothing_without_the_password(client, person, log_in, post):
    person(phone=PHONE, email="old@example.com")
    log_in("13800138000")
    response = client.post("/accounts/phone/change/", {"phone": "13900139000"})
    assert response.url.startswith("/accounts/reauthenticate/")
    assert post.sent == []


def test_a_new_number_is_not_forgotten_while_the_password_is_asked_for(client, person, log_in, post):
    user = person(phone=PHONE)
    log_in("13800138000")
    way = client.post("/accounts/phone/change/", {"phone": "13900139000"}).url
    answer = client.post(way, {"password": PASSWORD, "next": "/accounts/phone/change/"})
    client.post(answer.url, {"code": post.code})
    user.refresh_from_db()
    assert user.phone == NEW


def test_somebody_with_a_number_adds_an_address(client, person, log_in, post):
    user = person(phone=PHONE)
    log_in("13800138000")
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    response = client.post("/accounts/email/", {"email": "new@example.com", "action_add": ""})
    client.post(response.url, {"code": post.code})
    user.refresh_from_db()
    assert user.email == "new@example.com"


def test_one_other_device_is_signed_out(client, inside, log_in):
    other = Client(headers={"user-agent": "Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0"})
    other.post("/accounts/login/", {"login": "13800138000", "password": PASSWORD})
    page = client.get("/accounts/sessions/").content.decode()
    assert "安卓 · 微信" in page
    session = UserSession.objects.get(session_key=other.session.session_key)
    client.post(f"/accounts/sessions/{session.pk}/end/")
    assert not get_user(other).is_authenticated
    assert get_user(client) == inside


def test_all_other_devices_are_signed_out(client, inside):
    other = Client()
    other.post("/accounts/login/", {"login": "13800138000", "password": PASSWORD})
    client.post("/accounts/sessions/")
    assert not get_user(other).is_authenticated
    assert get_user(client) == inside


def test_nobody_signs_out_the_devices_of_others(client, inside, person):
    person(phone=NEW)
    other = Client()
    other.post("/accounts/login/", {"login": "13900139000", "password": PASSWORD})
    session = UserSession.objects.get(session_key=other.session.session_key)
    assert client.post(f"/accounts/sessions/{session.pk}/end/").status_code == 404
    assert get_user(other).is_authenticated


@pytest.mark.parametrize(
    "address",
    [
        "",
        "phone/change/",
        "email/",
        "password/change/",
        "2fa/",
        "sessions/",
        "2fa/webauthn/",
        "logout/",
        "consent/",
        "3rdparty/",
    ],
)
def test_each_page_of_the_account_opens_for_people_with_a_number_only(client, person, log_in, address):
    person(phone=PHONE)
    log_in("13800138000")
    response = client.get(f"/accounts/{address}")
    assert response.status_code == 200
    assert "style=" not in response.content.decode()


@pytest.mark.parametrize("address", ["", "consent/", "2fa/", "sessions/", "phone/change/"])
def test_strangers_are_asked_to_log_in(client, db, address):
    assert client.get(f"/accounts/{address}").url == f"/accounts/login/?next=/accounts/{address}"


def test_looking_at_the_account_costs_few_queries(client, inside, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        client.get("/accounts/")


def test_two_accounts_never_have_one_proved_number(inside):
    with pytest.raises(IntegrityError):
        User.objects.create(phone=PHONE, phone_verified_at=timezone.now())
