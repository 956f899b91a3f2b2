"""Nobody edits an account with more rights than their own."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib import admin
from django.contrib.auth.models import Group, Permission

from accounts.models import User
from tests.accounts.conftest import PHONE


def rights(*codenames):
    return Permission.objects.filter(codename__in=codenames)


@pytest.fixture
def clerk(client, person):
    """Staff who may look after people."""
    user = person(email="clerk@example.com", is_staff=True, role="staff")
    user.user_permissions.set(rights("view_user", "change_user", "view_company"))
    client.force_login(user)
    return user


@pytest.fixture
def superuser(person):
    return person(email="boss@example.com", is_staff=True, is_superuser=True)


@pytest.fixture
def editor(person):
    """Staff with a right that the clerk lacks."""
    user = person(email="editor@example.com", is_staff=True)
    user.user_permissions.set(rights("add_article"))
    return user


@pytest.fixture
def seeker(person):
    return person(phone=PHONE)


def fields(user, **changes):
    return {
        "email": user.email or "", "phone": user.phone or "", "name": user.name, "role": user.role, "is_active": "on",
        "consents-TOTAL_FORMS": 0, "consents-INITIAL_FORMS": 0, **changes,
    }  # fmt: skip


@pytest.mark.parametrize("other", ["superuser", "editor"])
@pytest.mark.parametrize("page", ["change", "password"])
def test_a_clerk_cannot_change_who_may_do_more(client, clerk, other, page, request):
    user = request.getfixturevalue(other)
    response = client.post(
        f"/admin/accounts/user/{user.pk}/{page}/", fields(user, name="别人", password1="x", password2="x")
    )
    assert response.status_code == 403
    user.refresh_from_db()
    assert user.name == "王小安"


def test_a_clerk_looks_after_seekers(client, clerk, seeker):
    client.post(f"/admin/accounts/user/{seeker.pk}/change/", fields(seeker, name="林小梅"))
    seeker.refresh_from_db()
    assert seeker.name == "林小梅"


@pytest.mark.parametrize("gift", ["is_superuser", "groups", "user_permissions"])
def test_a_clerk_gives_nobody_more_than_he_has(client, clerk, seeker, gift):
    group = Group.objects.create(name="全能")
    group.permissions.set(rights("delete_company"))
    value = {"is_superuser": "on", "groups": group.pk, "user_permissions": rights("delete_company")[0].pk}[gift]
    client.post(f"/admin/accounts/user/{seeker.pk}/change/", fields(seeker, **{gift: value}))
    seeker = User.objects.get(pk=seeker.pk)
    assert not seeker.is_superuser
    assert not seeker.has_perm("accounts.delete_company")
    assert not seeker.groups.exists()


def test_a_clerk_does_not_reset_the_second_factor_of_a_superuser(client, clerk, superuser, seeker):
    for user in (superuser, seeker):
        TOTP.activate(user, generate_totp_secret())
    data = {"action": "reset_second_factor", "_selected_action": [superuser.pk, seeker.pk]}
    client.post("/admin/accounts/user/", data)
    assert list(Authenticator.objects.values_list("user", flat=True)) == [superuser.pk]


def test_a_new_address_is_confirmed_by_its_owner_at_the_next_login(client, superuser, person):
    user = person(email="old@example.com")
    client.force_login(superuser)
    client.post(f"/admin/accounts/user/{user.pk}/change/", fields(user, email="New@example.com"))
    user.refresh_from_db()
    assert user.email == "new@example.com"
    assert not EmailAddress.objects.filter(user=user).exists()


def test_staff_vouch_for_a_new_number_that_nobody_has(client, clerk, seeker, person):
    person(phone="+8613900139000")
    taken = client.post(f"/admin/accounts/user/{seeker.pk}/change/", fields(seeker, phone="13900139000"))
    assert "另一个账号正在使用" in taken.content.decode()
    client.post(f"/admin/accounts/user/{seeker.pk}/change/", fields(seeker, phone="137 0013 7000"))
    assert User.objects.with_phone("+8613700137000").get() == seeker


def test_addresses_keys_and_sessions_are_not_in_the_admin(db):
    apps = {model._meta.app_label for model in admin.site._registry}
    assert not apps & {"account", "mfa", "socialaccount", "usersessions"}


def test_the_superuser_opens_every_page_of_people(client, superuser, seeker):
    client.force_login(superuser)
    for address in ("", "add/", f"{seeker.pk}/change/", f"{seeker.pk}/password/", "?q=138"):
        assert client.get(f"/admin/accounts/user/{address}").status_code == 200
    assert client.get("/admin/accounts/policyversion/add/").status_code == 200
