"""The paper by section, year and month, by the calendar of Shanghai."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from news import archive
from news.archive import Period
from tests.news import make

pytestmark = pytest.mark.django_db


def shanghai(*moment):
    return datetime(*moment, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def paper():
    """Six articles of three years; the last of 2025 appeared in the last second of the year."""
    for moment, slug in [
        ((2024, 5, 1), "law"),
        ((2025, 12, 31, 23, 59, 59), "local"),
        ((2026, 1, 1), "local"),
        ((2026, 3, 1), "local"),
        ((2026, 3, 31, 23, 59, 59), "law"),
        ((2026, 4, 1), "law"),
    ]:
        make.article(title=f"{moment} 的文章", section=make.section(slug), published_at=shanghai(*moment))


def lines(client, address):
    return [(line["label"], line["count"]) for line in client.get(address).context["lines"]]


def titles(client, address):
    return [article.title for article in client.get(address).context["articles"]]


def test_the_archive_counts_by_year(client, paper):
    assert lines(client, "/news/archive/") == [("2026年", "4 篇"), ("2025年", "1 篇"), ("2024年", "1 篇")]


def test_a_year_counts_by_month(client, paper):
    assert lines(client, "/news/archive/2026/") == [("2026年4月", "1 篇"), ("2026年3月", "2 篇"), ("2026年1月", "1 篇")]
    assert lines(client, "/news/archive/2025/") == [("2025年12月", "1 篇")]


def test_a_month_lists_its_articles_to_its_last_second(client, paper):
    assert titles(client, "/news/archive/2026/03/") == ["(2026, 3, 31, 23, 59, 59) 的文章", "(2026, 3, 1) 的文章"]
    assert titles(client, "/news/archive/2025/12/") == ["(2025, 12, 31, 23, 59, 59) 的文章"]


def test_a_section_narrows_it_and_the_links_keep_that(client, paper):
    assert lines(client, "/news/archive/?section=law") == [("2026年", "2 篇"), ("2024年", "1 篇")]
    assert titles(client, "/news/archive/2026/03/?section=law") == ["(2026, 3, 31, 23, 59, 59) 的文章"]
    assert 'href="/news/archive/2026/03/?section=law"' in client.get("/news/archive/2026/?section=law").content.decode()


def test_a_month_without_articles_of_the_section_says_so(client, paper):
    response = client.get("/news/archive/2026/01/?section=law")
    assert response.status_code == 200
    assert "这个月没有这个分类的文章" in response.content.decode()


@pytest.mark.parametrize("section", ["no-such", "茶", "' OR 1=1 --", "x" * 5000, "\x00", "2026"])
@pytest.mark.parametrize("address", ["/news/archive/", "/news/archive/2026/", "/news/archive/2026/03/"])
def test_a_section_that_is_none_is_told_and_narrows_nothing(client, paper, address, section):
    response = client.get(address, {"section": section})
    assert response.status_code == 200
    assert "没有这个分类" in response.content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "2023/",
        "2026/02/",
        "2026/3/",
        "2026/13/",
        "2026/00/",
        "0000/",
        "9999/",
        "9999/12/",
        "26/",
        "x/",
        "2026/03/01/",
        "２０２６/",
        "2026/0３/",
    ],
)
def test_a_period_without_articles_is_not_found(client, paper, path):
    assert client.get(f"/news/archive/{path}").status_code == 404


def test_an_archive_without_articles_says_so(client):
    assert "这里还没有文章" in client.get("/news/archive/").content.decode()


def test_a_full_month_has_pages(client):
    for minute in range(45):
        make.article(title=f"第{minute}号", published_at=shanghai(2025, 3, 5, 8, minute))
    assert titles(client, "/news/archive/2025/03/?page=3") == [f"第{number}号" for number in range(4, -1, -1)]
    page = client.get("/news/archive/2025/03/?section=local").content.decode()
    assert "/news/archive/2025/03/?section=local&amp;page=2" in page


def test_counting_ends_at_a_thousand(client, paper, monkeypatch):
    monkeypatch.setattr(archive, "MOST", 2)
    assert lines(client, "/news/archive/")[0] == ("2026年", "2+ 篇")


def test_the_last_month_ends_with_its_year():
    assert Period(2026, 12).ends_at == Period(2027).begins_at == shanghai(2027, 1, 1)
    assert Period(2026, 3).ends_at == Period(2026, 4).begins_at


def test_the_front_page_and_the_sections_lead_there(client, paper):
    assert 'href="/news/archive/"' in client.get("/news/").content.decode()
    assert 'href="/news/archive/?section=law"' in client.get("/news/law/").content.decode()
