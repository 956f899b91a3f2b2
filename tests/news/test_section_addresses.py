"""A section may move; links to where it was stay right."""

import pytest

from news.models import Section
from tests.news import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make.editor())
    return client


def move(desk, section, slug, name=None):
    data = {"slug": slug, "name": name or section.name, "order": section.order, "description": section.description}
    return desk.post(f"/admin/news/section/{section.pk}/change/", data, follow=True)


def test_an_editor_moves_a_section_and_is_told_of_the_old_address(desk):
    section = make.section("local")
    page = move(desk, section, "anxi").content.decode()
    section.refresh_from_db()
    assert section.slug == "anxi"
    assert "旧地址会自动转到这里" in page
    assert "非必要请勿修改" in desk.get(f"/admin/news/section/{section.pk}/change/").content.decode()


def test_a_former_address_leads_to_the_new_one_for_good(client):
    section = make.section("local")
    for slug in ("anxi", "county"):
        section.slug = slug
        section.save()
    for former in ("local", "anxi"):
        response = client.get(f"/news/{former}/?page=2")
        assert response.status_code == 301
        assert response["Location"] == "/news/county/?page=2"
    assert client.get("/news/county/").status_code == 200


def test_a_section_may_move_back(client):
    section = make.section("local")
    for slug in ("anxi", "local"):
        section.slug = slug
        section.save()
    assert client.get("/news/local/").status_code == 200
    assert client.get("/news/anxi/")["Location"] == "/news/local/"


def test_saving_a_section_that_stays_leaves_no_address(client):
    section = make.section("local")
    section.name = "要闻"
    section.save()
    assert not section.former_addresses.exists()


def test_the_archive_knows_a_former_address(client):
    article = make.article(section=make.section("law"))
    section = article.section
    section.slug = "rules"
    section.save()
    page = client.get("/news/archive/?section=law").content.decode()
    assert "劳动法规</h1>" in page


def test_no_section_takes_what_was_another_ones_address(desk):
    section = make.section("local")
    section.slug = "anxi"
    section.save()
    page = desk.post("/admin/news/section/add/", {"slug": "local", "name": "新分类", "order": 9}).content.decode()
    assert "“本地要闻”以前用过这个地址" in page
    assert not Section.objects.filter(name="新分类").exists()


def test_no_section_takes_an_address_of_the_site(desk):
    page = desk.post("/admin/news/section/add/", {"slug": "archive", "name": "新分类", "order": 9}).content.decode()
    assert "是网站自己要用的地址" in page


def test_the_notices_of_the_site_stay(desk):
    notices = make.section("site")
    move(desk, notices, "other", name="公告")
    notices.refresh_from_db()
    assert (notices.slug, notices.name) == ("site", "公告")


@pytest.mark.parametrize("slug", ["a b", "茶", "../x", "2026", "", "x" * 41, "<b>", "a\x00b"])
def test_a_slug_that_is_none_is_refused(desk, slug):
    section = make.section("local")
    assert move(desk, section, slug).status_code == 200
    section.refresh_from_db()
    assert section.slug == "local"


def test_an_address_that_never_was_is_not_found(client):
    assert client.get("/news/never-was/").status_code == 404
