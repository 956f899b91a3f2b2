"""Staff prove more than a password before the admin opens; anybody may."""

import os
import subprocess
import sys
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.contrib.auth import get_user

from accounts.second_factor import MFAAdapter
from tests.accounts.conftest import PASSWORD, PHONE


@pytest.fixture(autouse=True)
def _required(settings):
    settings.STAFF_SECOND_FACTOR = True


def digits(secret):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


@pytest.fixture
def staff(person):
    return person(email="boss@example.com", is_staff=True, is_superuser=True, role="staff")


@pytest.mark.parametrize("address", ["/admin/", "/admin/accounts/user/", "/admin/accounts/company/add/", "/admin/jsi18n/"])
def test_staff_without_one_are_led_to_set_it_up(client, staff, log_in, address):
    log_in("boss@example.com")
    assert client.get(address).url == "/accounts/2fa/"
    page = client.get("/accounts/2fa/").content.decode()
    assert "进入管理后台前" in page
    assert "/accounts/2fa/webauthn/add/" in page


def test_they_can_still_leave(client, staff, log_in):
    log_in("boss@example.com")
    client.post("/admin/logout/")
    assert not get_user(client).is_authenticated


def test_an_app_opens_the_admin_and_is_asked_for_at_the_next_login(
    client, staff, log_in, post, django_capture_on_commit_callbacks
):
    log_in("boss@example.com")
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    client.get("/accounts/2fa/totp/activate/")
    secret = client.session["mfa.totp.secret"]
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/accounts/2fa/totp/activate/", {"code": digits(secret)})
    assert client.get("/admin/").status_code == 200
    assert "验证器应用已经启用" in post.sent[-1].text
    client.post("/accounts/logout/")
    response = log_in("boss@example.com")
    assert response.url == "/accounts/2fa/authenticate/"
    assert not get_user(client).is_authenticated
    assert client.get("/admin/").status_code == 302


def test_a_recovery_code_lets_in_once(client, person, log_in):
    user = person(phone=PHONE)
    TOTP.activate(user, generate_totp_secret())
    code = RecoveryCodes.activate(user).get_unused_codes()[0]
    for is_let_in in (True, False):
        response = log_in("13800138000")
        client.post(response.url, {"code": code})
        assert get_user(client).is_authenticated == is_let_in
        client.post("/accounts/logout/")


def test_recovery_codes_alone_are_no_second_factor(client, staff, log_in):
    RecoveryCodes.activate(staff)
    log_in("boss@example.com")
    assert client.get("/admin/").url == "/accounts/2fa/"


def test_staff_keep_one_and_others_may_do_without(staff, person):
    other = person(phone=PHONE)
    for user in (staff, other):
        TOTP.activate(user, generate_totp_secret())
    assert not MFAAdapter().can_delete_authenticator(Authenticator.objects.get(user=staff))
    assert MFAAdapter().can_delete_authenticator(Authenticator.objects.get(user=other))


def test_the_secret_does_not_lie_open_in_the_database(staff, settings):
    secret = generate_totp_secret()
    TOTP.activate(staff, secret)
    row = Authenticator.objects.get(user=staff)
    assert secret not in str(row.data)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "a new one"
    assert row.wrap().validate_code(digits(secret))


def test_it_is_switched_off_for_development_only():
    code = "from axrc import settings; print(settings.STAFF_SECOND_FACTOR)"
    for debug, is_required in (("1", "False"), ("0", "True")):
        environment = os.environ | {"DEBUG": debug, "STAFF_SECOND_FACTOR": "0", "SECRET_KEY": "x" * 50}
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == is_required
