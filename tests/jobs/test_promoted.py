"""What stands on top for money: marked, at most two, everyone in turn, and nothing else moves."""

from datetime import timedelta

import pytest
import time_machine
from django.http import QueryDict
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from jobs.filters import JobFilter
from jobs.models import Job
from jobs.promoted import lifted, todays
from tests.factories import JobFactory, ago, hence

pytestmark = pytest.mark.django_db
WORDS = ["", "制茶师", "焊工", "会计", "茶", "没有这种活"]


def board(client, number=1, **asked):
    """(ids of the rows, ids of those marked, total)"""
    asked |= {"page": number} if number > 1 else {}
    response = client.get("/jobs/", asked)
    rows = html.fromstring(response.content.decode()).xpath("//*[@data-results]//article[@data-job]")
    marked = [int(row.get("data-job")) for row in rows if "广告" in row.text_content()]
    return [int(row.get("data-job")) for row in rows], marked, response.context["pager"].total


def fill(promoted=5, others=30):
    """The promoted ones are the oldest, so that with many others none is on the first page by itself."""
    paid = [
        JobFactory(title="制茶师", promoted_until=hence(days=20), published_at=ago(days=20 + number))
        for number in range(promoted)
    ]
    rest = [JobFactory(title="制茶师", published_at=ago(days=1 + number % 9)) for number in range(others)]
    return [job.pk for job in paid], [job.pk for job in rest]


def test_two_stand_on_top_with_their_mark_and_the_rest_is_as_without_them(client):
    paid, _ = fill(promoted=3)
    rows, marked, total = board(client)
    assert rows[:2] == marked
    assert set(marked) < set(paid)
    assert (len(rows), len(set(rows)), total) == (22, 22, 33)
    second, marked_there, _ = board(client, 2)
    assert marked_there == []
    for job in Job.objects.filter(pk__in=paid):
        job.promoted_until = None
        job.save()
    assert board(client) == (rows[2:], [], 33)
    assert board(client, 2) == (second, [], 33)


def test_who_is_on_the_page_anyway_moves_up_and_is_there_once(client):
    fill(promoted=0)
    job = JobFactory(published_at=ago(days=2), promoted_until=hence(days=3))
    rows, marked, _ = board(client)
    assert rows.count(job.pk) == 1
    assert rows[0] == marked[0] == job.pk


def test_the_mark_is_not_left_behind_in_the_natural_place(client):
    """The kept row of a job is another one where it is paid for."""
    job = JobFactory(promoted_until=hence(days=3))
    assert board(client)[1] == [job.pk]
    assert board(client, sort="salary")[:2] == ([job.pk], [])
    assert "广告" not in client.get(f"/companies/{job.company_id}/").content.decode()


def test_all_get_their_turn():
    for number in range(1, 12):
        jobs, today = list(range(100, 100 + number)), timezone.localdate()
        seen = [pk for day in range(-(-number // 2)) for pk in todays(jobs, today + timedelta(days=day))]
        assert set(seen) == set(jobs)


def test_tomorrow_it_is_the_turn_of_others(client):
    paid, _ = fill(promoted=4, others=2)
    today = board(client)[1]
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        tomorrow = board(client)[1]
    assert set(today) | set(tomorrow) == set(paid)


@pytest.mark.parametrize(
    "change",
    [
        {"promoted_until": ago(seconds=1)},
        {"ends_at": ago(seconds=1)},
        {"paused_at": ago(seconds=1)},
        {"frozen_at": ago(seconds=1)},
        {"removed_at": ago(seconds=1)},
        {"closed_at": ago(seconds=1)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_it_ends_at_once_with_its_time_or_its_job(client, change):
    JobFactory(title="制茶师")
    job = JobFactory(title="制茶师", promoted_until=hence(days=3))
    assert board(client)[1] == [job.pk]
    for name, value in change.items():
        setattr(job, name, value)
    job.save()
    assert board(client)[1] == []


def test_it_ends_by_the_clock_with_nothing_saved(client):
    job = JobFactory(promoted_until=hence(hours=1))
    assert board(client)[1] == [job.pk]
    with time_machine.travel(job.promoted_until, tick=False):
        assert board(client)[:2] == ([job.pk], [])


def test_feeds_lift_nothing(client):
    paid, _ = fill(promoted=3)
    assert "广告" not in client.get("/feeds/jobs.xml").content.decode()
    first = client.get("/feeds/jobs.xml").content.decode().split("<entry>")[1]
    assert not any(f"/jobs/{pk}/" in first for pk in paid)


@pytest.mark.parametrize("promoted", [0, 5])
def test_it_costs_no_query_once_it_is_known(client, django_assert_num_queries, promoted):
    fill(promoted, others=3)
    at = timezone.now()
    query = JobFilter(QueryDict(""), at).query(at)
    lifted(query, "newest", 1, at)
    with django_assert_num_queries(0):
        lifted(query, "newest", 1, at)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    word=st.sampled_from(WORDS),
    sort=st.sampled_from(["", "newest", "relevance", "salary", "x"]),
    education=st.sampled_from(["", "bachelor", "any"]),
    number=st.integers(-1, 5),
)
def test_no_page_of_any_search_has_more_than_two_marks_or_a_job_twice(client, word, sort, education, number):
    if not Job.objects.exists():
        fill(promoted=6, others=40)
        JobFactory(title="焊工", promoted_until=hence(days=9))
    rows, marked, total = board(client, number, q=word, sort=sort, education=education)
    assert len(marked) <= 2
    assert len(rows) == len(set(rows)) <= min(22, total)
