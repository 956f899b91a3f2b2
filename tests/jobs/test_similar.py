"""What else may please who reads a job."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jobs.similar import MOST, similar
from tests.factories import JobFactory

pytestmark = pytest.mark.django_db


def titles(job):
    return [other.title for other in similar(job, timezone.now())]


@pytest.fixture
def welder(taxonomy):
    """Jobs in one trade: job(title, town)."""
    category = taxonomy.categories.by_slug["welder"]
    return lambda title, town="xiping": JobFactory(title=title, category=category, region=taxonomy.regions.by_slug[town])


def test_rare_words_of_the_title_come_before_the_town_and_the_town_before_the_rest(welder):
    job = welder("氩弧焊工(夜班)", "longmen")
    for title, town in [("氩弧焊工", "gande"), ("电焊学徒", "longmen"), ("电焊师傅", "gande")]:
        welder(title, town)
    assert titles(job) == ["氩弧焊工", "电焊学徒", "电焊师傅"]


def test_a_rare_word_counts_more_than_one_that_many_share(welder):
    job = welder("夜班 氩弧")
    for number in range(8):
        welder(f"夜班 {number}")
    welder("氩弧")
    for number in range(8, 12):
        welder(f"夜班 {number}")
    assert titles(job)[0] == "氩弧"


def test_what_every_title_of_the_trade_says_tells_nothing(welder):
    job = welder("焊工", "longmen")
    welder("焊工", "gande")
    welder("电焊", "longmen")
    welder("焊工", "gande")
    assert titles(job)[0] == "电焊"


def test_a_job_of_another_trade_is_not_similar_whatever_its_title(welder, taxonomy):
    job = welder("氩弧焊工")
    JobFactory(title="氩弧焊工", category=taxonomy.categories.by_slug["tea-maker"])
    assert titles(job) == []


def test_there_are_few_and_they_cost_the_same(welder):
    job = welder("氩弧焊工")
    welder("氩弧焊工")
    few = queries(job)
    for number in range(100):
        welder(f"氩弧焊工 {number}")
    assert len(titles(job)) == MOST
    assert queries(job) == few


def queries(job):
    titles(job)
    with CaptureQueriesContext(connection) as captured:
        similar(job, timezone.now())
    return len(captured)
