"""People are asked again when the terms change, and what they agreed to is kept."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from accounts import consents
from accounts.models import PolicyVersion
from tests.accounts.conftest import PHONE


def change(kind="privacy", version="2026-11", **when):
    return PolicyVersion.objects.create(
        kind=kind, version=version, summary="增加了简历保存期限的说明", in_force_from=timezone.now() + timedelta(**when)
    )


@pytest.fixture
def inside(person, log_in):
    user = person(phone=PHONE)
    log_in("13800138000")
    return user


def test_who_agreed_is_not_asked(client, inside):
    assert client.get("/accounts/").status_code == 200


def test_a_new_version_is_put_before_everything_else(client, inside):
    change()
    response = client.get("/accounts/sessions/?page=2")
    assert response.url == "/accounts/consent/?next=%2Faccounts%2Fsessions%2F%3Fpage%3D2"
    page = client.get(response.url).content.decode()
    assert "增加了简历保存期限的说明" in page
    assert "checked" not in page


def test_agreeing_leads_on_and_is_kept(client, inside):
    change()
    response = client.post("/accounts/consent/", {"consent": "on", "next": "/accounts/sessions/"})
    assert response.url == "/accounts/sessions/"
    assert client.get(response.url).status_code == 200
    standing = {(consent.kind, consent.version) for consent in inside.consents.standing()}
    assert standing == {("terms", "1"), ("privacy", "1"), ("privacy", "2026-11")}


def test_an_unticked_box_agrees_to_nothing(client, inside):
    change()
    assert "同意后勾选" in client.post("/accounts/consent/", {"next": "/"}).content.decode()
    assert consents.outstanding(inside) == ["privacy"]


@pytest.mark.parametrize("way", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_agreeing_leads_nowhere_else(client, inside, way):
    assert client.post("/accounts/consent/", {"consent": "on", "next": way}).url == "/"


@pytest.mark.parametrize("address", ["/terms/", "/privacy/", "/accounts/logout/"])
def test_what_is_asked_about_can_be_read_and_left(client, inside, address):
    change()
    assert not getattr(client.get(address), "url", "").startswith("/accounts/consent/")


def test_a_version_waits_for_its_day(client, inside):
    change(days=1)
    assert client.get("/accounts/").status_code == 200
    cache.clear()
    assert consents.current_versions(timezone.now() + timedelta(days=2))["privacy"] == "2026-11"


def test_who_took_consent_back_is_asked_at_the_next_login(client, inside, log_in):
    consents.withdraw(inside)
    client.post("/accounts/logout/")
    log_in("13800138000")
    assert client.get("/accounts/").url.startswith("/accounts/consent/")
    client.post("/accounts/consent/", {"consent": "on"})
    assert inside.consents.count() == 4


def test_agreeing_twice_is_kept_once(inside):
    consents.agree(inside)
    assert inside.consents.count() == 2
