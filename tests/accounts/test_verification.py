"""A company is public only after a reviewer accepted its papers, and for six months (DOMAIN.md L1, L2)."""

from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from accounts import verification
from accounts.models import Company, Verification, VerificationReminder
from axrc.audit.models import Entry
from jobs.models import BoardEntry, Job
from tests.accounts.papers import code, hand_in
from tests.factories import CompanyFactory, JobFactory, RecruiterFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer():
    return UserFactory(name="审核员小陈", is_staff=True)


@pytest.fixture
def newcomer():
    return RecruiterFactory(company=CompanyFactory(verified_at=None, verified_until=None))


def local(*numbers):
    return timezone.make_aware(datetime(*numbers))


def test_an_accepted_company_is_public_and_hears_of_it(newcomer, reviewer, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        verification.accept(hand_in(newcomer), by=reviewer)
    company = Company.objects.verified().get()
    assert (company, company.credit_code) == (newcomer.company, code())
    assert [(letter.to, letter.subject) for letter in mail.outbox] == [
        ([newcomer.user.email], f"“{company.name}”已通过企业认证")
    ]
    assert Entry.objects.get(action="company.verified").actor == reviewer


@pytest.mark.parametrize(
    ("accepted", "last"),
    [((2026, 5, 23, 10), "2026-11-22"), ((2026, 8, 31, 10), "2027-02-27"), ((2026, 1, 1, 0, 30), "2026-06-30")],
)
def test_it_is_valid_for_six_months_to_the_end_of_the_day(accepted, last):
    until = timezone.localtime(verification.end_of_validity(local(*accepted)))
    assert until.strftime("%Y-%m-%d %H:%M:%S") == f"{last} 23:59:59"


def test_a_refused_company_stays_unseen_and_is_told_why(newcomer, reviewer, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        verification.refuse(hand_in(newcomer), by=reviewer, reason="照片看不清")
    assert not Company.objects.verified().exists()
    assert "照片看不清" in mail.outbox[0].body
    assert Entry.objects.get(action="verification.refused").details == {"reason": "照片看不清"}


def test_what_was_refused_is_handed_in_again_without_new_pictures(newcomer, reviewer):
    first = hand_in(newcomer)
    verification.refuse(first, by=reviewer, reason="代码不一致")
    second = hand_in(newcomer, 2, licence=None, letter=None)
    assert (second.licence.name, second.letter.name) == (first.licence.name, first.letter.name)
    verification.accept(second, by=reviewer)
    assert Company.objects.verified().get().credit_code == code(2)


def test_a_company_waits_with_one_submission_at_a_time(newcomer):
    hand_in(newcomer)
    with pytest.raises(verification.AlreadyWaiting):
        hand_in(newcomer)


def test_who_withdraws_may_hand_in_again(newcomer):
    verification.withdraw(hand_in(newcomer), by=newcomer.user)
    hand_in(newcomer)
    assert [one.status for one in Verification.objects.order_by("id")] == ["withdrawn", "waiting"]


def test_the_second_decision_is_told_of_the_first(newcomer, reviewer):
    submission = hand_in(newcomer)
    verification.accept(submission, by=reviewer)
    with pytest.raises(verification.AlreadyDecided) as told:
        verification.refuse(submission, by=UserFactory(is_staff=True), reason="看不清")
    assert told.value.verification.decided_by == reviewer
    assert Company.objects.verified().exists()


def test_a_renewal_extends_without_a_gap(reviewer):
    at = timezone.now()
    recruiter = RecruiterFactory(
        company=CompanyFactory(
            credit_code=code(), verified_at=at - timedelta(days=160), verified_until=at + timedelta(days=20)
        )
    )
    submission = hand_in(recruiter)
    assert submission.kind == Verification.Kind.RENEWAL
    assert recruiter.company in Company.objects.verified()
    verification.accept(submission, by=reviewer, at=at + timedelta(days=5))
    company = Company.objects.get()
    assert company.verified_until == verification.end_of_validity(at + timedelta(days=5))
    assert company in Company.objects.verified(at + timedelta(days=30))


def test_while_a_change_waits_the_old_name_is_public_and_refused_it_stays(reviewer):
    recruiter = RecruiterFactory(company=CompanyFactory(name="安溪县旧名茶厂", credit_code=code()))
    submission = hand_in(recruiter, 2, name="安溪县新名茶厂")
    assert submission.kind == Verification.Kind.CHANGE
    assert Company.objects.verified().get().name == "安溪县旧名茶厂"
    verification.refuse(submission, by=reviewer, reason="与执照不符")
    company = Company.objects.verified().get()
    assert (company.name, company.credit_code) == ("安溪县旧名茶厂", code())


def test_an_accepted_change_is_public_at_once(reviewer):
    recruiter = RecruiterFactory(company=CompanyFactory(credit_code=code()))
    verification.accept(hand_in(recruiter, 2, name="安溪县新名茶厂"), by=reviewer)
    company = Company.objects.verified().get()
    assert (company.name, company.credit_code) == ("安溪县新名茶厂", code(2))


def test_jobs_leave_the_board_by_the_date_alone_and_return_on_renewal(reviewer):
    at = timezone.now()
    company = CompanyFactory(credit_code=code(), verified_until=at + timedelta(days=3))
    recruiter, job = RecruiterFactory(company=company), JobFactory(company=company)
    BoardEntry.objects.put(job)
    later = at + timedelta(days=4)
    assert job in Job.objects.live(at)
    assert job not in Job.objects.live(later)
    verification.accept(hand_in(recruiter), by=reviewer, at=later)
    assert job in Job.objects.live(later + timedelta(minutes=1))
    assert BoardEntry.objects.get(job=job).ends_at == job.ends_at


def test_who_claims_a_company_that_is_here_joins_it_and_no_second_one_appears(newcomer, reviewer):
    owner = RecruiterFactory(company=CompanyFactory(credit_code=code()))
    submission = hand_in(newcomer)
    verification.accept(submission, by=reviewer, joins=owner.company)
    newcomer.refresh_from_db()
    owner.refresh_from_db()
    assert (newcomer.company, newcomer.is_owner, owner.is_owner) == (owner.company, False, True)
    assert list(Company.objects.verified()) == [owner.company]


def test_the_reviewer_may_make_the_claimant_the_owner(newcomer, reviewer):
    owner = RecruiterFactory(company=CompanyFactory(credit_code=code()))
    verification.accept(hand_in(newcomer), by=reviewer, joins=owner.company, makes_owner=True)
    newcomer.refresh_from_db()
    owner.refresh_from_db()
    assert (newcomer.is_owner, owner.is_owner) == (True, False)


def test_of_a_holder_the_reviewer_has_not_seen_nothing_is_joined(newcomer, reviewer):
    submission = hand_in(newcomer)
    CompanyFactory(credit_code=code())
    with pytest.raises(verification.OtherHolder):
        verification.accept(submission, by=reviewer)
    submission.refresh_from_db()
    assert submission.is_waiting


@pytest.mark.parametrize(("days_left", "letters"), [(31, 0), (30, 1), (20, 1), (7, 1), (1, 1)])
def test_owners_are_reminded_once(days_left, letters, django_capture_on_commit_callbacks):
    at = timezone.now()
    RecruiterFactory(company=CompanyFactory(verified_until=at + timedelta(days=days_left)))
    with django_capture_on_commit_callbacks(execute=True):
        assert verification.remind(at) == letters
        assert verification.remind(at) == 0
    assert len(mail.outbox) == letters


def test_the_second_reminder_comes_seven_days_before_and_after_a_renewal_they_begin_anew():
    at = timezone.now()
    company = RecruiterFactory(company=CompanyFactory(verified_until=at + timedelta(days=30))).company
    told = [verification.remind(at + timedelta(days=day)) for day in range(30)]
    assert [day for day, number in enumerate(told) if number] == [0, 23]
    Company.objects.update(verified_until=at + timedelta(days=210))
    assert verification.remind(at + timedelta(days=180)) == 1
    assert VerificationReminder.objects.filter(company=company).count() == 3


def test_who_has_handed_in_a_renewal_is_left_in_peace():
    recruiter = RecruiterFactory(
        company=CompanyFactory(credit_code=code(), verified_until=timezone.now() + timedelta(days=6))
    )
    hand_in(recruiter)
    assert verification.remind() == 0
