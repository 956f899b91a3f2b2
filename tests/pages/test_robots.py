"""What crawlers may take, read as RFC 9309 has it: the longest rule that fits holds, * is anything."""

import re

import pytest

from axrc.taxonomy import lists
from jobs.landing import address
from tests.factories import JobFactory

pytestmark = pytest.mark.django_db


def rules(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    pairs = [line.split(": ", 1) for line in lines if line.startswith(("Allow: ", "Disallow: "))]
    return [(rule == "Allow", pattern) for rule, pattern in pairs]


def may_take(client, path):
    fitting = [(len(pattern), allowed) for allowed, pattern in rules(client) if re.match(matching(pattern), path)]
    return max(fitting)[1]


def matching(pattern):
    return ".*".join(map(re.escape, pattern.split("*")))


@pytest.mark.parametrize(
    "path",
    [
        "/", "/jobs/", "/jobs/12/", "/jobs/in/longmen/tea-maker/", "/companies/", "/companies/3/", "/news/", "/feeds/jobs.xml",
        "/jobs/?category=tea", "/jobs/?category=tea-maker&region=longmen", "/sitemap-jobs-0.xml", "/companies/3/?page=2",
    ],
)  # fmt: skip
def test_each_job_and_each_list_can_be_reached(client, path):
    assert may_take(client, path)


@pytest.mark.parametrize(
    "path",
    [
        "/jobs/?q=茶", "/jobs/?page=2", "/jobs/?sort=salary", "/jobs/?region=longmen", "/jobs/?category=tea&salary=0-2999",
        "/jobs/?category=tea&category=welder", "/jobs/?category=tea&category=welder&region=longmen",
        "/jobs/?category=tea&region=longmen&page=2", "/jobs/?category=tea&region=longmen&region=gande", "/jobs/?q=茶&category=tea&region=longmen",
        "/search/?q=茶", "/suggest/?q=c", "/my/", "/my/jobs/", "/accounts/login/", "/admin/", "/feeds/jobs.xml?q=茶",
        "/feedback/?type=complaint&job=1", "/companies/?q=茶",
    ],
)  # fmt: skip
def test_no_crawler_walks_through_all_searches(client, path):
    assert not may_take(client, path)


def test_the_canonical_address_of_a_landing_page_may_be_taken(client, taxonomy):
    job = JobFactory(category=taxonomy.categories.by_slug["tea-maker"], region=taxonomy.regions.by_slug["longmen"])
    page = client.get(address(job.region, job.category)).content.decode()
    canonical = re.search(r'rel="canonical" href="http://testserver([^"]+)"', page)[1].replace("&amp;", "&")
    assert lists.current().regions.by_slug["longmen"].slug in canonical
    assert may_take(client, canonical)
