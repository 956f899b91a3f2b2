"""What is not published is seen by those who write it and by whom they send a link."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from news import preview
from news.models import Article
from tests.news import make

pytestmark = pytest.mark.django_db
HIDDEN = [
    {"status": Article.Status.DRAFT, "published_at": None},
    {"status": Article.Status.WITHDRAWN},
    {"published_at": make.hence(days=2)},
]


@pytest.fixture
def draft():
    return make.article(title="还没写完的通知", status=Article.Status.DRAFT, published_at=None, cover=make.picture())


def text(response):
    return response.content.decode()


def address(article):
    return f"/news/{article.pk}/preview/"


def is_kept_out_of_caches_and_indexes(response):
    rules = {rule.strip() for rule in response["Cache-Control"].split(",")}
    return (
        {"private", "no-store"} <= rules and "noindex" in response["X-Robots-Tag"] and 'content="noindex' in text(response)
    )


@pytest.mark.parametrize("values", HIDDEN)
def test_an_editor_sees_what_readers_do_not(client, values):
    article = make.article(title="还没写完的通知", **values)
    client.force_login(make.editor())
    response = client.get(address(article))
    assert response.status_code == 200
    assert "还没写完的通知" in text(response)
    assert "预览，尚未发布" in text(response)
    assert is_kept_out_of_caches_and_indexes(response)
    assert client.get(article.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("values", HIDDEN)
def test_a_stranger_with_the_link_sees_it(client, values):
    article = make.article(title="还没写完的通知", **values)
    response = client.get(preview.link(article))
    assert "还没写完的通知" in text(response)
    assert "预览，尚未发布" in text(response)
    assert is_kept_out_of_caches_and_indexes(response)


def test_a_preview_has_the_neighbours_that_the_article_would_have(client, draft):
    before = make.article(title="前一篇")
    assert before.get_absolute_url() in text(client.get(preview.link(draft)))


def test_a_preview_tells_search_engines_and_friends_nothing(client, draft):
    page = text(client.get(preview.link(draft)))
    assert "canonical" not in page
    assert "og:title" not in page


def test_without_an_account_staff_are_asked_to_log_in(client, draft):
    response = client.get(address(draft))
    assert response.status_code == 302
    assert response.url == f"/accounts/login/?next={address(draft)}"


@pytest.mark.parametrize("person", [make.seeker, make.staff])
def test_others_do_not_preview(client, draft, person):
    client.force_login(person())
    assert client.get(address(draft)).status_code == 403


def test_who_may_look_at_news_may_preview(client, draft):
    reader = make.staff()
    reader.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(reader)
    assert client.get(address(draft)).status_code == 200


def test_what_is_published_is_shown_where_everybody_reads_it(client, draft):
    link = preview.link(draft)
    draft.status = Article.Status.PUBLISHED
    draft.save()
    assert client.get(link).url == draft.get_absolute_url()
    client.force_login(make.editor())
    assert client.get(address(draft)).url == draft.get_absolute_url()


def test_a_link_lasts_three_days(client, draft, time_machine):
    link, made = preview.link(draft), timezone.now()
    time_machine.move_to(made + timedelta(hours=71, minutes=59))
    assert client.get(link).status_code == 200
    time_machine.move_to(made + timedelta(hours=72, minutes=1))
    response = client.get(link)
    assert response.status_code == 410
    assert "这个预览链接已经过期" in text(response)
    assert draft.title not in text(response)
    assert is_kept_out_of_caches_and_indexes(response)


def test_a_link_survives_scheduling_and_not_withdrawal(client, draft):
    link = preview.link(draft)
    draft.status, draft.published_at = Article.Status.PUBLISHED, make.hence(days=1)
    draft.save()
    assert client.get(link).status_code == 200
    draft.status = Article.Status.WITHDRAWN
    draft.save()
    assert client.get(link).status_code == 410
    assert client.get(preview.link(draft)).status_code == 200


def test_a_link_to_a_deleted_article_says_so(client, draft):
    link = preview.link(draft)
    draft.delete()
    assert client.get(link).status_code == 410


def test_a_link_opens_its_own_article_only(client, draft):
    other = make.article(status=Article.Status.DRAFT)
    link = preview.link(draft).replace(f"/{draft.pk}.", f"/{other.pk}.")
    response = client.get(link)
    assert response.status_code == 404
    assert "这个预览链接不对" in text(response)
    assert is_kept_out_of_caches_and_indexes(response)


@given(st.text(max_size=60))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_made_up_link_opens_anything(client, token):
    from urllib.parse import quote

    assert client.get(f"/news/preview/{quote(token, safe='')}/").status_code in {404, 301}


def test_looking_at_a_preview_changes_nothing(client, draft):
    client.get(preview.link(draft))
    assert Article.objects.get().published_at is None
    assert client.post(preview.link(draft)).status_code == 405


def test_the_admin_makes_a_link_by_a_button(client, draft):
    client.force_login(make.editor())
    form = text(client.get(f"/admin/news/article/{draft.pk}/change/"))
    assert f'href="{address(draft)}"' in form
    assert client.get(f"/admin/news/article/{draft.pk}/preview-link/").status_code == 405
    response = client.post(f"/admin/news/article/{draft.pk}/preview-link/")
    link = response.context["link"]
    assert link in text(response)
    client.logout()
    assert draft.title in text(client.get(link.removeprefix("http://testserver")))


def test_who_may_only_look_makes_no_link(client, draft):
    reader = make.staff()
    reader.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(reader)
    assert client.post(f"/admin/news/article/{draft.pk}/preview-link/").status_code == 403


def test_what_is_public_offers_no_preview(client):
    article = make.article()
    client.force_login(make.editor())
    assert address(article) not in text(client.get(f"/admin/news/article/{article.pk}/change/"))
