"""The life of a job, deed by deed."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from axrc.audit.models import Entry
from jobs.life import NotNow, Refused, State, content, deeds, reviewing, state_of
from jobs.models import Job, Submission
from tests.factories import JobFactory, RecruiterFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def recruiter():
    return RecruiterFactory()


@pytest.fixture
def reviewer():
    user = UserFactory(is_staff=True, name="审核员小陈")
    user.groups.add(Group.objects.get(name="审核"))
    return user


def draft(recruiter, **values):
    job = JobFactory.build(company=recruiter.company, **values)
    likeness = JobFactory(company=recruiter.company, **values)
    written = content.content(likeness)
    likeness.delete()
    return deeds.create(
        recruiter.company,
        written | {"title": job.title},
        by=recruiter.user,
        ends_on=timezone.localdate() + timedelta(days=30),
    )


def now():
    return timezone.now()


def actions(job):
    return list(Entry.objects.about(job).order_by("pk").values_list("action", flat=True))


def test_the_first_job_of_a_company_waits_for_a_reviewer(recruiter, reviewer):
    job = draft(recruiter)
    submission = deeds.submit(job, by=recruiter.user)
    job.refresh_from_db()
    assert state_of(job, now()) == State.WAITING
    assert not Job.objects.live().filter(pk=job.pk).exists()
    reviewing.accept(submission, by=reviewer)
    assert Job.objects.live().filter(pk=job.pk).exists()
    assert actions(job) == ["job.created", "job.submitted", "job.accepted"]


def test_what_is_sent_back_is_improved_and_shows_the_reviewer_only_the_difference(recruiter, reviewer):
    job = draft(recruiter)
    reviewing.send_back(deeds.submit(job, by=recruiter.user), by=reviewer, reason="职责不清楚")
    job.refresh_from_db()
    assert state_of(job, now()) == State.DRAFT
    better = content.content(job) | {"description": "负责做青、烘焙和拼配。"}
    deeds.edit(job, better, by=recruiter.user, seen=deeds.version(job))
    second = deeds.submit(job, by=recruiter.user, answer="已写明")
    assert content.changes(second.before, second.values) == {"description": "负责做青、烘焙和拼配。"}


def test_higher_pay_is_public_at_once_and_another_title_waits(recruiter, reviewer):
    job = JobFactory(company=recruiter.company, salary_min=5000, salary_max=8000)
    raised = content.content(job) | {"salary_min": 6000, "headcount": 9, "contact_name": "陈女士"}
    assert deeds.edit(job, raised, by=recruiter.user, seen=deeds.version(job)) is None
    job.refresh_from_db()
    assert job.salary_min == 6000
    renamed = content.content(job) | {"title": "评茶员"}
    submission = deeds.edit(job, renamed, by=recruiter.user, seen=deeds.version(job))
    job.refresh_from_db()
    assert job.title == "制茶师"
    # Meanwhile the pay goes up again: the change that waits must not undo it.
    deeds.edit(job, content.content(job) | {"salary_max": 9000}, by=recruiter.user, seen=deeds.version(job))
    reviewing.accept(submission, by=reviewer)
    job.refresh_from_db()
    assert (job.title, job.salary_max) == ("评茶员", 9000)


def test_who_saves_on_top_of_an_old_version_is_told(recruiter):
    job = JobFactory(company=recruiter.company)
    seen = deeds.version(job)
    deeds.edit(job, content.content(job) | {"headcount": 5}, by=recruiter.user, seen=seen)
    with pytest.raises(deeds.Overtaken):
        deeds.edit(job, content.content(job) | {"headcount": 7}, by=recruiter.user, seen=seen)


def test_nobody_acts_on_the_jobs_of_another_company(recruiter):
    with pytest.raises(PermissionDenied):
        deeds.pause(JobFactory(), by=recruiter.user)


def test_an_employer_does_not_accept_his_own_job(recruiter):
    submission = deeds.submit(draft(recruiter), by=recruiter.user)
    with pytest.raises(PermissionDenied):
        reviewing.accept(submission, by=recruiter.user)


def test_a_company_without_verification_posts_nothing(recruiter):
    job = draft(recruiter)
    recruiter.company.verified_until = now()
    recruiter.company.save()
    with pytest.raises(Refused, match="认证"):
        deeds.submit(job, by=recruiter.user)


def test_three_refreshes_a_day(recruiter):
    job = JobFactory(company=recruiter.company)
    for _ in range(3):
        deeds.refresh(job, by=recruiter.user)
    with pytest.raises(Refused, match="明天"):
        deeds.refresh(job, by=recruiter.user)


def test_paused_closed_and_published_again(recruiter):
    job = JobFactory(company=recruiter.company)
    deeds.pause(job, by=recruiter.user)
    with pytest.raises(NotNow, match="已暂停"):
        deeds.pause(job, by=recruiter.user)
    deeds.resume(job, by=recruiter.user)
    deeds.close(job, by=recruiter.user, reason="filled")
    assert not Job.objects.live().exists()
    deeds.relist(job, by=recruiter.user, ends_on=timezone.localdate() + timedelta(days=90))
    assert Job.objects.live().exists()


def test_no_end_lies_more_than_ninety_days_away(recruiter):
    job = JobFactory(company=recruiter.company)
    with pytest.raises(Refused, match="90"):
        deeds.renew(job, by=recruiter.user, ends_on=timezone.localdate() + timedelta(days=91))


def test_a_company_that_has_proved_itself_is_public_at_once(recruiter, reviewer):
    for _ in range(3):
        reviewing.accept(deeds.submit(draft(recruiter), by=recruiter.user), by=reviewer)
    job = draft(recruiter)
    submission = deeds.submit(job, by=recruiter.user)
    assert submission.kind == Submission.Kind.AFTER
    assert Job.objects.live().filter(pk=job.pk).exists()
    reviewing.send_back(submission, by=reviewer, reason="职责不清楚")
    assert not Job.objects.live().filter(pk=job.pk).exists()
    assert deeds.submit(job, by=recruiter.user).kind == Submission.Kind.FIRST


def test_frozen_and_back_again(recruiter, reviewer):
    job = JobFactory(company=recruiter.company)
    reviewing.freeze(job, by=reviewer, reason="核实")
    assert not Job.objects.viewable().exists()
    reviewing.unfreeze(job, by=reviewer)
    assert Job.objects.live().exists()
