"""Views are counted outside the page, folded into days (tests/web/test_counting.py), and seen by the staff only."""

from datetime import date, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news import readership
from news.models import Article, ArticleViews
from tests.news import make

pytestmark = pytest.mark.django_db


def counted(article=None):
    rows = ArticleViews.objects.filter(article=article) if article else ArticleViews.objects.all()
    return sum(row.count for row in rows)


def look(client, article, **options):
    return client.post(f"/news/{article.pk}/seen/", **options)


def wait_after_a_fold(number, article):
    """So many views wait; the first of a quiet time, which folds at once, came before."""
    readership.record(article.pk)
    for _ in range(number):
        readership.record(article.pk)


def test_a_reader_is_counted_and_leaves_nothing_else(client):
    article = make.article()
    response = look(client, article)
    assert response.status_code == 204
    assert not response.cookies
    readership.views.fold()
    (row,) = ArticleViews.objects.all()
    assert (row.article, row.day, row.count) == (article, timezone.localdate(), 1)
    assert {field.name for field in ArticleViews._meta.get_fields()} == {"id", "article", "day", "count"}


def test_the_page_tells_where_to_count_and_counts_nothing_itself(client):
    article = make.article()
    assert f'data-seen="/news/{article.pk}/seen/"' in client.get(article.get_absolute_url()).content.decode()
    assert client.get(f"/news/{article.pk}/seen/").status_code == 405
    assert readership.views.fold() == 0


def test_staff_and_strangers_sites_do_not_count(client):
    article = make.article()
    assert look(client, article, headers={"Origin": "https://evil.example"}).status_code == 403
    client.force_login(make.editor())
    assert look(client, article).status_code == 204
    assert readership.views.fold() == counted() == 0


def test_a_seeker_counts_like_anybody(client):
    client.force_login(make.seeker())
    look(client, article := make.article())
    readership.views.fold()
    assert counted(article) == 1


@pytest.mark.parametrize(
    "values", [{"status": Article.Status.DRAFT}, {"status": Article.Status.WITHDRAWN}, {"published_at": make.hence(days=1)}]
)
def test_what_is_not_public_is_not_counted(client, values):
    assert look(client, make.article(**values)).status_code == 204
    assert client.post("/news/9999999999999999999999/seen/").status_code in {204, 404}
    readership.views.fold()
    assert counted() == 0


def test_a_browser_that_has_no_token_is_counted():
    strict = Client(enforce_csrf_checks=True)
    assert look(strict, make.article()).status_code == 204


def test_a_loop_runs_into_the_limit(client):
    article = make.article()
    for _ in range(readership.VIEWS_A_MINUTE + 30):
        look(client, article)
    readership.views.fold()
    assert counted(article) == readership.VIEWS_A_MINUTE


def test_a_view_belongs_to_the_day_in_shanghai_on_which_it_was():
    article = make.article()
    midnight = datetime(2026, 3, 6, tzinfo=timezone.get_current_timezone())
    readership.record(article.pk, at=midnight - timedelta(seconds=1))
    readership.record(article.pk, at=midnight)
    readership.record(article.pk, at=midnight)
    readership.views.fold()
    assert dict(article.views.values_list("day", "count")) == {date(2026, 3, 5): 1, date(2026, 3, 6): 2}


def test_the_command_folds_too(capsys):
    wait_after_a_fold(5, make.article())
    call_command("fold_counts")
    assert "阅读 5 次" in capsys.readouterr().out
    assert counted() == 6


def test_views_of_a_deleted_article_hold_nothing_up():
    gone, article = make.article(), make.article()
    wait_after_a_fold(2, gone)
    readership.record(article.pk)
    gone.delete()
    readership.views.fold()
    assert counted() == counted(article) == 1


def test_a_fold_costs_few_queries_for_one_article():
    article = make.article()
    wait_after_a_fold(15, article)
    with CaptureQueriesContext(connection) as captured:
        readership.views.fold()
    assert len(captured) <= 6


def test_counting_is_no_change_of_the_article():
    article = make.article()
    before = Article.objects.values().get(pk=article.pk)
    wait_after_a_fold(5, article)
    readership.views.fold()
    assert Article.objects.values().get(pk=article.pk) == before


def test_editors_see_how_often_an_article_is_read(client):
    article, other = make.article(title="读过的"), make.article(title="没读的")
    today = timezone.localdate()
    for days, count in {0: 3, 6: 4, 7: 5, 400: 6}.items():
        ArticleViews.objects.create(article=article, day=today - timedelta(days=days), count=count)
    client.force_login(make.editor())
    listed = client.get("/admin/news/article/").content.decode()
    assert '<td class="field-read">18</td>' in listed
    assert '<td class="field-read">0</td>' in listed
    assert "今天 3 次，最近 7 天 7 次，共 18 次" in client.get(f"/admin/news/article/{article.pk}/change/").content.decode()
    assert "共 0 次" in client.get(f"/admin/news/article/{other.pk}/change/").content.decode()
    assert client.get("/admin/news/article/add/").status_code == 200


def test_readers_do_not_see_it(client):
    article = make.article()
    ArticleViews.objects.create(article=article, day=timezone.localdate(), count=98765)
    for address in ("/", "/news/", "/news/local/", article.get_absolute_url(), "/feeds/news.xml"):
        assert "98765" not in client.get(address).content.decode()


def test_the_list_of_articles_costs_no_query_a_row(client):
    client.force_login(make.editor())

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/admin/news/article/").status_code == 200
        return len(captured)

    make.article()
    few = queries()
    for number in range(20):
        made = make.article(published_at=make.ago(days=number))
        ArticleViews.objects.create(article=made, day=timezone.localdate(), count=number)
    assert queries() == few
