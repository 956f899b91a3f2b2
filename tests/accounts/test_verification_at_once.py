"""Several people decide or write at the very same moment; on PostgreSQL, where writes truly overlap."""

import threading

import pytest
from django.db import connection

from accounts import profiles, teams, verification, windows
from accounts.models import Company, Recruiter, Resume, Verification
from accounts.resumes import editing
from axrc.audit.models import Entry
from tests.accounts.papers import code, hand_in
from tests.factories import CompanyFactory, RecruiterFactory, ResumeFactory, UserFactory

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite lets one write at a time"),
]


def at_once(*deeds):
    """Run the deeds side by side; what each gave or raised."""
    start, results = threading.Barrier(len(deeds)), [None] * len(deeds)

    def run(place, deed):
        try:
            start.wait(timeout=10)
            results[place] = deed()
        except Exception as error:
            results[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return results


def kinds(results):
    return sorted(type(result).__name__ for result in results)


def newcomer():
    return RecruiterFactory(company=CompanyFactory(verified_at=None, verified_until=None))


@pytest.mark.parametrize("_time", range(5))
def test_of_two_decisions_one_counts(_time):
    submission = hand_in(newcomer())
    one, other = UserFactory(is_staff=True), UserFactory(is_staff=True)
    results = at_once(
        lambda: verification.accept(submission, by=one),
        lambda: verification.refuse(submission, by=other, reason="看不清"),
    )
    assert kinds(results) == ["AlreadyDecided", "Verification"]
    submission.refresh_from_db()
    assert Company.objects.verified().exists() == (submission.status == "accepted")
    assert Entry.objects.filter(action__in=["company.verified", "verification.refused"]).count() == 1


@pytest.mark.parametrize("_time", range(5))
def test_of_two_companies_with_one_code_one_is_verified(_time):
    first, second, reviewer = hand_in(newcomer()), hand_in(newcomer()), UserFactory(is_staff=True)
    results = at_once(lambda: verification.accept(first, by=reviewer), lambda: verification.accept(second, by=reviewer))
    assert kinds(results) == ["OtherHolder", "Verification"]
    assert Company.objects.filter(credit_code=code(), verified_at__isnull=False).count() == 1
    assert Verification.objects.filter(status="waiting").count() == 1


def test_two_colleagues_hand_in_one_submission():
    recruiter = newcomer()
    assert kinds(at_once(*[lambda: hand_in(recruiter)] * 2)) == ["AlreadyWaiting", "Verification"]


@pytest.mark.parametrize("_time", range(5))
def test_of_two_edits_none_is_lost(_time):
    recruiter = RecruiterFactory()
    company = Company.objects.get()
    seen = profiles.version(company)
    results = at_once(
        lambda: profiles.edit(company, {"about": "第一位写的"}, by=recruiter.user, seen=seen),
        lambda: profiles.edit(company, {"contact_name": "第二位"}, by=recruiter.user, seen=seen),
    )
    assert kinds(results) == ["Company", "Overtaken"]
    company.refresh_from_db()
    assert (company.about == "第一位写的") != (company.contact_name == "第二位")


def test_an_invitation_lets_one_person_in():
    owner = RecruiterFactory()
    invitation = teams.invite(owner.company, "new@example.com", by=owner.user, link=str)
    people = [UserFactory(role="employer") for _ in range(2)]
    results = at_once(*[lambda person=person: teams.accept(invitation, by=person) for person in people])
    assert kinds(results) == ["Recruiter", "Refused"]
    assert Recruiter.objects.count() == 2


def test_a_company_has_one_owner_whatever_is_handed_over_at_once():
    owner = RecruiterFactory()
    heirs = [RecruiterFactory(company=owner.company, is_owner=False) for _ in range(2)]
    results = at_once(*[lambda heir=heir: teams.hand_over(heir, by=owner.user) for heir in heirs])
    assert kinds(results) == ["NoneType", "Refused"]
    assert Recruiter.objects.filter(is_owner=True).count() == 1


@pytest.mark.parametrize("_time", range(3))
def test_of_two_windows_on_one_step_of_a_resume_none_is_lost(_time):
    user = ResumeFactory(skills="烘焙").user
    seen = windows.version(Resume.objects.get(), ["skills"])
    results = at_once(
        lambda: editing.save_step(user, {"skills": "做青"}, seen), lambda: editing.save_step(user, {"skills": "审评"}, seen)
    )
    assert kinds(results) == ["Overtaken", "Resume"]


def test_two_windows_on_different_steps_of_a_resume_both_count():
    user = ResumeFactory().user
    seen = {name: windows.version(Resume.objects.get(), [name]) for name in ("skills", "about")}
    fields = {"skills": "做青", "about": "做过四年审评，会拼配。"}
    at_once(*[lambda name=name: editing.save_step(user, {name: fields[name]}, seen[name]) for name in fields])
    assert Resume.objects.values("skills", "about").get() == fields
