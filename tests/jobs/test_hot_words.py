"""Hot words are what many visitors look for, find something now, and have not been hidden by the staff."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jobs.models import SearchCount, SearchedWord
from tests.factories import CategoryFactory, JobFactory, UserFactory, ago, hence

pytestmark = pytest.mark.django_db

ADMIN = "/admin/jobs/searchedword/"


def searched(word, *days, found_nothing=0):
    """So many searches on each of the last days, today first."""
    row, _ = SearchedWord.objects.get_or_create(word=word)
    today = timezone.localdate()
    for ago_, searches in enumerate(days):
        SearchCount.objects.create(
            word=row, day=today - timedelta(days=ago_), searches=searches, found_nothing=min(found_nothing, searches)
        )
    return row


def hot(client=None):
    return [word["word"] for word in (client or Client()).get("/").context["hot_words"]]


@pytest.fixture
def reviewer(client):
    user = UserFactory(is_staff=True, name="小陈")
    user.groups.add(Group.objects.get(name="审核"))
    client.force_login(user)
    return user


def do(client, action, *words):
    return client.post(ADMIN, {"action": action, "_selected_action": [word.pk for word in words]}, follow=True)


# On the home page -------------------------------------------------------------------------------------------------


def test_what_is_searched_most_comes_first_and_trades_fill_up():
    JobFactory(title="茶艺师", category=CategoryFactory(slug="driver", name="司机/驾驶"))
    JobFactory(title="会计")
    searched("茶艺师", 2, 2, 1)
    searched("会计", 5, 5, 5)
    assert hot() == ["会计", "茶艺师", *sorted(["司机", "制茶师"], key=hot().index)]


def test_without_searches_there_are_the_trades_of_the_newest_jobs():
    JobFactory()
    assert hot() == ["制茶师"]


def test_a_trade_that_is_hot_stands_there_once():
    JobFactory(title="制茶师")
    searched("制茶师", 2, 2, 1)
    assert hot() == ["制茶师"]


@pytest.mark.parametrize(
    "days",
    [
        pytest.param((2, 1, 1), id="too few"),
        pytest.param((50, 50), id="on too few days"),
        pytest.param((1,) * 14, id="perhaps always the same visitor"),
        pytest.param((0,) * 14 + (9, 9, 9), id="too long ago"),
    ],
)
def test_what_need_not_be_many_visitors_is_not_hot(days):
    JobFactory(title="林大明的助手", category=CategoryFactory(slug="other", name="其他"))
    searched("林大明", *days)
    assert hot() == ["其他"]


def test_a_word_vanishes_with_its_last_job_and_nothing_runs(settings):
    settings.PAGE_CACHE = True
    start, end = hence(seconds=50), hence(seconds=100)
    JobFactory(title="茶艺师", published_at=start, ends_at=end)
    searched("茶艺师", 5, 5, 5)
    shown = {}
    for moment in (start - timedelta(seconds=1), start, end - timedelta(seconds=1), end):
        with time_machine.travel(moment, tick=False):
            shown[moment] = "/jobs/?q=%E8%8C%B6%E8%89%BA%E5%B8%88" in Client().get("/").content.decode()
    assert list(shown.values()) == [False, True, True, False]


def test_sentences_are_no_hot_words():
    JobFactory(title="一份离家近又能照顾孩子的工作", category=CategoryFactory(slug="other", name="其他"))
    searched("一份离家近又能照顾孩子的工作", 5, 5, 5)
    assert hot() == ["其他"]


def test_a_hot_word_leads_to_what_it_finds(client):
    job = JobFactory(title="C++工程师")
    searched("c++工程师", 5, 5, 5)
    (first, *_) = client.get("/").context["hot_words"]
    assert [pk for pk, _ in client.get(first["url"]).context["rows"]] == [job.pk]


# The staff's list -------------------------------------------------------------------------------------------------


def test_reviewers_see_what_is_searched_and_what_finds_nothing(client, reviewer):
    searched("会计", 3, *[0] * 6, 4, *[0] * 22, 100)
    searched("宇航员", 4, found_nothing=3)
    page = client.get(ADMIN).content.decode()
    assert page.index("会计") < page.index("宇航员")
    assert '<td class="field-in_week">3</td><td class="field-in_month">7</td><td class="field-in_vain">0</td>' in page
    assert '<td class="field-in_vain">3（75%）</td>' in page
    in_vain = client.get(ADMIN, {"found": "nothing"}).content.decode()
    assert "宇航员" in in_vain
    assert "会计" not in in_vain
    assert "会计" in client.get(ADMIN, {"found": "always"}).content.decode()


def test_what_hardly_anybody_searched_is_shown_to_nobody(client, reviewer):
    searched("林大明", 2)
    for parameters in ({}, {"q": "林"}, {"found": "nothing"}, {"o": "2"}):
        assert ">林大明<" not in client.get(ADMIN, parameters).content.decode()


def test_a_hidden_word_is_gone_at_once_and_comes_back(client, reviewer, settings, django_capture_on_commit_callbacks):
    settings.PAGE_CACHE = True
    JobFactory(title="茶艺师")
    word = searched("茶艺师", 5, 5, 5)
    assert hot(Client())[0] == "茶艺师"
    with django_capture_on_commit_callbacks(execute=True):
        assert "已隐藏 1 个词" in do(client, "hide_words", word).content.decode()
    assert "茶艺师" not in hot(Client())
    page = client.get(ADMIN, {"hidden": "yes"}).content.decode()
    assert "茶艺师" in page
    assert "小陈" in page
    with django_capture_on_commit_callbacks(execute=True):
        do(client, "show_words", word)
    assert hot(Client())[0] == "茶艺师"


def test_any_word_can_be_hidden_in_advance_also_a_trade(client, reviewer):
    JobFactory()
    rare = searched("林大明", 1)
    for typed in ("制茶师", " 林大明 "):
        assert client.post(f"{ADMIN}add/", {"word": typed}).status_code == 302
    assert hot() == []
    rare.refresh_from_db()
    assert rare.hidden_by == reviewer
    assert SearchedWord.objects.hidden().count() == 2


@pytest.mark.parametrize("typed", ["", "！！！", "㍿" * 50])
def test_what_is_no_word_can_not_be_hidden(client, reviewer, typed):
    assert client.post(f"{ADMIN}add/", {"word": typed}).context["errors"]
    assert not SearchedWord.objects.exists()


def test_what_was_searched_can_not_be_changed(client, reviewer):
    word = searched("会计", 5)
    assert client.post(f"{ADMIN}{word.pk}/change/", {"word": "出纳"}).status_code == 403
    assert client.post(f"{ADMIN}{word.pk}/delete/", {"post": "yes"}).status_code == 403
    assert SearchedWord.objects.get().word == "会计"


def test_who_may_only_look_hides_nothing_and_others_do_not_even_look(client):

    word = searched("会计", 5)
    user = UserFactory(is_staff=True)
    client.force_login(user)
    assert client.get(ADMIN).status_code == 403
    user.user_permissions.add(Permission.objects.get(codename="view_searchedword"))
    assert "会计" in client.get(ADMIN).content.decode()
    do(client, "hide_words", word)
    assert not SearchedWord.objects.hidden().exists()


def test_the_list_costs_no_query_a_word(client, reviewer):

    def queries():
        with CaptureQueriesContext(connection) as captured:
            client.get(ADMIN)
        return len(captured)

    searched("会计", 5)
    few = queries()
    for number in range(30):
        row = searched(f"职位{number}", 5)
        row.hidden_at, row.hidden_by = ago(days=1), reviewer
        row.save()
    assert queries() == few
