"""What could go wrong between two deeds on one job: nothing is lost, nothing is public that nobody accepted."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from axrc.mail.models import Letter
from axrc.search.query import Query
from jobs.life import NotNow, Refused, State, content, deeds, reviewing, state_of
from jobs.models import BoardEntry, Job, Submission
from tests.factories import CategoryFactory, JobFactory, RecruiterFactory, UserFactory, ago, hence

pytestmark = pytest.mark.django_db


@pytest.fixture
def recruiter():
    return RecruiterFactory(user__email="owner@example.com")


@pytest.fixture
def reviewer():
    return UserFactory(is_staff=True, is_superuser=True, name="审核员小陈")


@pytest.fixture
def job(recruiter):
    return JobFactory(company=recruiter.company)


def fresh(job):
    return Job.objects.get(pk=job.pk)


def edit(job, recruiter, **values):
    job = fresh(job)
    return deeds.edit(job, content.content(job) | values, by=recruiter.user, seen=deeds.version(job))


def draft(recruiter, **values):
    likeness = JobFactory(company=recruiter.company, **values)
    written = content.content(likeness)
    likeness.delete()
    return deeds.create(recruiter.company, written, by=recruiter.user, ends_on=timezone.localdate() + timedelta(days=30))


def board():
    return BoardEntry.objects.find(Query(), at=timezone.now())


def test_pay_that_was_raised_while_lower_pay_waited_is_replaced_as_a_whole(job, recruiter, reviewer):
    """The most must not come to lie below the least."""
    lower = edit(job, recruiter, salary_max=6000)
    edit(job, recruiter, salary_min=7000)
    reviewing.accept(lower, by=reviewer)
    job = fresh(job)
    assert (job.salary_min, job.salary_max) == (5000, 6000)


def test_a_change_to_a_trade_that_staff_have_taken_off_the_list_is_refused_in_words(job, recruiter, reviewer):
    category = CategoryFactory(slug="gone", name="不再有的")
    submission = edit(job, recruiter, category_id=category.pk)
    category.delete()
    with pytest.raises(Refused, match="职位类别"):
        reviewing.accept(submission, by=reviewer)
    submission.refresh_from_db()
    assert submission.is_waiting
    reviewing.send_back(submission, by=reviewer, reason="请重新选择类别")


def test_the_reviewer_sees_the_difference_however_often_it_was_improved(recruiter, reviewer):
    job = draft(recruiter)
    reviewing.send_back(deeds.submit(job, by=recruiter.user), by=reviewer, reason="职责不清楚")
    deeds.submit(job, by=recruiter.user)
    edit(job, recruiter, description="负责做青、烘焙。")
    third = edit(job, recruiter, description="负责做青、烘焙和拼配。")
    assert content.changes(third.before, third.values) == {"description": "负责做青、烘焙和拼配。"}
    deeds.withdraw(job, by=recruiter.user)
    fourth = deeds.submit(job, by=recruiter.user)
    assert content.changes(fourth.before, fourth.values) == {"description": "负责做青、烘焙和拼配。"}


def test_a_change_that_waits_is_not_lost_when_the_job_is_sent_back(job, recruiter, reviewer):
    after = Submission.objects.create(
        job=job, kind="after", values=content.content(job), submitted_by=recruiter.user, submitted_at=ago(hours=1)
    )
    edit(job, recruiter, description="负责做青、烘焙和拼配。")
    reviewing.send_back(after, by=reviewer, reason="职责不清楚")
    job = fresh(job)
    assert state_of(job, timezone.now()) == State.DRAFT
    assert job.description == "负责做青、烘焙和拼配。"
    assert not job.submissions.waiting().exists()


def test_a_posting_that_waits_gets_no_end_farther_away_than_any_other(recruiter):
    job = draft(recruiter)
    deeds.submit(job, by=recruiter.user)
    job = fresh(job)
    for days in (91, -1):
        with pytest.raises(Refused):
            deeds.edit(
                job,
                content.content(job),
                by=recruiter.user,
                seen=deeds.version(job),
                ends_on=timezone.localdate() + timedelta(days=days),
            )


@pytest.mark.parametrize(
    "values",
    [{"verified_until": ago(days=1)}, {"frozen_at": ago(days=1)}, {"closed_at": ago(days=1)}],
    ids=["expired", "frozen", "closed"],
)
def test_no_job_of_a_company_that_is_not_public_is_accepted(recruiter, reviewer, values):
    submission = deeds.submit(draft(recruiter), by=recruiter.user)
    type(recruiter.company).objects.filter(pk=recruiter.company_id).update(**values)
    with pytest.raises(Refused):
        reviewing.accept(submission, by=reviewer)
    submission.refresh_from_db()
    assert submission.is_waiting
    assert state_of(fresh(submission.job), timezone.now()) == State.WAITING
    assert not Letter.objects.exists()


def test_a_job_accepted_after_its_end_is_not_said_to_be_public(recruiter, reviewer):
    submission = deeds.submit(draft(recruiter), by=recruiter.user)
    Job.objects.filter(pk=submission.job_id).update(ends_at=ago(hours=1))
    reviewing.accept(submission, by=reviewer)
    assert state_of(fresh(submission.job), timezone.now()) == State.ENDED
    letter = Letter.objects.get(to="owner@example.com")
    assert "已到期" in letter.text
    assert "求职者现在能看到" not in letter.text
    assert "公开" not in letter.subject


def test_a_posting_frozen_while_it_waits_is_not_accepted_until_it_is_free(recruiter, reviewer):
    submission = deeds.submit(draft(recruiter), by=recruiter.user)
    reviewing.freeze(submission.job, by=reviewer, reason="核实")
    with pytest.raises(NotNow, match="已冻结"):
        reviewing.accept(submission, by=reviewer)
    reviewing.unfreeze(submission.job, by=reviewer)
    reviewing.accept(submission, by=reviewer)
    assert Job.objects.live().filter(pk=submission.job_id).exists()


def test_who_pauses_and_resumes_is_not_on_top_again(job, recruiter):
    newer = JobFactory()
    deeds.pause(job, by=recruiter.user)
    assert board() == [newer.pk]
    deeds.resume(job, by=recruiter.user)
    assert board() == [newer.pk, job.pk]


def test_jobs_of_a_company_that_is_free_again_come_back_in_their_order(recruiter):
    jobs = [JobFactory(company=recruiter.company, published_at=ago(days=days)).pk for days in (3, 2, 1)]
    company = recruiter.company
    for moment in (timezone.now(), None):
        company.frozen_at = moment
        company.save()
    assert board() == jobs[::-1]


def test_a_closed_draft_is_not_published_by_listing_it_again(recruiter):
    job = draft(recruiter)
    deeds.close(job, by=recruiter.user, reason="other")
    with pytest.raises(Refused, match="复制"):
        deeds.relist(job, by=recruiter.user, ends_on=timezone.localdate() + timedelta(days=30))
    with pytest.raises(NotNow):
        deeds.submit(job, by=recruiter.user)


def test_a_job_listed_again_keeps_its_review_that_waits(recruiter, reviewer, job):
    after = Submission.objects.create(job=job, kind="after", values=content.content(job), submitted_by=recruiter.user)
    deeds.close(job, by=recruiter.user, reason="filled")
    deeds.relist(job, by=recruiter.user, ends_on=timezone.localdate() + timedelta(days=30))
    reviewing.send_back(after, by=reviewer, reason="职责不清楚")
    assert state_of(fresh(job), timezone.now()) == State.DRAFT
    assert board() == []
    assert deeds.submit(job, by=recruiter.user).kind == "first"


def test_nobody_writes_jobs_for_a_company_that_is_not_theirs(recruiter):
    values = content.content(JobFactory(company=recruiter.company))
    with pytest.raises(PermissionDenied):
        deeds.create(RecruiterFactory().company, values, by=recruiter.user, ends_on=timezone.localdate())


def test_a_stranger_learns_nothing_of_what_was_decided(recruiter, reviewer):
    submission = deeds.submit(draft(recruiter), by=recruiter.user)
    reviewing.accept(submission, by=reviewer)
    with pytest.raises(PermissionDenied):
        reviewing.accept(submission, by=RecruiterFactory().user)


def test_who_left_the_company_gets_no_letters_about_its_jobs(recruiter, reviewer):
    leaver = RecruiterFactory(company=recruiter.company, is_owner=False, user__email="leaver@example.com")
    submission = deeds.submit(draft(recruiter), by=leaver.user)
    leaver.delete()
    reviewing.accept(submission, by=reviewer)
    assert [letter.to for letter in Letter.objects.all()] == ["owner@example.com"]


def test_who_decides_second_is_told_what_was_decided_and_by_whom(recruiter, reviewer):
    submission = deeds.submit(draft(recruiter), by=recruiter.user)
    reviewing.accept(submission, by=reviewer)
    with pytest.raises(reviewing.AlreadyDecided, match=r"已通过.*审核人员：通过职位"):
        reviewing.send_back(submission, by=reviewer, reason="晚了")


def test_a_company_that_is_frozen_is_told_so_and_not_to_renew(recruiter):
    job = draft(recruiter)
    type(recruiter.company).objects.filter(pk=recruiter.company_id).update(
        frozen_at=ago(days=1), verified_until=hence(days=9)
    )
    with pytest.raises(Refused, match="目前不公开"):
        deeds.submit(job, by=recruiter.user)
