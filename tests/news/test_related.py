"""What stands below an article: what is about the same, then what is new in its section."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from axrc.search.query import Query
from news import related
from news.models import Article, ArticleEntry
from tests.news import make

pytestmark = pytest.mark.django_db


def titles(article):
    return [found.title for found in related.around(article)["related"]]


@pytest.fixture
def paper():
    """Titles that all hold the same common words."""
    for number in range(40):
        make.article(title=f"安溪县招聘公告第{number}期", published_at=make.ago(days=number + 1))


def test_what_shares_rare_words_comes_first_whatever_its_section_and_age(paper):
    old = make.article(title="藤铁工艺大赛获奖名单", section=make.section("law"), published_at=make.ago(days=900))
    article = make.article(title="安溪县藤铁工艺大赛报名公告")
    assert titles(article)[0] == old.title
    assert len(titles(article)) == related.RELATED


def test_who_shares_more_stands_higher(paper):
    make.article(title="藤铁展", published_at=make.ago(days=1))
    make.article(title="藤铁工艺大赛结果", published_at=make.ago(days=300))
    assert titles(make.article(title="藤铁工艺大赛开幕"))[:2] == ["藤铁工艺大赛结果", "藤铁展"]


def test_without_anything_alike_the_newest_of_the_section_stand_there(paper):
    make.article(title="别的分类", section=make.section("law"))
    article = make.article(title="春茶开采", published_at=make.ago(days=500))
    assert titles(article) == [f"安溪县招聘公告第{number}期" for number in range(6)]


def test_words_of_every_title_relate_nothing(paper, monkeypatch):
    monkeypatch.setattr(related, "COMMON", 20)
    make.article(title="招聘公告", section=make.section("law"))
    article = make.article(title="安溪县招聘公告特刊", section=make.section("guide"))
    assert titles(article) == []


def test_an_article_is_not_related_to_itself_and_nothing_is_there_twice(paper):
    article = make.article(title="藤铁工艺大赛")
    twin = make.article(title="藤铁工艺大赛")
    found = related.around(article)["related"]
    assert found[0] == twin
    assert article not in found
    assert len(found) == len(set(found))


@pytest.mark.parametrize("title", ["!!!", "2026", "茶", "😀", "' OR 1=1", '"', "AND OR NOT *", "a:b-c+d", "茶" * 80, "t:茶"])
def test_no_title_is_too_odd(title):
    make.article(title=title)
    assert set(related.around(make.article(title=title))) == {"previous", "next", "related"}


def test_the_neighbours_are_those_of_the_rule(paper):
    for article in Article.objects.all():
        around = related.around(article)
        assert (around["previous"], around["next"]) == (article.previous(), article.next())


@pytest.mark.parametrize("number", [0, 60])
def test_it_costs_at_most_four_queries_whatever_there_is(number):
    for place in range(number):
        make.article(title=f"藤铁工艺大赛第{place}场")
    article = make.article(title="藤铁工艺大赛总决赛")
    ArticleEntry.objects.tally(Query(), at=timezone.now())
    with CaptureQueriesContext(connection) as captured:
        related.around(article)
    assert len(captured) <= 4
