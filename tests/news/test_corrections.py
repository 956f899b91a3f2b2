"""Readers are told when an article that they may have read was changed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news.models import Article
from tests.news import make

pytestmark = pytest.mark.django_db
NOTE = "报名截止日期原写作三月五日，应为三月九日。"


@pytest.fixture
def desk(client):
    client.force_login(make.editor())
    return client


@pytest.fixture
def later(time_machine):
    """Three hours pass."""
    return lambda: time_machine.move_to(timezone.now() + timedelta(hours=3))


def send(desk, article, **values):
    shown = timezone.localtime(article.published_at)
    values = {"published_at": f"{shown:%Y-%m-%d %H:%M:%S}", "title": article.title, "body": article.body} | values
    response = desk.post(f"/admin/news/article/{article.pk}/change/", make.form(**values))
    return response, Article.objects.get(pk=article.pk)


def page(client, article):
    return client.get(article.get_absolute_url()).content.decode()


def stamp(moment):
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}</time>：</strong>{NOTE}"


def test_a_change_with_a_note_is_dated_and_explained(desk):
    _, article = send(desk, make.article(), title="茶农秋茶开采", correction_note=NOTE)
    assert "更正于" in page(desk, article)
    assert stamp(article.revised_at) in page(desk, article)
    assert timezone.now() - article.corrected_at < timedelta(seconds=20)


@pytest.mark.parametrize("values", [{"title": "茶农秋茶开采"}, {"body": "<p>秋茶开采。</p>"}])
def test_a_change_without_a_note_shows_only_when(desk, values):
    _, article = send(desk, make.article(), **values)
    shown = page(desk, article)
    assert "更新时间" in shown
    assert "更正于" not in shown


def test_a_change_of_the_setting_is_no_change_for_readers(desk):
    _, article = send(desk, make.article(), is_recommended="on", summary="另一句")
    assert "更新时间" not in page(desk, article)


def test_an_article_as_it_appeared_says_nothing_of_changes(client):
    article = make.article()
    article.save()
    assert "更新时间" not in page(client, article)


@pytest.mark.parametrize(
    "values",
    [
        {"status": Article.Status.DRAFT},
        {"published_at": make.hence(days=1)},
        {"status": Article.Status.WITHDRAWN, "published_at": None},
    ],
)
def test_what_changed_before_readers_saw_it_is_no_correction(values):
    article = make.article(**values)
    article.title, article.correction_note = "改过", NOTE
    article.save()
    assert (article.revised_at, article.corrected_at) == (None, None)


def test_what_is_withdrawn_mended_and_published_again_was_corrected(client):
    article = make.article(status=Article.Status.WITHDRAWN)
    article.title, article.correction_note = "改过", NOTE
    article.save()
    article.status = Article.Status.PUBLISHED
    article.save()
    assert NOTE in page(client, article)


def test_a_note_written_later_is_dated_by_the_change(later, desk):
    article = make.article()
    _, article = send(desk, article, title="茶农秋茶开采")
    later()
    _, article = send(desk, article, correction_note=NOTE)
    assert article.corrected_at == article.revised_at < timezone.now() - timedelta(hours=2)


def test_a_note_that_is_reworded_keeps_its_date(later, desk):
    _, article = send(desk, make.article(), title="茶农秋茶开采", correction_note="写错了")
    before = article.corrected_at
    later()
    _, article = send(desk, article, correction_note=NOTE)
    assert (article.corrected_at, article.correction_note) == (before, NOTE)


def test_another_change_does_not_move_what_was_said_of_the_first(later, desk):
    _, article = send(desk, make.article(), title="茶农秋茶开采", correction_note=NOTE)
    before = article.corrected_at
    later()
    _, article = send(desk, article, title="茶农冬茶开采", correction_note=NOTE)
    assert article.corrected_at == before < article.revised_at


def test_a_note_that_is_taken_away_is_gone(desk):
    _, article = send(desk, make.article(), title="茶农秋茶开采", correction_note=NOTE)
    _, article = send(desk, article, correction_note="")
    assert article.corrected_at is None
    assert "更正于" not in page(desk, article)


def test_a_note_about_no_change_is_refused_and_stays(desk):
    response, article = send(desk, make.article(), correction_note=NOTE)
    shown = response.content.decode()
    assert "不需要更正说明" in shown
    assert NOTE in shown
    assert article.correction_note == ""


def test_a_draft_has_no_place_for_corrections(desk):
    draft = make.article(status=Article.Status.DRAFT)
    assert "correction_note" not in desk.get(f"/admin/news/article/{draft.pk}/change/").content.decode()


def test_a_note_is_text(desk):
    _, article = send(desk, make.article(), title="改", correction_note="<img src=x onerror=alert(1)>\n二")
    assert "&lt;img src=x onerror=alert(1)&gt; 二" in page(desk, article)


def test_a_summary_taken_from_the_text_follows_its_correction(desk):
    article = make.article(body="<p>三月五日截止。</p>")
    _, article = send(desk, article, body="<p>三月九日截止。</p>", summary=article.summary)
    assert article.summary == "三月九日截止。"


def test_a_summary_of_the_editors_own_words_stays(desk):
    article = make.article(body="<p>三月五日截止。</p>", summary="快来报名")
    _, article = send(desk, article, body="<p>三月九日截止。</p>", summary="快来报名")
    assert article.summary == "快来报名"
