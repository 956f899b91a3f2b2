"""Any search as a feed, in both formats."""

from datetime import datetime

import feedparser
import pytest

from jobs.models import Job
from tests.factories import JobFactory, ago

pytestmark = pytest.mark.django_db
BOTH = ["/feeds/jobs.xml", "/feeds/jobs.json"]

# https://www.jsonfeed.org/version/1.1/: what each object must and may have, and of which type.
TOP = {
    "version": str,
    "title": str,
    "home_page_url": str,
    "feed_url": str,
    "description": str,
    "language": str,
    "items": list,
}
ITEM = {
    "id": str, "url": str, "title": str, "content_text": str, "date_published": str, "date_modified": str, "authors": list, "tags": list,
}  # fmt: skip


def has(thing, fields):
    return set(thing) == set(fields) and all(type(thing[name]) is kind for name, kind in fields.items())


def test_the_atom_feed_is_valid_and_newest_first(client):
    JobFactory(title="早", published_at=ago(days=3))
    JobFactory(title="晚", published_at=ago(days=1))
    feed = feedparser.parse(client.get(BOTH[0]).content)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert [entry.title[0] for entry in feed.entries] == ["晚", "早"]


def test_the_json_feed_keeps_to_the_rules_of_its_version(client):
    job = JobFactory()
    JobFactory(title="控制\x0b字符 <b>")
    response = client.get(BOTH[1])
    feed = response.json()
    assert response["Content-Type"] == "application/feed+json"
    assert has(feed, TOP)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert all(has(item, ITEM) for item in feed["items"])
    assert len({item["id"] for item in feed["items"]}) == 2
    ours = feed["items"][1]
    assert ours["id"] == ours["url"] == f"http://testserver/jobs/{job.pk}/"
    assert datetime.fromisoformat(ours["date_published"]) == job.published_at.replace(microsecond=0)
    assert ours["authors"] == [{"name": job.company.name, "url": f"http://testserver/companies/{job.company_id}/"}]
    assert feed["items"][0]["title"].startswith("控制字符 <b>")


def test_both_give_the_same_search(client, taxonomy):
    JobFactory(title="制茶", region=taxonomy.regions.by_slug["xiping"])
    JobFactory(title="焊工", region=taxonomy.regions.by_slug["gande"])
    search = "?region=xiping&sort=salary&page=7"
    atom = feedparser.parse(client.get(BOTH[0] + search).content)
    feed = client.get(BOTH[1] + search).json()
    assert [entry.link for entry in atom.entries] == [item["url"] for item in feed["items"]]
    assert len(feed["items"]) == 1
    assert feed["home_page_url"].startswith("http://testserver/jobs/?region=xiping")
    assert feed["feed_url"].startswith("http://testserver/feeds/jobs.json?region=xiping")


def test_what_an_employer_types_is_no_markup_in_a_reader(client):
    JobFactory(description="<script>alert(1)</script>")
    feed = feedparser.parse(client.get(BOTH[0]).content, sanitize_html=False)
    assert "<script>" not in feed.entries[0].summary
    assert "&lt;script&gt;" in feed.entries[0].summary


@pytest.mark.parametrize("address", BOTH)
def test_who_has_the_feed_is_told_that_nothing_changed(client, address):
    job, other = JobFactory(), JobFactory()
    tag = client.get(address)["ETag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    Job.objects.get(pk=other.pk).save()
    job.closed_at = ago(seconds=1)
    job.save()
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("address", BOTH)
def test_a_date_alone_keeps_no_ended_job_alive(client, address):
    JobFactory()
    assert client.get(address, headers={"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}).status_code == 200
