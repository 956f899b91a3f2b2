"""What programs read of the public site keeps to its formats, whatever people typed: feeds, robots, linked data."""

import json
import re
from datetime import datetime
from urllib.parse import urlsplit

import extruct
import feedparser
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import Resolver404, resolve
from lxml import etree

from jobs.models import Job
from news.models import Attachment
from tests import public
from tests.factories import CompanyFactory, JobFactory, ago
from tests.news import make

pytestmark = pytest.mark.django_db

HOSTILE = "茶 & <藤> \"'师傅</script><script>alert(1)</script>"
SPOILT = "看\x0b青\x08做青\uffff"
ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = ["/feeds/jobs.xml", "/feeds/jobs.xml?q=茶&region=anxi&sort=salary", "/feeds/news.xml", "/news/law/feed.xml"]
JSON_FEEDS = ["/feeds/jobs.json", "/feeds/jobs.json?q=茶&region=anxi&sort=salary"]
# jsonfeed.org/version/1.1: what may stand in a feed, in an item, in an author.
OF_FEED = {
    "version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "favicon",
    "authors", "language", "expired", "hubs", "items",
}  # fmt: skip
OF_ITEM = {
    "id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image",
    "date_published", "date_modified", "authors", "tags", "language", "attachments",
}  # fmt: skip
OF_AUTHOR = {"name", "url", "avatar"}


@pytest.fixture
def site(taxonomy):
    """Something of each kind, with texts that would like to be markup."""
    company = CompanyFactory(name=f"云上茶坊 {HOSTILE}", about=SPOILT)
    place = {"region": taxonomy.regions.by_slug["xiping"], "category": taxonomy.categories.by_slug["tea-maker"]}
    for description in (HOSTILE, SPOILT, "]]>"):
        JobFactory(company=company, title=HOSTILE[:50], description=description, requirements=SPOILT, **place)
    JobFactory(company=company, title="结束的", closed_at=ago(hours=1), **place)
    for title in (HOSTILE, "招聘公告"):
        article = make.article(title=title, section=make.section("law"), summary=HOSTILE, body=f"<p>{HOSTILE}</p>")
    Attachment.objects.create(article=article, file=SimpleUploadedFile("a.pdf", b"%PDF-1.4\n%%EOF"))


def is_absolute(address):
    parts = urlsplit(address)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and " " not in address


def moment(text):
    """RFC 3339: a date and a time with its distance from UTC."""
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", text), text
    return datetime.fromisoformat(text)


def atom(client, address):
    response = client.get(address)
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    feed = feedparser.parse(response.content)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed, etree.fromstring(response.content)


@pytest.mark.parametrize("address", FEEDS)
def test_an_atom_feed_says_what_rfc_4287_asks_for(client, site, address):
    feed, document = atom(client, address)
    assert feed.version == "atom10"
    assert feed.entries
    for part in (document, *document.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"{ATOM}{name}")) == 1, name
        moment(part.findtext(f"{ATOM}updated"))
    assert is_absolute(feed.feed.id)
    assert all(is_absolute(link.href) for link in feed.feed.links)
    assert {link.rel for link in feed.feed.links} >= {"self", "alternate"}
    ids = [entry.id for entry in feed.entries]
    assert len(set(ids)) == len(ids)
    for entry in feed.entries:
        assert is_absolute(entry.link)
        assert urlsplit(entry.id).scheme
        assert feed.feed.get("author") or entry.get("author")
        assert entry.get("summary") or entry.get("content")
    assert feed.feed.updated_parsed >= max(entry.updated_parsed for entry in feed.entries)


@pytest.mark.parametrize("address", FEEDS)
def test_an_atom_feed_without_anything_to_tell_is_one_all_the_same(client, taxonomy, address):
    feed, _ = atom(client, address)
    assert feed.entries == []
    moment(feed.feed.updated)


def test_a_refreshed_job_keeps_its_id_and_tells_a_later_date(client):
    job = JobFactory()
    (before,) = atom(client, "/feeds/jobs.xml")[0].entries
    job.refreshed_at = ago(hours=1)
    job.save()
    (after,) = atom(client, "/feeds/jobs.xml")[0].entries
    assert after.id == before.id
    assert after.updated_parsed > before.updated_parsed
    assert after.published_parsed == before.published_parsed


def is_there(address):
    try:
        resolve(address)
    except Resolver404:
        return False
    return True


@pytest.mark.parametrize("address", [address for address in JSON_FEEDS if is_there(address.split("?")[0])])
def test_a_json_feed_keeps_to_version_1_1(client, site, address):
    response = client.get(address)
    assert response.headers["Content-Type"].split(";")[0] == "application/feed+json"
    feed = json.loads(response.content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert isinstance(feed["title"], str)
    assert feed["title"]
    assert is_absolute(feed["home_page_url"])
    assert is_absolute(feed["feed_url"])
    assert client.get(feed["feed_url"]).json()["items"] == feed["items"]
    assert feed["items"]
    assert known(feed, OF_FEED)
    ids = [item["id"] for item in feed["items"]]
    assert all(isinstance(one, str) for one in ids)
    assert len(set(ids)) == len(ids)
    for item in feed["items"]:
        assert known(item, OF_ITEM)
        assert item.get("content_text") or item.get("content_html")
        assert is_absolute(item["url"])
        assert moment(item["date_published"]) <= moment(item["date_modified"])
        assert all(isinstance(tag, str) for tag in item.get("tags", []))
        assert all(known(author, OF_AUTHOR) and author["name"] for author in item["authors"])
        assert "alert(1)</script>" not in item.get("content_html", "")


def known(data, names):
    """Nothing but what the format knows, and extensions, whose names begin with a line."""
    return {name for name in data if not name.startswith("_")} <= names


class Rules:
    """What a robots.txt lets any robot read, by RFC 9309: the longest rule that fits wins, the kinder one of two equals."""

    def __init__(self, text):
        lines = [line for line in text.splitlines() if line and not line.startswith("#")]
        fields = [re.fullmatch(r"(User-agent|Allow|Disallow|Sitemap): (\S+)", line).groups() for line in lines]
        assert [value for name, value in fields if name == "User-agent"] == ["*"]
        self.sitemaps = [value for name, value in fields if name == "Sitemap"]
        self.rules = [(len(value), name == "Allow", pattern(value)) for name, value in fields if "llow" in name]

    def allow(self, address):
        parts = urlsplit(address)
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        fitting = [(length, allows) for length, allows, rule in self.rules if rule.match(path)]
        return max(fitting, default=(0, True))[1]


def pattern(rule):
    return re.compile(re.escape(rule).replace(r"\*", ".*").replace(r"\$", "$"))


def robots(client):
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"].startswith("text/plain")
    return Rules(response.content.decode())


def test_robots_may_read_what_is_public_and_nothing_else(client, site):
    """A page of what somebody searched for is another matter."""
    rules = robots(client)
    forms = ("login", "signup", "password-reset")
    pages = [address for name, address in public.html().items() if name not in forms and "?" not in address]
    assert [address for address in pages if not rules.allow(address)] == []
    for address in ("/admin/", "/accounts/login/", "/my/", "/my/resume/"):
        assert not rules.allow(address), address


def test_robots_find_the_sitemap_and_may_read_all_that_it_names(client, site):
    rules = robots(client)
    assert rules.sitemaps == ["http://testserver/sitemap.xml"]
    maps = locations(client, "/sitemap.xml")
    named = [address for one in maps for address in locations(client, one)]
    assert {urlsplit(address).path.split("/")[1] for address in named} >= {"jobs", "companies", "news"}
    assert [address for address in maps + named if not rules.allow(address)] == []
    assert [address for address in named if client.get(address).status_code != 200] == []


def locations(client, address):
    names = etree.fromstring(client.get(address).content).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    return [name.text for name in names]


def linked_data(client, address):
    page = client.get(address).content.decode()
    found = extruct.extract(page, base_url=f"http://testserver{address}", uniform=True, errors="strict")
    assert found["json-ld"] or "application/ld+json" not in page, address
    return found["json-ld"], page


def test_every_page_that_says_something_to_programs_says_it_in_order(client, site):
    kinds = set()
    for name, address in public.html().items():
        statements, page = linked_data(client, address)
        assert "<script>alert" not in page, name
        for statement in statements:
            assert statement["@context"] == "https://schema.org", name
            kinds.add(statement["@type"])
            assert list(empty(statement)) == [], name
        trails = [statement for statement in statements if statement["@type"] == "BreadcrumbList"]
        assert len(trails) == page.count('aria-label="您的位置"'), name
        for trail in trails:
            *above, here = trail["itemListElement"]
            assert [place["position"] for place in trail["itemListElement"]] == list(range(1, len(above) + 2))
            assert all(place["name"] and is_absolute(place["item"]) for place in above), name
            assert here["name"]
    assert kinds >= {"BreadcrumbList", "NewsArticle"}


def empty(value, path="$"):
    """Where a statement says nothing: null, an empty text or list."""
    if value in (None, "", [], {}):
        yield path
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from empty(inner, f"{path}.{name}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from empty(inner, f"{path}[{number}]")


def test_a_job_that_has_ended_tells_programs_nothing_of_a_vacancy(client, site):
    ended = Job.objects.ended().get()
    statements, page = linked_data(client, ended.get_absolute_url())
    assert "JobPosting" not in {statement["@type"] for statement in statements}
    assert 'content="noindex' in page
