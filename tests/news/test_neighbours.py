"""上一条 is the older neighbour, 下一条 the newer one; who walks from one to the next meets every article once."""

from datetime import timedelta

import pytest
from django.db import connection

from news.models import Article
from tests.news import make

pytestmark = pytest.mark.django_db


def test_neighbours_go_by_date():
    middle = make.article(published_at=make.ago(days=2))
    newer = make.article(published_at=make.ago(days=1))
    older = make.article(published_at=make.ago(days=3))
    assert middle.previous() == older
    assert middle.next() == newer


def test_the_first_and_the_last_have_no_neighbour_beyond():
    older, newer = make.article(published_at=make.ago(days=2)), make.article()
    assert older.previous() is None
    assert newer.next() is None


def test_articles_of_one_moment_go_by_id():
    moment = make.ago(days=1)
    first, second, third = (make.article(published_at=moment) for _ in range(3))
    assert second.previous() == first
    assert second.next() == third


def test_a_neighbour_is_public():
    article = make.article(published_at=make.ago(days=2))
    make.article(status=Article.Status.DRAFT, published_at=make.ago(days=3))
    make.article(status=Article.Status.WITHDRAWN, published_at=make.ago(days=1))
    make.article(published_at=make.hence(days=1))
    assert article.previous() is None
    assert article.next() is None


def test_a_walk_skips_and_repeats_none():
    start = make.ago(days=90)
    # Three of each moment, made in no order of time.
    made = [make.article(published_at=start + timedelta(hours=number * 7 % 20)) for number in range(60)]
    expected = sorted(made, key=lambda article: (article.published_at, article.pk))
    assert walk(expected[0], Article.next) == expected
    assert walk(expected[-1], Article.previous) == expected[::-1]


def walk(article, step):
    path = []
    while article:
        path.append(Article.objects.get(pk=article.pk))
        article = step(path[-1])
    return path


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a planner with statistics reads a small table as a whole")
def test_neighbours_are_found_by_index():
    article = make.article()
    for neighbours in (Article.objects.published().before(article), Article.objects.published().after(article)):
        plan = neighbours[:1].explain()
        assert "article_newest (status=? AND published_at" in plan
        assert "TEMP B-TREE" not in plan
