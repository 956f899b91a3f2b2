"""Reposts say where they come from, and those that do not are found (DOMAIN.md L17)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import Article
from tests.news import make

pytestmark = pytest.mark.django_db
LIST = "/admin/news/article/"
ADDRESS = "https://example.com/1"


@pytest.fixture
def desk(client):
    client.force_login(make.editor())
    return client


@pytest.mark.parametrize(
    ("values", "is_lacking"),
    [
        ({"source": "县报", "source_url": ADDRESS}, False),
        ({"source": "县报", "source_url": ""}, True),
        ({"source": "", "source_url": ADDRESS}, True),
        ({"source": "安溪人才网", "source_url": ADDRESS}, True),
    ],
)
def test_a_repost_names_its_source_and_address(values, is_lacking):
    article = make.article(is_repost=True, **values)
    make.article(**values)
    assert list(Article.objects.without_source()) == ([article] if is_lacking else [])


def test_the_list_counts_what_is_lacking_and_leads_to_it(desk):
    make.article(title="来路不明", is_repost=True)
    make.article(title="自己写的")
    assert '<a href="?repost_source=missing">有 1 篇转载缺少来源</a>' in desk.get(LIST).content.decode()
    page = desk.get(f"{LIST}?repost_source=missing").content.decode()
    assert "来路不明" in page
    assert "自己写的" not in page


def test_a_list_without_gaps_says_nothing(desk):
    make.article()
    assert "篇转载缺少来源" not in desk.get(LIST).content.decode()


def test_an_unknown_filter_shows_everything_or_nothing_bad(desk):
    make.article()
    assert desk.get(f"{LIST}?repost_source=%27%22x").status_code == 200


def test_the_list_costs_few_queries(desk):
    for _ in range(5):
        make.article(is_repost=True)
    desk.get(LIST)
    with CaptureQueriesContext(connection) as captured:
        desk.get(LIST)
    assert len(captured) <= 12, [query["sql"] for query in captured]
