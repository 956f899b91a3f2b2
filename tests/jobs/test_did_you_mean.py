"""A word that is nowhere leads to one that is."""

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils import timezone

from jobs.did_you_mean import did_you_mean
from jobs.filters import JobFilter
from tests.factories import JobFactory, RegionFactory, ago

pytestmark = pytest.mark.django_db


def meant(parameters):
    return did_you_mean(JobFilter(QueryDict(parameters)), timezone.now())


@pytest.fixture
def accountant(taxonomy):
    return JobFactory(title="会计", region=RegionFactory(slug="gande"))


@pytest.mark.parametrize("typed", ["会记", "會記", "kuaji"])
def test_a_word_one_off_is_offered_with_its_count(accountant, typed):
    assert [(other["label"], other["count"]) for other in meant(f"q={typed}")] == [("会计", "1 个职位")]


def test_the_other_words_and_conditions_stay(accountant):
    [other] = meant("q=感德 会记&region=gande")
    assert other["label"] == "感德 会计"
    assert JobFilter(QueryDict(other["url"].split("?")[1])).words == "感德 会计 · 感德"


def test_the_conditions_go_when_nothing_meets_them(accountant):
    [other] = meant("q=会记&region=xiping")
    assert "region" not in other["url"]


def test_only_what_is_live_is_meant(accountant):
    accountant.closed_at = ago(hours=1)
    accountant.save()
    assert meant("q=会记") == []


@pytest.mark.parametrize("parameters", ["", "q=会计", "q=会计&region=xiping", "q=不存在的词", "q=!!!"])
def test_a_word_that_is_right_or_too_far_off_offers_nothing(accountant, parameters):
    assert meant(parameters) == []


def test_what_is_meant_is_a_link(accountant):
    page = render_to_string("jobs/_did_you_mean.html", {"did_you_mean": meant("q=会记")})
    assert "您要找的是不是" in page
    assert '<a href="/jobs/?q=%E4%BC%9A%E8%AE%A1">会计</a>（1 个职位）' in page
