"""Feed and sitemap offer what is public, and can be read by programs."""

import feedparser
import pytest

from news.feeds import MOST, ArticleFeed
from news.models import Article
from news.sitemaps import ArticleSitemap, SectionSitemap
from tests.news import make

pytestmark = pytest.mark.django_db


def read(rf):
    feed = feedparser.parse(ArticleFeed()(rf.get("/feeds/news.xml")).content)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def test_the_feed_has_summary_and_text(rf):
    article = make.article(
        title="茶 & <藤>", body='<h2>题</h2><p>一 &amp; 二 <a href="/news/1/">三</a></p>', summary="摘 & 要"
    )
    (entry,) = read(rf).entries
    assert entry.title == "茶 & <藤>"
    assert entry.summary == "摘 &amp; 要"
    assert "<h2>题</h2>" in entry.content[0].value
    assert entry.link == f"http://testserver{article.get_absolute_url()}"


def test_signs_that_xml_does_not_know_break_no_feed(rf):
    make.article(title="茶\x08农\ufffe", summary="\x0b摘", source="县\x01人社局", body="<p>一\x02\uffff</p>")
    assert len(read(rf).entries) == 1


def test_the_feed_has_the_newest(rf):
    for number in range(MOST + 2):
        make.article(title=f"第{number}号", published_at=make.ago(days=number + 1))
    titles = [entry.title for entry in read(rf).entries]
    assert titles == [f"第{number}号" for number in range(MOST)]


def test_an_empty_feed_is_valid(rf):
    assert read(rf).entries == []


def test_feed_and_sitemap_hold_what_is_public(rf):
    shown = make.article()
    make.article(status=Article.Status.DRAFT, section=make.section("law"))
    make.article(published_at=make.hence(days=1), section=make.section("law"))
    assert len(read(rf).entries) == 1
    assert list(ArticleSitemap().items()) == [shown]
    assert [SectionSitemap().location(item) for item in SectionSitemap().items()] == ["/news/local/"]


def test_the_sitemap_says_when_an_article_changed():
    article = make.article()
    assert ArticleSitemap().lastmod(article) == article.updated_at
    assert ArticleSitemap().get_latest_lastmod() == article.updated_at
    (item,) = SectionSitemap().items()
    assert SectionSitemap().lastmod(item) == article.published_at
