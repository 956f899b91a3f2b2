"""A reviewer at the desk, and what lies on it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jobs.life import content, deeds
from jobs.models import Submission
from tests.factories import CompanyFactory, JobFactory, RecruiterFactory
from tests.jobs.review.people import staff


@pytest.fixture
def reviewer():
    return staff("审核员小陈", "审核")


@pytest.fixture
def desk(client, reviewer):
    client.force_login(reviewer)
    return client


@pytest.fixture
def recruiter():
    return RecruiterFactory(company=CompanyFactory(name="安溪县清水茶厂"))


@pytest.fixture
def hand_in(recruiter):
    """hand_in(title="...", days=2): a first posting that has waited so long."""

    def made(days=0, recruiter=recruiter, **values):
        likeness = JobFactory(company=recruiter.company, **values)
        written = content.content(likeness)
        likeness.delete()
        until = timezone.localdate() + timedelta(days=30)
        job = deeds.create(recruiter.company, written, by=recruiter.user, ends_on=until)
        submission = deeds.submit(job, by=recruiter.user)
        Submission.objects.filter(pk=submission.pk).update(submitted_at=timezone.now() - timedelta(days=days))
        return Submission.objects.select_related("job").get(pk=submission.pk)

    return made


@pytest.fixture
def hand_in_edit(recruiter):
    """hand_in_edit(title="..."): a change of a live job that waits."""

    def made(**values):
        job = JobFactory(company=recruiter.company, description="负责做青。\n负责烘焙。", requirements="懂茶。")
        written = content.content(job) | values
        return deeds.edit(job, written, by=recruiter.user, seen=deeds.version(job), answer="工序改了")

    return made
