"""Dates as editors type them, and what an article refuses."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from news.models import Article
from news.moments import LastMomentField, MomentField
from tests.news import make

LAST_OF_MARCH_5 = datetime(2026, 3, 5, 15, 59, 59, 999_999, tzinfo=UTC)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-03-05",
        "2026/3/5",
        "2026年3月5日",
        " 2026-03-05 ",
        "２０２６-０３-０５",
        "2026-03-05 23:59:59",
        "2026-03-05T23:59:59",
    ],
)
def test_a_day_that_ends_something_lasts_to_its_last_second(typed):
    assert LastMomentField().clean(typed) == LAST_OF_MARCH_5


@pytest.mark.parametrize("typed", ["2026-03-05 17:00", "2026/03/05 17:00", "2026年3月5日 17:00", "2026-03-05T17:00"])
def test_a_time_is_taken_as_typed(typed):
    assert LastMomentField().clean(typed) == datetime(2026, 3, 5, 9, tzinfo=UTC)


def test_a_day_that_begins_something_begins_at_midnight():
    assert MomentField().clean("2026-03-05") == datetime(2026, 3, 4, 16, tzinfo=UTC)


def test_what_is_shown_again_is_no_change():
    assert not LastMomentField().has_changed(LAST_OF_MARCH_5, "2026-03-05 23:59:59")
    assert LastMomentField().has_changed(LAST_OF_MARCH_5, "2026-03-06")
    assert LastMomentField().has_changed(LAST_OF_MARCH_5, "")
    assert not LastMomentField().has_changed(None, "")


@pytest.mark.parametrize("typed", ["0001-01-01", "9999-12-31", "0026-03-05", "2101-01-01", "1979-12-31"])
def test_a_year_that_cannot_be_meant_is_refused(typed):
    for field in (MomentField(), LastMomentField()):
        with pytest.raises(ValidationError, match="年份"):
            field.clean(typed)


@given(
    st.one_of(
        st.text(max_size=30), st.datetimes().map(str), st.from_regex(r"[0-9]{1,5}[-/年][0-9]{1,3}[-/月][0-9]{1,3}日?.{0,9}")
    )
)
def test_whatever_is_typed_is_a_moment_or_refused(typed):
    for field in (MomentField(), LastMomentField()):
        try:
            moment = field.clean(typed)
        except ValidationError:
            continue
        else:
            assert moment is None or moment.astimezone(UTC)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"ends_at": "2026-03-01"}, "结束日期要晚于添加日期"),
        ({"opens_at": "2026-03-10", "closes_at": "2026-03-09"}, "报名截止要晚于报名开始"),
        ({"ends_at": "三天后"}, "2026-03-05 09:30 的格式"),
        ({"pinned_until": "2026-13-45"}, "2026-03-05 09:30 的格式"),
        ({"closes_at": "0026-03-05"}, "年份要在"),
    ],
)
def test_dates_that_cannot_be_are_refused_and_nothing_is_lost(client, values, message):
    client.force_login(make.editor())
    response = client.post("/admin/news/article/add/", make.form(title="写了很久", **values))
    assert response.status_code == 200
    page = response.content.decode()
    assert message in page
    for typed in ("写了很久", *values.values()):
        assert typed in page
    assert not Article.objects.exists()


@pytest.mark.django_db
def test_an_editor_gives_an_article_its_dates(client):
    client.force_login(make.editor())
    dates = {
        "ends_at": "2099-01-31",
        "pinned_until": "2099-01-10",
        "opens_at": "2099-01-01",
        "closes_at": "2099-01-20 17:00",
    }
    assert client.post("/admin/news/article/add/", make.form(**dates)).status_code == 302
    article = Article.objects.get()
    assert article.ends_at == datetime(2099, 1, 31, 15, 59, 59, 999_999, tzinfo=UTC)
    assert article.closes_at == datetime(2099, 1, 20, 9, tzinfo=UTC)
    page = client.get(f"/admin/news/article/{article.pk}/change/").content.decode()
    assert "2099-01-31 23:59:59" in page
