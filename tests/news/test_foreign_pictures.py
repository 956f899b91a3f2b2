"""Pictures of other sites: reported, then brought in or dropped, as the editor decides."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from axrc.text.pictures import images
from news import foreign_pictures, foreign_pictures_admin
from news.foreign_pictures import settle
from news.models import Article
from news.pictures import Picture, PictureUse
from tests.news import make

pytestmark = pytest.mark.django_db
FIRST, SECOND = "https://mmbiz.example.com/a.png?wx_fmt=png&tp=webp", "http://example.com/b.jpg"
BODY = f'<p>前<img src="{FIRST.replace("&", "&amp;")}" alt="茶园" width="300">后</p><p><img src="{SECOND}" alt=""></p>'


@pytest.fixture
def desk(client):
    """The browser of an editor."""
    client.force_login(make.editor())
    return client


@pytest.fixture
def fetched(monkeypatch):
    """The web as the desk sees it: {address: content, or why there is none}."""
    web = {FIRST: make.picture_bytes("PNG", (500, 300)), SECOND: ValidationError("对方网站没有正常回应。")}
    monkeypatch.setattr(foreign_pictures_admin, "fetch", fetcher(web))
    return web


def fetcher(web):
    def fetch(address, *, patience):
        if isinstance(web[address], Exception):
            raise web[address]
        return ContentFile(web[address], name="a.png")

    return fetch


def text(response):
    return response.content.decode()


def address_of(article):
    return f"/admin/news/article/{article.pk}/foreign-pictures/"


def decide(desk, article, *decisions):
    sent = {}
    for number, (address, decision) in enumerate(decisions, start=1):
        sent |= {f"address_{number}": address, f"decision_{number}": decision}
    return desk.post(address_of(article), sent, follow=True)


def test_saving_reports_them_and_shows_the_way(desk):
    page = text(desk.post("/admin/news/article/add/", make.form(body=BODY), follow=True))
    article = Article.objects.get()
    assert "2 张图片在别的网站上" in page
    assert address_of(article) in page
    assert address_of(article) in text(desk.get(f"/admin/news/article/{article.pk}/change/"))
    offered = text(desk.get(address_of(article)))
    assert "存到本站" in offered
    assert "从正文删除" in offered
    assert SECOND in offered


def test_a_text_without_them_says_nothing_of_them(desk):
    article = make.article()
    assert "foreign-pictures" not in text(desk.get(f"/admin/news/article/{article.pk}/change/"))
    assert "没有别的网站上的图片" in text(desk.get(address_of(article)))


def test_one_is_brought_in_and_the_other_dropped(desk, fetched):
    article = make.article(body=BODY)
    page = text(decide(desk, article, (FIRST, "bring"), (SECOND, "drop")))
    article.refresh_from_db()
    picture = Picture.objects.get()
    assert images(article.body) == [{"src": picture.url, "alt": "茶园", "width": "300"}]
    assert picture.uploaded_by.email == "editor@example.com"
    assert PictureUse.objects.get().user == article
    assert "1 张图片已存到本站" in page
    assert "1 张图片已从正文删除" in page


def test_what_can_not_be_had_stays_undecided_and_says_why(desk, fetched):
    article = make.article(body=BODY)
    page = text(decide(desk, article, (FIRST, "bring"), (SECOND, "bring")))
    article.refresh_from_db()
    assert [image["src"] for image in images(article.body)][1] == SECOND
    assert "对方网站没有正常回应" in page
    assert SECOND in page


@pytest.mark.parametrize("content", [b"", b"<html>", b"<svg/>", make.picture_bytes("PNG", (400, 300))[:90]])
def test_what_comes_and_is_no_picture_is_not_kept(desk, fetched, content):
    fetched[FIRST] = content
    article = make.article(body=BODY)
    decide(desk, article, (FIRST, "bring"))
    assert not Picture.objects.exists()
    assert Article.objects.get().body == article.body


def test_nothing_is_fetched_that_is_not_in_the_text(desk, fetched):
    fetched["http://10.0.0.1/"] = AssertionError("fetched")
    article = make.article(body=BODY)
    decide(desk, article, ("http://10.0.0.1/", "bring"), (SECOND, ""))
    assert Article.objects.get().body == article.body


def test_a_nonsensical_decision_changes_nothing(desk, fetched):
    article = make.article(body=BODY)
    assert decide(desk, article, (FIRST, "explode")).status_code == 200
    assert desk.post(address_of(article), {"decision_1": "drop"}).status_code in {200, 302}
    assert Article.objects.get().body == article.body


def test_this_machine_is_not_fetched_from(desk):
    """With the real fetcher."""
    article = make.article(body='<p>一<img src="http://127.0.0.1/a.png"><img src="http://[::1]/b.png"></p>')
    page = text(decide(desk, article, ("http://127.0.0.1/a.png", "bring"), ("http://[::1]/b.png", "bring")))
    assert page.count("内部网络") == 2
    assert not Picture.objects.exists()


def test_what_was_written_while_the_pictures_came_is_kept():
    article = make.article(body=BODY)

    def fetch(address, *, patience):
        now = Article.objects.get()
        now.body += "<p>补充一段</p>"
        now.save()
        return ContentFile(make.picture_bytes("PNG"), name="a.png")

    settle(article, {FIRST: "bring"}, by=make.editor(), fetch=fetch)
    assert "补充一段" in Article.objects.get().body
    assert Picture.objects.get().url in Article.objects.get().body


def test_there_is_an_end_to_waiting(monkeypatch):
    monkeypatch.setattr(foreign_pictures, "PATIENCE", -1)
    outcome = settle(make.article(body=BODY), {FIRST: "bring", SECOND: "drop"}, by=make.editor(), fetch=None)
    assert outcome.failed == {FIRST: foreign_pictures.TOO_LATE}
    assert outcome.dropped == 1


def test_pictures_copied_from_the_own_site_are_at_home(desk):
    body = '<p><img src="http://testserver/media/news/2026/01/a.png" alt="茶"></p>'
    desk.post("/admin/news/article/add/", make.form(body=body))
    assert images(Article.objects.get().body) == [{"src": "/media/news/2026/01/a.png", "alt": "茶"}]


@pytest.mark.parametrize("person", [make.seeker, make.staff])
def test_others_decide_nothing(client, person, fetched):
    article = make.article(body=BODY)
    client.force_login(person())
    assert client.get(address_of(article)).status_code in {302, 403}
    assert decide(client, article, (FIRST, "drop")).status_code in {200, 403}
    assert Article.objects.get().body == article.body


def test_an_article_that_is_gone_is_said_to_be_gone(desk):
    assert desk.get("/admin/news/article/99999/foreign-pictures/", follow=True).status_code == 200
