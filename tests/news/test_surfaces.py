"""One rule says what is public. Every surface keeps it to the second: what is scheduled comes, what ends goes."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from news.models import Article, Attachment, FrontSlot
from news.moments import LastMomentField, MomentField
from tests.news import make

pytestmark = pytest.mark.django_db
SHANGHAI = ZoneInfo("Asia/Shanghai")

SURFACES = {
    "its page": lambda client, it: client.get(it.get_absolute_url()).status_code == 200,
    "the front page": lambda client, it: is_linked(client, "/news/", it),
    "its section": lambda client, it: is_linked(client, "/news/exam/", it),
    "the archive": lambda client, it: is_linked(client, "/news/archive/2026/11/", it),
    "the number in the archive": lambda client, it: "2 篇" in body(client, "/news/archive/2026/?section=exam"),
    "the feed": lambda client, it: is_linked(client, "/feeds/news.xml", it),
    "the sitemap": lambda client, it: is_linked(client, "/sitemap-articles.xml", it),
    "search": lambda client, it: is_linked(client, "/search/?q=茶王赛", it),
    "home": lambda client, it: is_linked(client, "/", it),
    "the next article": lambda client, it: is_linked(client, page_of("更早的"), it, 'rel="next"'),
    "the previous article": lambda client, it: is_linked(client, page_of("更新的"), it, 'rel="prev"'),
    "related": lambda client, it: is_linked(client, page_of("去年的茶王赛评委名单"), it),
    "recommended": lambda client, it: (
        "<aside" in (html := body(client, "/news/law/")) and is_in(html.split("<aside")[1], it)
    ),
    "its document": lambda client, it: client.get(f"/news/attachments/{it.attachments.get().pk}/").status_code == 200,
    "the query": lambda client, it: it in Article.objects.published() and it.is_public(),
}

MOMENTS = {
    "2026-11-19 23:59:59": False,
    "2026-11-20 00:00:00": True,
    "2026-11-22 23:59:59": True,
    "2026-11-23 00:00:00": False,
}


def body(client, address):
    return client.get(address).content.decode()


def page_of(title):
    return Article.objects.get(title=title).get_absolute_url()


def is_linked(client, address, article, near=""):
    html = body(client, address)
    return any(is_in(line, article) and near in line for line in html.split("\n")) if near else is_in(html, article)


def is_in(html, article):
    return f"{article.get_absolute_url()}<" in html or f'{article.get_absolute_url()}"' in html


def shanghai(text):
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.fixture
def paper():
    """An article of three days among three that are always there; an editor typed its days without times."""
    exam = make.section("exam")
    for title, moment in [("更早的", "2026-11-19 08:00"), ("去年的茶王赛评委名单", "2025-11-01 08:00")]:
        make.article(title=title, section=exam, published_at=shanghai(moment))
    first, last = MomentField().clean("2026-11-20"), LastMomentField().clean("2026-11-22")
    it = make.article(title="茶王赛评委招募", section=exam, published_at=first, ends_at=last, is_recommended=True)
    make.article(title="更新的", section=make.section("law"), published_at=first)
    for place in FrontSlot.Place.values:
        FrontSlot.objects.create(place=place, article=it)
    Attachment.objects.create(article=it, file=SimpleUploadedFile("a.pdf", b"%PDF-1.4\n%%EOF"))
    return it


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("surface", SURFACES)
def test_an_article_comes_and_goes_at_midnight_in_shanghai(client, paper, surface, moment):
    with time_machine.travel(shanghai(moment), tick=False):
        assert SURFACES[surface](client, paper) == MOMENTS[moment]


@pytest.mark.parametrize("status", [Article.Status.DRAFT, Article.Status.WITHDRAWN])
@pytest.mark.parametrize("surface", SURFACES)
def test_what_is_withdrawn_or_not_published_is_on_no_surface(client, paper, surface, status):
    with time_machine.travel(shanghai("2026-11-21 12:00:00"), tick=False):
        assert SURFACES[surface](client, paper)
        paper.status = status
        paper.save()
        assert not SURFACES[surface](client, paper)


@pytest.mark.parametrize("surface", SURFACES)
def test_kept_pages_change_at_the_same_second(client, paper, surface, settings):
    """With the page cache on: each moment is asked twice, so that the second answer comes from it."""
    settings.PAGE_CACHE = True
    for moment, is_there in MOMENTS.items():
        with time_machine.travel(shanghai(moment), tick=False):
            assert SURFACES[surface](client, paper) == is_there, moment
            assert SURFACES[surface](client, paper) == is_there, moment


@pytest.mark.parametrize("surface", SURFACES)
def test_kept_pages_forget_what_is_withdrawn_at_once(client, paper, surface, settings):
    settings.PAGE_CACHE = True
    with time_machine.travel(shanghai("2026-11-21 12:00:00"), tick=False):
        assert SURFACES[surface](client, paper)
        paper.status = Article.Status.WITHDRAWN
        paper.save()
        assert not SURFACES[surface](client, paper)


@pytest.mark.parametrize("moment", MOMENTS)
def test_what_is_pinned_ends_with_its_article(client, paper, moment):
    Article.objects.filter(pk=paper.pk).update(pinned_until=shanghai("2027-01-01"))
    with time_machine.travel(shanghai(moment), tick=False):
        for address in ("/", "/news/", "/news/exam/"):
            assert is_linked(client, address, paper) == MOMENTS[moment]


def test_an_article_that_has_ended_says_so_and_leads_on(client, paper):
    with time_machine.travel(shanghai("2026-12-01 00:00:00")):
        response = client.get(paper.get_absolute_url())
    html = response.content.decode()
    assert response.status_code == 404
    assert "这篇文章已经过期" in html
    assert 'href="/news/exam/"' in html
    assert "noindex" in html
    assert paper.title not in html


def test_the_previous_article_is_one_of_now_not_of_then(client):
    """An ended one was current when its neighbour appeared."""
    oldest = make.article(published_at=make.ago(days=9))
    make.article(published_at=make.ago(days=5), ends_at=make.ago(days=1))
    newest = make.article(published_at=make.ago(days=3))
    assert newest.previous() == oldest
    assert oldest.next() == newest
    assert f'href="{oldest.get_absolute_url()}"' in body(client, newest.get_absolute_url()).split("相邻的文章")[1]
