"""Previous and next among a hundred thousand articles: one query each, and no slower than among a thousand."""

import statistics
import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import Article
from tests.news.many import fill

pytestmark = pytest.mark.django_db
FEW, MANY = 1_000, 100_000


def test_neighbours_of_a_hundred_thousand_take_one_query_and_no_longer():
    fill(FEW)
    analyze()
    few = measured()
    fill(MANY - FEW)
    analyze()
    many = measured()
    # Were the rows counted or sorted, it would take a hundred times as long.
    assert many < few * 5 + 0.002


def analyze():
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def measured():
    """The median time of a step in seconds, at both ends and in the middle, walking over ties without a gap."""
    ids = list(Article.objects.published().order_by("published_at", "pk").values_list("pk", flat=True))
    took = []
    for start in (0, len(ids) // 2, len(ids) - 60):
        part = ids[start : start + 60]
        for step, path in ((Article.next, part), (Article.previous, part[::-1])):
            article = Article.objects.get(pk=path[0])
            for expected in path[1:]:
                with CaptureQueriesContext(connection) as captured:
                    started = time.perf_counter()
                    article = step(article)
                    took.append(time.perf_counter() - started)
                assert article.pk == expected
                assert len(captured) == 1
    return statistics.median(took)


def test_a_whole_walk_over_ties_meets_every_article_once():
    fill(2_000)
    ids = list(Article.objects.published().order_by("published_at", "pk").values_list("pk", flat=True))
    for step, path in ((Article.next, ids), (Article.previous, ids[::-1])):
        article, met = Article.objects.get(pk=path[0]), []
        while article:
            met.append(article.pk)
            article = step(article)
        assert met == path
