"""Which companies have proved themselves, so that their jobs are public before a reviewer has seen them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jobs.life.submitting import GOOD_FOR, PROVED_BY, is_reviewed_after
from jobs.models import Submission
from tests.factories import CompanyFactory, JobFactory

pytestmark = pytest.mark.django_db

NOW = timezone.now()
SECOND = timedelta(seconds=1)


def decided(company, *, status="accepted", kind="first", at=NOW, job=None, **dates):
    job = job or JobFactory(company=company, **dates)
    return Submission.objects.create(job=job, kind=kind, status=status, values={}, decided_at=at)


@pytest.fixture
def proved():
    company = CompanyFactory()
    for _ in range(PROVED_BY):
        decided(company)
    return company


def test_one_accepted_job_less_is_not_enough():
    company = CompanyFactory()
    for _ in range(PROVED_BY - 1):
        decided(company)
    assert not is_reviewed_after(company, NOW)
    decided(company)
    assert is_reviewed_after(company, NOW)


def test_one_job_accepted_again_and_again_counts_once():
    company = CompanyFactory()
    job = JobFactory(company=company)
    for kind in ["first", "after", "first", "after"]:
        decided(company, job=job, kind=kind)
    assert not is_reviewed_after(company, NOW)


@pytest.mark.parametrize("status", ["waiting", "refused", "withdrawn"])
def test_what_was_not_accepted_proves_nothing(status):
    company = CompanyFactory()
    for _ in range(PROVED_BY):
        decided(company, status=status)
    assert not is_reviewed_after(company, NOW)


def test_accepted_changes_prove_nothing():
    company = CompanyFactory()
    for _ in range(PROVED_BY):
        decided(company, kind="edit")
    assert not is_reviewed_after(company, NOW)


def test_another_company_s_jobs_prove_nothing(proved):
    assert not is_reviewed_after(CompanyFactory(), NOW)


def test_a_job_sent_back_after_publication_costs_the_trust_for_its_time(proved):
    decided(proved, status="refused", kind="after", at=NOW)
    assert not is_reviewed_after(proved, NOW)
    assert not is_reviewed_after(proved, NOW + GOOD_FOR - SECOND)
    assert is_reviewed_after(proved, NOW + GOOD_FOR)


@pytest.mark.parametrize("kind", ["first", "edit"])
def test_what_was_sent_back_before_anybody_saw_it_costs_nothing(proved, kind):
    decided(proved, status="refused", kind=kind)
    assert is_reviewed_after(proved, NOW)


def test_a_job_taken_away_costs_the_trust_for_its_time(proved):
    JobFactory(company=proved, removed_at=NOW)
    assert not is_reviewed_after(proved, NOW + GOOD_FOR - SECOND)
    assert is_reviewed_after(proved, NOW + GOOD_FOR)


def test_a_frozen_job_costs_the_trust_until_it_is_free_again(proved):
    job = JobFactory(company=proved, frozen_at=NOW - 2 * GOOD_FOR)
    assert not is_reviewed_after(proved, NOW)
    job.frozen_at = None
    job.save()
    assert is_reviewed_after(proved, NOW)
