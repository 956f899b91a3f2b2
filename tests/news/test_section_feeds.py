"""Each section has a feed of its own; a feed can be read away from the site."""

import feedparser
import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import Article, Section
from tests.news import make

pytestmark = pytest.mark.django_db


def read(client, address="/news/law/feed.xml"):
    response = client.get(address)
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    feed = feedparser.parse(response.content)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def test_a_section_offers_its_own_articles(client):
    make.article(title="别处的")
    make.article(title="草稿", section=make.section("law"), status=Article.Status.DRAFT)
    make.article(title="明天的", section=make.section("law"), published_at=make.hence(days=1))
    make.article(title="法规", section=make.section("law"))
    feed = read(client)
    assert [entry.title for entry in feed.entries] == ["法规"]
    assert feed.feed.title.startswith("劳动法规")
    links = {link.rel: link.href for link in feed.feed.links}
    assert links == {"alternate": "http://testserver/news/law/", "self": "http://testserver/news/law/feed.xml"}
    assert len(read(client, "/feeds/news.xml").entries) == 2


def test_an_empty_section_has_a_valid_feed(client):
    assert read(client).entries == []


@pytest.mark.parametrize("address", ["/news/no-such/feed.xml", "/news/1/feed.xml"])
def test_a_section_that_is_not_there_has_none(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/news/law/feed.xml", "/feeds/news.xml"])
def test_pictures_and_links_are_found_from_elsewhere(client, address):
    body = '<p><img src="/media/news/1.jpg" alt="茶 &amp; 园"><a href="/jobs/?q=茶&amp;page=2">职位</a></p>'
    article = make.article(section=make.section("law"), body=body, cover=make.picture(kind="PNG"))
    (entry,) = read(client, address).entries
    text = entry.content[0].value
    assert 'src="http://testserver/media/news/1.jpg"' in text
    assert 'href="http://testserver/jobs/?q=' in text
    (enclosure,) = entry.enclosures
    assert enclosure.href == f"http://testserver{article.cover.url}"
    assert enclosure.type == "image/png"
    assert int(enclosure.length) == article.cover.file.size


def test_a_lost_picture_does_not_take_the_feed_with_it(client):
    article = make.article(section=make.section("law"), cover=make.picture())
    default_storage.delete(article.cover.file.name)
    assert len(read(client).entries) == 1


@pytest.mark.parametrize("name", ["茶 & <藤>", "法\x08规\uffff"])
def test_any_name_of_a_section_is_valid(client, name):
    Section.objects.filter(slug="law").update(name=name, description="说\x0b明 & <b>")
    make.article(section=make.section("law"))
    assert len(read(client).entries) == 1


def test_a_feed_costs_the_same_queries_however_much_there_is(client):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            read(client)
        return len(captured)

    make.article(section=make.section("law"))
    few = queries()
    for number in range(40):
        make.article(section=make.section("law"), cover=make.picture(), published_at=make.ago(days=number + 1))
    assert queries() == few <= 2
