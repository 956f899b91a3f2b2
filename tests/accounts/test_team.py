"""Several people recruit for one company: invited by a link that works once, managed by one owner."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from accounts import teams
from accounts.models import Invitation, Recruiter
from axrc.audit.models import Entry
from axrc.mail.sms import outbox
from tests.factories import RecruiterFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return RecruiterFactory()


@pytest.fixture
def colleague(owner):
    return RecruiterFactory(company=owner.company, is_owner=False)


@pytest.fixture
def newcomer():
    return UserFactory(role="employer", name="小吴")


def link_of(owner, contact="new@example.com"):
    invitation = teams.invite(owner.company, contact, by=owner.user, link=str)
    return f"/my/team/join/{teams.token(invitation)}/"


def test_the_owner_invites_by_mail_and_the_link_in_it_lets_the_colleague_in(
    client, owner, newcomer, django_capture_on_commit_callbacks
):
    client.force_login(owner.user)
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/my/team/", {"contact": "New@Example.com"})
    letter = mail.outbox[0]
    assert letter.to == ["new@example.com"]
    link = next(line for line in letter.body.splitlines() if "/join/" in line)
    client.force_login(newcomer)
    assert owner.company.name in client.get(link).content.decode()
    client.post(link)
    recruiter = Recruiter.objects.get(user=newcomer)
    assert (recruiter.company, recruiter.is_owner) == (owner.company, False)


def test_the_owner_invites_by_mobile_number(client, owner, settings, django_capture_on_commit_callbacks):
    settings.SMS_BACKEND = "axrc.mail.sms.locmem.Backend"
    outbox.clear()
    client.force_login(owner.user)
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/my/team/", {"contact": "１３８ 0013 8000"})
    assert Invitation.objects.get().contact == "+8613800138000"
    assert "/my/team/join/" in outbox[0].text


@pytest.mark.parametrize("contact", ["", "abc", "0595-23000001", "a@b", "<script>@x.com", "1" * 300])
def test_what_is_neither_gets_a_message(client, owner, contact):
    client.force_login(owner.user)
    assert "请填写邮箱" in client.post("/my/team/", {"contact": contact}).content.decode() or len(contact) > 254
    assert not Invitation.objects.exists()


def test_looking_at_the_link_changes_nothing(client, owner, newcomer):
    link = link_of(owner)
    client.force_login(newcomer)
    client.get(link)
    assert not Recruiter.objects.filter(user=newcomer).exists()
    assert Invitation.objects.open().exists()


def test_a_stranger_is_asked_to_sign_in_and_comes_back(client, owner):
    link = link_of(owner)
    assert client.get(link).url == f"/accounts/login/?next={link}".replace("/:", "/%3A").replace(":", "%3A")


def used(owner, link):
    teams.accept(Invitation.objects.get(), by=UserFactory(role="employer"))


def withdrawn(owner, link):
    teams.withdraw(Invitation.objects.get(), by=owner.user)


def declined(owner, link):
    teams.decline(Invitation.objects.get(), by=UserFactory(role="employer"))


def replaced(owner, link):
    link_of(owner)


@pytest.mark.parametrize("spoil", [used, withdrawn, declined, replaced])
def test_a_link_that_is_spent_lets_nobody_in(client, owner, newcomer, spoil):
    link = link_of(owner)
    spoil(owner, link)
    client.force_login(newcomer)
    assert "不能用了" in client.get(link).content.decode()
    client.post(link)
    assert not Recruiter.objects.filter(user=newcomer).exists()


def test_a_link_runs_out_after_a_week(client, owner, newcomer):
    link = link_of(owner)
    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1), tick=False):
        client.force_login(newcomer)
        assert "不能用了" in client.get(link).content.decode()
        client.post(link)
    assert not Recruiter.objects.filter(user=newcomer).exists()


def test_a_link_that_somebody_made_up_is_not_there(client, owner, newcomer):
    link = link_of(owner)
    client.force_login(newcomer)
    assert client.post("/my/team/join/1/").status_code == 404
    assert client.post(f"{link[:-3]}xx/").status_code == 404


@pytest.mark.parametrize("role", ["seeker", "staff"])
def test_another_kind_of_account_is_told_what_to_do(client, owner, role):
    link = link_of(owner)
    client.force_login(UserFactory(role=role))
    assert "不是企业账号" in client.get(link).content.decode()
    client.post(link)
    assert Recruiter.objects.count() == 1
    assert Invitation.objects.open().exists()


def test_who_recruits_for_another_company_stays_there(owner):
    other = RecruiterFactory()
    invitation = teams.invite(owner.company, "x@example.com", by=owner.user, link=str)
    with pytest.raises(teams.Refused):
        teams.accept(invitation, by=other.user)


def test_the_owner_cannot_leave_or_be_removed(client, owner):
    client.force_login(owner.user)
    client.post("/my/team/leave/")
    client.post(f"/my/team/{owner.pk}/remove/")
    assert Recruiter.objects.get().is_owner


def test_after_handing_over_the_former_owner_may_leave(client, owner, colleague):
    client.force_login(owner.user)
    client.post(f"/my/team/{colleague.pk}/hand-over/")
    client.post("/my/team/leave/")
    assert list(Recruiter.objects.values_list("pk", "is_owner")) == [(colleague.pk, True)]


def test_who_was_removed_has_no_way_in_any_more(client, owner, colleague):
    teams.remove(colleague, by=owner.user)
    client.force_login(colleague.user)
    assert client.get("/my/team/").url == "/my/company/"
    assert owner.company.name not in client.get("/my/company/").content.decode()


@pytest.mark.parametrize("deed", ["remove", "hand-over"])
def test_a_colleague_manages_nobody(client, owner, colleague, deed):
    third = RecruiterFactory(company=owner.company, is_owner=False)
    client.force_login(colleague.user)
    client.post(f"/my/team/{third.pk}/{deed}/")
    client.post("/my/team/", {"contact": "new@example.com"})
    third.refresh_from_db()
    assert not third.is_owner
    assert not Invitation.objects.exists()


def test_people_and_invitations_of_other_companies_are_not_there(client, owner):
    stranger = RecruiterFactory()
    theirs = teams.invite(stranger.company, "x@example.com", by=stranger.user, link=str)
    client.force_login(owner.user)
    addresses = [f"{stranger.pk}/remove", f"{stranger.pk}/hand-over", f"invitations/{theirs.pk}/withdraw"]
    assert [client.post(f"/my/team/{address}/").status_code for address in addresses] == [404] * 3


def test_each_deed_is_written_down_without_the_contact(owner, colleague, newcomer):
    invitation = teams.invite(owner.company, "new@example.com", by=owner.user, link=str)
    teams.accept(invitation, by=newcomer)
    teams.decline(teams.invite(owner.company, "two@example.com", by=owner.user, link=str), by=UserFactory())
    teams.withdraw(teams.invite(owner.company, "three@example.com", by=owner.user, link=str), by=owner.user)
    teams.remove(Recruiter.objects.get(user=newcomer), by=owner.user)
    teams.hand_over(colleague, by=owner.user)
    teams.leave(Recruiter.objects.get(pk=owner.pk))
    actions = list(Entry.objects.order_by("id").values_list("action", flat=True))
    assert actions == [
        "team.invited", "team.joined", "team.invited", "team.declined", "team.invited", "team.invitation_withdrawn",
        "team.removed", "team.handed_over", "team.left",
    ]  # fmt: skip
    assert not any("example.com" in str(entry.details) + entry.target_name for entry in Entry.objects.all())


def test_invitations_of_a_day_are_limited(owner):
    for number in range(teams.MOST_INVITATIONS_A_DAY):
        teams.invite(owner.company, f"p{number}@example.com", by=owner.user, link=str)
    with pytest.raises(teams.Refused):
        teams.invite(owner.company, "more@example.com", by=owner.user, link=str)
