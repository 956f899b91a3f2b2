"""The sitemap of jobs: in parts by number, of which only those with live jobs are listed."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jobs.models import Job
from jobs.models.job import PER_PART
from jobs.sitemaps import JobSitemap
from tests.factories import JobFactory, ago

pytestmark = pytest.mark.django_db


def places(client, address):
    return re.findall(r"<loc>http://testserver([^<]+)", client.get(address).content.decode())


def listed(client):
    return [place for place in places(client, "/sitemap.xml") if "jobs" in place]


def test_a_job_stands_in_the_part_of_its_number(client):
    first, second = JobFactory(pk=PER_PART - 1), JobFactory(pk=PER_PART)
    assert listed(client) == ["/sitemap-jobs-0.xml", "/sitemap-jobs-1.xml"]
    assert places(client, "/sitemap-jobs-0.xml") == [first.get_absolute_url()]
    assert places(client, "/sitemap-jobs-1.xml") == [second.get_absolute_url()]


def test_a_part_without_a_live_job_is_not_listed(client):
    JobFactory(pk=5, ends_at=ago(days=1))
    JobFactory(pk=PER_PART + 5, closed_at=ago(days=1))
    JobFactory(pk=3 * PER_PART)
    assert listed(client) == ["/sitemap-jobs-3.xml"]


def test_a_part_changed_when_one_of_its_jobs_did(client):
    JobFactory()
    job = JobFactory()
    before = JobSitemap().parts()[0][1]
    job.closed_at = ago(seconds=1)
    job.save()
    ((number, after),) = JobSitemap().parts()
    assert number == 0
    assert after == Job.objects.get(pk=job.pk).updated_at > before


@pytest.mark.parametrize("number", [1, 999, 10**30])
def test_parts_that_nobody_can_have_filled_are_no_pages(client, number):
    JobFactory()
    assert client.get(f"/sitemap-jobs-{number}.xml").status_code == 404


@pytest.mark.parametrize(
    "address", ["/sitemap-articles-0.xml", "/sitemap-jobs.xml", "/sitemap-x-0.xml", "/sitemap-jobs--1.xml"]
)
def test_what_has_no_parts_has_no_numbers(client, address):
    assert client.get(address).status_code == 404


def test_the_index_asks_no_more_for_more_parts(client):
    JobFactory()
    few = queries(client)
    JobFactory(pk=40 * PER_PART)
    assert queries(client) == few


def queries(client):
    client.get("/sitemap.xml")
    with CaptureQueriesContext(connection) as captured:
        client.get("/sitemap.xml")
    return len(captured)
