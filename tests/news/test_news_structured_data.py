"""What the pages of the paper tell search engines and other sites, read with the tools that those use."""

import json

import extruct
import pytest
from django.urls import reverse
from django.utils import timezone

from news.models import Article
from news.structured_data import news_article
from tests.news import make
from tests.pages import making

pytestmark = pytest.mark.django_db


def told(client, address, kind):
    """The statement of that type on a page, of which there is one."""
    html = client.get(address).content.decode()
    statements = extruct.extract(html, syntaxes=["json-ld"], errors="strict")["json-ld"]
    assert all(statement["@context"] == "https://schema.org" for statement in statements)
    (found,) = [statement for statement in statements if statement["@type"] == kind]
    return found


def shown(client, address):
    """{property: value} of OpenGraph, each said once."""
    html = client.get(address).content.decode()
    (graph,) = extruct.extract(html, syntaxes=["opengraph"], errors="strict")["opengraph"]
    properties = [(name, value) for name, value in graph["properties"]]
    assert len(properties) == len(dict(properties))
    return dict(properties)


def test_an_article_is_news(client):
    making.profile(name="安溪 & 人才")
    article = make.article(
        title='</script><b>茶"',
        summary="摘 & 要",
        cover=make.picture(),
        body='<p>春<img src="/media/news/1.jpg" alt=""></p>',
    )
    found = told(client, article.get_absolute_url(), "NewsArticle")
    assert found["headline"] == article.title
    assert found["description"] == "摘 & 要"
    assert found["datePublished"] == timezone.localtime(article.published_at).isoformat(timespec="seconds")
    assert found["dateModified"] == timezone.localtime(article.changed_at).isoformat(timespec="seconds")
    assert found["author"]["name"] == found["publisher"]["name"] == "安溪 & 人才"
    assert found["publisher"]["logo"]["url"] == "http://testserver/static/img/mark.svg"
    assert found["mainEntityOfPage"] == {"@type": "WebPage", "@id": f"http://testserver{article.get_absolute_url()}"}
    assert found["image"] == [f"http://testserver{article.cover.url}", "http://testserver/media/news/1.jpg"]
    assert found["articleSection"] == article.section.name
    assert "isBasedOn" not in found


def test_a_repost_names_whom_it_was_taken_from(client):
    article = make.article(is_repost=True, source="县人社局", source_url="https://example.com/1?a=1&b=2")
    found = told(client, article.get_absolute_url(), "NewsArticle")
    assert found["isBasedOn"] == "https://example.com/1?a=1&b=2"
    assert found["author"] == {"@type": "Organization", "name": "县人社局", "url": "https://example.com/1?a=1&b=2"}
    assert found["publisher"]["name"] == "安溪人才网"


def test_pictures_of_others_are_not_told_as_ours(client):
    article = make.article(body='<p><img src="https://example.com/1.jpg" alt="x"></p>')
    assert "image" not in told(client, article.get_absolute_url(), "NewsArticle")


def test_a_draft_without_a_date_can_be_described(rf):
    draft = make.article(status=Article.Status.DRAFT, published_at=None)
    found = news_article(draft, site=making.profile(), absolute=rf.get("/").build_absolute_uri)
    assert "datePublished" not in json.loads(json.dumps(found))


def test_every_page_of_the_paper_tells_the_way_to_it(client):
    article = make.article()
    found = told(client, article.get_absolute_url(), "BreadcrumbList")["itemListElement"]
    assert [entry["position"] for entry in found] == [1, 2, 3]
    assert [entry["name"] for entry in found] == ["安溪人才网", "资讯中心", article.title]
    assert [entry.get("item") for entry in found] == ["http://testserver/", "http://testserver/news/", None]
    assert len(told(client, "/news/", "BreadcrumbList")["itemListElement"]) == 2
    assert told(client, "/news/local/", "BreadcrumbList")["itemListElement"][2]["name"] == "本地要闻"


@pytest.mark.parametrize("address", ["/feedback/", "/links/", "/jobs/", "/companies/", "/search/"])
def test_the_other_pages_with_crumbs_tell_it_too(client, address):
    assert told(client, address, "BreadcrumbList")["itemListElement"][0]["item"] == "http://testserver/"


def test_a_shared_article_shows_itself(client):
    article = make.article(title='茶"<>', summary="摘 & 要", cover=make.picture(size=(40, 30)))
    found = shown(client, article.get_absolute_url())
    assert found["og:type"] == "article"
    assert found["og:title"] == '茶"<>'
    assert found["og:description"] == "摘 & 要"
    assert found["og:url"] == f"http://testserver{article.get_absolute_url()}"
    assert found["og:image"] == f"http://testserver{article.cover.url}"
    assert (found["og:image:width"], found["og:image:height"]) == ("40", "30")
    assert found["og:site_name"] == "安溪人才网"
    assert found["og:locale"] == "zh_CN"


@pytest.mark.parametrize("address", ["/news/", "/news/local/"])
def test_lists_show_the_sites_picture_and_their_own_address(client, address):
    for number in range(21):
        make.article(published_at=make.ago(days=number + 1))
    first, second = shown(client, address), shown(client, f"{address}?page=2")
    assert first["og:type"] == "website"
    assert first["og:image"] == "http://testserver/static/img/share.png"
    assert first["og:url"] == f"http://testserver{address}"
    assert second["og:url"] == f"http://testserver{address}?page=2"
    page = client.get(f"{address}?page=2&utm_source=x").content.decode()
    assert page.count('rel="canonical"') == 1
    assert f'<link rel="canonical" href="http://testserver{address}?page=2">' in page


def test_readers_of_feeds_are_shown_the_way(client):
    general, own = reverse("feeds:news"), reverse("news:section_feed", args=["local"])
    for address, feeds in {
        "/news/": [general],
        "/news/local/": [own, general],
        make.article().get_absolute_url(): [own, general],
    }.items():
        page = client.get(address).content.decode()
        found = [line.split('href="')[1].split('"')[0] for line in page.splitlines() if "application/atom+xml" in line]
        assert found == feeds
        assert all(client.get(feed).status_code == 200 for feed in found)
