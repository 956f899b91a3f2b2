"""What is public of a job follows from its dates, everywhere, at the same second."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.models import Company
from axrc.search.query import Query
from jobs import publishing
from jobs.models import BoardEntry, Job
from tests.factories import CompanyFactory, JobFactory, ago, hence

pytestmark = pytest.mark.django_db

HIDDEN = {
    "draft": {"published_at": None, "refreshed_at": None},
    "scheduled": {"published_at": hence(hours=1)},
    "without an end": {"ends_at": None},
    "paused": {"paused_at": ago(hours=1)},
    "ended": {"ends_at": ago(seconds=1)},
    "closed": {"closed_at": ago(hours=1)},
    "frozen": {"frozen_at": ago(hours=1)},
    "removed": {"removed_at": ago(hours=1)},
    "of a company never verified": {"company__verified_at": None, "company__verified_until": None},
    "of a company whose verification ran out": {"company__verified_until": ago(seconds=1)},
    "of a frozen company": {"company__frozen_at": ago(hours=1)},
}

# Whatever lists jobs; {similar} is a live job of the same trade and town.
SURFACES = [
    "/", "/jobs/", "/jobs/?q=看不见", "/jobs/in/{job.region.slug}/{job.category.slug}/", "/feeds/jobs.xml", "/feeds/jobs.json",
    "/search/?q=看不见", "/sitemap-jobs-0.xml", "/jobs/{similar.pk}/", "/companies/{job.company_id}/",
]  # fmt: skip


def on_board(at=None):
    return BoardEntry.objects.find(Query(), at=at or timezone.now())


def test_a_live_job_is_on_the_board(client):
    job = JobFactory()
    assert on_board() == [job.pk]
    assert job in Job.objects.live()
    assert f'href="/jobs/{job.pk}/"' in client.get("/jobs/").content.decode()


@pytest.mark.parametrize("state", HIDDEN)
def test_a_job_that_is_not_live_is_nowhere(client, state):
    job = JobFactory(title="看不见的职位", **HIDDEN[state])
    assert job not in Job.objects.live()
    assert on_board() == []
    similar = JobFactory(region=job.region, category=job.category)
    for address in SURFACES:
        address = address.format(job=job, similar=similar)
        response = client.get(address)
        assert response.status_code in (200, 404) if "/companies/" in address else response.status_code == 200, address
        assert f"/jobs/{job.pk}/" not in response.content.decode(), address
    assert similar in Job.objects.live()


@pytest.mark.parametrize("address", SURFACES)
def test_a_live_job_is_everywhere(client, address):
    job = JobFactory(title="看不见的职位")
    similar = JobFactory(region=job.region, category=job.category)
    page = client.get(address.format(job=job, similar=similar)).content.decode()
    assert f"/jobs/{job.pk}/" in page


@pytest.mark.parametrize("state", HIDDEN)
def test_what_becomes_hidden_by_a_save_is_off_the_board_at_once(state):
    job = JobFactory()
    for name, value in HIDDEN[state].items():
        if name.startswith("company__"):
            setattr(job.company, name.removeprefix("company__"), value)
        else:
            setattr(job, name, value)
    job.company.save()
    Job.objects.get(pk=job.pk)
    job.save()
    assert on_board() == []


@pytest.mark.parametrize("state", ["ended", "closed"])
def test_an_ended_job_can_still_be_read_and_says_so(client, state):
    job = JobFactory(**HIDDEN[state])
    response = client.get(job.get_absolute_url())
    page = response.content.decode()
    assert response.status_code == 200
    assert "已结束" in page
    assert 'content="noindex' in page


def test_a_removed_job_is_gone(client):
    response = client.get(JobFactory(removed_at=ago(hours=1)).get_absolute_url())
    assert response.status_code == 410
    assert "/jobs/" in response.content.decode()


@pytest.mark.parametrize("state", sorted(set(HIDDEN) - {"ended", "closed", "removed"}))
def test_any_other_job_does_not_exist_for_the_public(client, state):
    assert client.get(JobFactory(**HIDDEN[state]).get_absolute_url()).status_code == 404


def test_a_job_comes_and_goes_on_time_with_nothing_running():
    start, end = hence(days=1), hence(days=2)
    job = JobFactory(published_at=start, ends_at=end)
    second = timedelta(seconds=1)
    for moment, is_there in [(start - second, False), (start, True), (end - second, True), (end, False)]:
        with time_machine.travel(moment, tick=False):
            assert (on_board() == [job.pk]) is is_there, moment
            assert Job.objects.live().exists() is is_there, moment


def test_jobs_leave_with_the_verification_and_return_with_its_renewal():
    company = CompanyFactory(verified_until=hence(days=1))
    job = JobFactory(company=company)
    later = hence(days=2)
    assert on_board(later) == []
    company.verified_until = hence(days=100)
    company.save()
    assert on_board(later) == [job.pk]


def test_a_renamed_company_is_found_by_its_new_name():
    job = JobFactory()
    job.company.name = "安溪县云上茶厂"
    job.company.save()
    assert BoardEntry.objects.find(Query.of("云上茶厂"), at=timezone.now()) == [job.pk]


def test_saving_a_company_unchanged_touches_no_job():
    job = JobFactory()
    before = BoardEntry.objects.get().seq
    Company.objects.get(pk=job.company_id).save()
    assert BoardEntry.objects.get().seq == before


def test_a_refresh_puts_a_job_on_top():
    old, new = JobFactory(), JobFactory()
    assert on_board() == [new.pk, old.pk]
    publishing.refresh(old)
    assert on_board() == [old.pk, new.pk]


def test_an_edit_keeps_the_place_of_a_job():
    old, new = JobFactory(), JobFactory()
    old.title = "烘焙师傅"
    old.save()
    assert on_board() == [new.pk, old.pk]
    assert BoardEntry.objects.find(Query.of("烘焙师傅"), at=timezone.now()) == [old.pk]


def test_making_the_index_anew_changes_nothing():
    jobs = [JobFactory(refreshed_at=ago(hours=hours)) for hours in (5, 1, 3)]
    publishing.reindex_all()
    assert on_board() == [jobs[1].pk, jobs[2].pk, jobs[0].pk]
