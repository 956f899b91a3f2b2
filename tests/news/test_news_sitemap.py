"""The news sitemap keeps the rules of its format: two days, a thousand addresses, names and dates as asked for."""

from datetime import datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import Article
from news.sitemaps import MOST_NEWS
from tests.news import make
from tests.pages import making

pytestmark = pytest.mark.django_db

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def entries(client, address="/sitemap-news.xml"):
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/xml"
    root = ElementTree.fromstring(response.content)
    assert root.tag == f"{MAP}urlset"
    assert {child.tag for child in root} <= {f"{MAP}url"}
    return list(root)


def test_an_entry_has_what_the_format_asks_for_in_its_order(client):
    making.profile(name="安溪 & 人才网")
    article = make.article(title="茶 & <藤> \"'", published_at=make.ago(hours=5))
    (entry,) = entries(client)
    loc, news = entry
    assert (loc.tag, loc.text) == (f"{MAP}loc", f"http://testserver{article.get_absolute_url()}")
    assert news.tag == f"{NEWS}news"
    publication, date, title = news
    assert [part.tag for part in news] == [f"{NEWS}{name}" for name in ("publication", "publication_date", "title")]
    assert [(part.tag, part.text) for part in publication] == [
        (f"{NEWS}name", "安溪 & 人才网"),
        (f"{NEWS}language", "zh-cn"),
    ]
    assert datetime.fromisoformat(date.text) == article.published_at
    assert date.text.endswith("+08:00")
    assert title.text == "茶 & <藤> \"'"


def test_only_what_is_public_and_at_most_two_days_old_is_news(client, time_machine):
    now = datetime(2026, 3, 5, 0, 0, tzinfo=make.timezone.get_current_timezone())
    time_machine.move_to(now, tick=False)
    make.article(title="整两天", published_at=now - timedelta(days=2))
    make.article(title="不到两天", published_at=now - timedelta(days=2) + timedelta(seconds=1))
    make.article(title="这一秒", published_at=now)
    make.article(title="下一秒", published_at=now + timedelta(seconds=1))
    make.article(title="撤回的", published_at=now, status=Article.Status.WITHDRAWN)
    assert [entry[1][2].text for entry in entries(client)] == ["这一秒", "不到两天"]


def test_a_quiet_week_leaves_a_well_formed_empty_map(client):
    assert entries(client) == []


def test_the_index_lists_it(client):
    make.article()
    assert "<loc>http://testserver/sitemap-news.xml</loc>" in client.get("/sitemap.xml").content.decode()


def test_the_map_holds_the_newest_thousand(client):
    section = make.section()
    Article.objects.bulk_create(
        Article(
            title=f"第{number}号",
            section=section,
            body="<p>文</p>",
            status="published",
            published_at=make.ago(hours=1, seconds=number),
        )
        for number in range(MOST_NEWS + 5)
    )
    with CaptureQueriesContext(connection) as captured:
        titles = [entry[1][2].text for entry in entries(client)]
    assert titles == [f"第{number}号" for number in range(1000)]
    assert len(captured) <= 4
