"""Previous and next cost one step in an index, however many articles there are. bench/news.py measures the time."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import Article
from tests.news.many import fill

pytestmark = pytest.mark.django_db
NUMBER = 3_000
SORTING = {"sqlite": "TEMP B-TREE", "postgresql": "Sort"}


@pytest.fixture
def ids():
    """Of many articles, several of which share a second, oldest first."""
    fill(NUMBER)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return list(Article.objects.published().order_by("published_at", "pk").values_list("pk", flat=True))


@pytest.mark.parametrize("share", [0, 0.5, 1])
def test_neighbours_are_read_from_the_index_without_sorting(ids, share):
    article = Article.objects.get(pk=ids[int(share * (len(ids) - 1))])
    published = Article.objects.published()
    for neighbours in (published.before(article)[:1], published.after(article)[:1]):
        plan = neighbours.explain()
        assert "article_newest" in plan
        assert SORTING[connection.vendor] not in plan
    for step in (article.previous, article.next):
        with CaptureQueriesContext(connection) as captured:
            step()
        assert len(captured) == 1


def test_a_whole_walk_over_ties_meets_every_article_once(ids):
    for step, path in ((Article.next, ids), (Article.previous, ids[::-1])):
        article, met = Article.objects.get(pk=path[0]), []
        while article:
            met.append(article.pk)
            article = step(article)
        assert met == path
