"""Coming in by password or by code, and back in without the password."""

import pytest
from django.contrib.auth import get_user

from accounts.models import User
from tests.accounts.conftest import PASSWORD, PHONE


@pytest.mark.parametrize("login", ["138 0013 8000", "+8613800138000", "13800138000"])
def test_a_number_and_the_password_let_in(client, person, log_in, login):
    user = person(phone=PHONE)
    log_in(login)
    assert get_user(client) == user


def test_an_address_in_capitals_lets_in(client, person, log_in):
    user = person(email="lin@example.com")
    log_in("Lin@Example.com")
    assert get_user(client) == user


@pytest.mark.parametrize(("way", "address"), [("phone", "13800138000"), ("email", "lin@example.com")])
def test_a_code_lets_in(client, person, post, way, address):
    user = person(phone=PHONE, email="lin@example.com")
    response = client.post("/accounts/login/code/", {way: address})
    client.post(response.url, {"code": post.code})
    assert get_user(client) == user


def test_a_code_comes_from_six_digits_and_lasts_for_one_login(client, person, post):
    person(phone=PHONE)
    response = client.post("/accounts/login/code/", {"phone": "13800138000"})
    code = post.code
    client.post(response.url, {"code": code})
    client.post("/accounts/logout/")
    assert client.post(response.url, {"code": code}).status_code == 302
    assert not get_user(client).is_authenticated


def test_who_forgot_the_password_sets_a_new_one_after_the_code(client, person, post):
    user = person(phone=PHONE)
    response = client.post("/accounts/login/code/", {"phone": "13800138000"})
    client.post(response.url, {"code": post.code})
    assert "oldpassword" not in client.get("/accounts/password/change/").content.decode()
    client.post("/accounts/password/change/", {"password1": "new-tea-2027", "password2": "new-tea-2027"})
    user.refresh_from_db()
    assert user.check_password("new-tea-2027")
    assert post.sent[-1].to == PHONE
    assert "登录密码已经修改" in post.sent[-1].text


def test_who_came_by_password_needs_the_old_one(client, person, log_in):
    person(phone=PHONE)
    log_in("13800138000")
    response = client.post("/accounts/password/change/", {"password1": "new-tea-2027", "password2": "new-tea-2027"})
    assert response.status_code == 200
    assert User.objects.get().check_password(PASSWORD)


def test_the_reset_page_shows_the_way_for_people_with_a_number_only(client, db):
    page = client.get("/accounts/password/reset/").content.decode()
    assert "用短信验证码登录" in page
    assert 'href="/accounts/login/code/"' in page


def test_a_letter_leads_to_a_new_password(client, person, post):
    user = person(email="lin@example.com")
    client.post("/accounts/password/reset/", {"email": "lin@example.com"})
    address = post.sent[-1].text.split("http://testserver")[1].split()[0]
    form = client.get(address).url
    client.post(form, {"password1": "new-tea-2027", "password2": "new-tea-2027"})
    user.refresh_from_db()
    assert user.check_password("new-tea-2027")


def test_wrong_passwords_for_one_number_do_not_lock_out_others(client, person, log_in):
    user = person(phone=PHONE)
    for _ in range(6):
        log_in("13900139000", "wrong-password")
    log_in("13800138000")
    assert get_user(client) == user


def test_too_many_wrong_passwords_lock_the_number_for_a_while(client, person, log_in):
    person(phone=PHONE)
    for _ in range(5):
        log_in("13800138000", "wrong-password")
    log_in("+86 138 0013 8000")
    assert not get_user(client).is_authenticated


def test_an_account_that_is_switched_off_stays_outside(client, person, log_in):
    person(phone=PHONE, is_active=False)
    response = log_in("13800138000")
    assert response.url == "/accounts/inactive/"
    assert not get_user(client).is_authenticated
