"""Searches are counted by word and day, without a trace of who searched, and never by a GET."""

import threading
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jobs import search_log
from jobs.models import SearchCount, SearchedWord
from jobs.wording import counted_as
from tests.factories import JobFactory, UserFactory, hence

pytestmark = pytest.mark.django_db


def look(client, word, address="10.0.0.1", **options):
    return client.post("/jobs/searched/", query_params={"q": word}, REMOTE_ADDR=address, **options)


def folded():
    """{word: (searches, found nothing)} of all that was noted."""
    search_log.searches.fold()
    return {count.word.word: (count.searches, count.found_nothing) for count in SearchCount.objects.select_related("word")}


def kept(word, days_ago, searches, found_nothing=0):
    row, _ = SearchedWord.objects.get_or_create(word=word)
    day = timezone.localdate() - timedelta(days=days_ago)
    return SearchCount.objects.create(word=row, day=day, searches=searches, found_nothing=found_nothing)


# What is noted ----------------------------------------------------------------------------------------------------


def test_a_search_is_counted_and_leaves_nothing_else(client):
    JobFactory(title="制茶师")
    response = look(client, "制茶师")
    assert response.status_code == 204
    assert not response.cookies
    assert folded() == {"制茶师": (1, 0)}
    assert SearchCount.objects.get().day == timezone.localdate()
    assert {field.name for field in SearchCount._meta.get_fields()} == {"id", "word", "day", "searches", "found_nothing"}


def test_a_search_without_a_job_found_nothing(client):
    JobFactory(title="制茶师", closed_at=hence(seconds=-1))
    look(client, "制茶师")
    assert folded() == {"制茶师": (1, 1)}


@pytest.mark.parametrize("address", ["/jobs/", "/search/"])
def test_the_first_page_tells_where_to_count_and_counts_nothing_itself(client, address):
    with CaptureQueriesContext(connection) as queries:
        page = client.get(address, {"q": "制茶师"}).content.decode()
    assert 'data-seen="/jobs/searched/?q=%E5%88%B6%E8%8C%B6%E5%B8%88"' in page
    assert not [query["sql"] for query in queries if query["sql"].split()[0] in {"INSERT", "UPDATE", "DELETE"}]
    assert client.get("/jobs/searched/", {"q": "制茶师"}).status_code == 405
    assert folded() == {}


def test_further_pages_and_searches_without_a_word_are_not_counted(client):
    JobFactory.create_batch(25, title="制茶师")
    for parameters in ({"q": "制茶师", "page": "2"}, {}, {"q": "  "}, {"nature": "full_time"}):
        assert "/jobs/searched/" not in client.get("/jobs/", parameters).content.decode()
    look(client, "")
    look(client, "!!!")
    assert folded() == {}


def test_a_page_from_the_cache_counts_like_any_other(client, settings):
    settings.PAGE_CACHE = True
    pages = [client.get("/jobs/?q=制茶师").content.decode() for client in (Client(), Client())]
    assert pages[0] == pages[1]
    assert "/jobs/searched/?q=" in pages[1]


def test_what_reads_the_same_is_one_word(client):
    for number, typed in enumerate(["C++工程师", "ｃ＋＋工程师", " c++工程师 ", "c++工程师！", "“C++工程师”"]):
        look(client, typed, f"10.0.0.{number}")
    assert folded() == {"c++工程师": (5, 5)}


@pytest.mark.parametrize(
    "typed",
    [
        "13800138000",
        "林先生１３８００１３８０００",
        "138 0013 8000",
        "138-0013-8000",
        "0595-23007777",
        "一三八〇〇一三八〇〇〇",
        "350524199001011234",
        "35052419900101123X",
        "lin@example.com",
        "林＠example。com",
        "qq 123456789",
        "wxid_ab12cd",
        "字" * 51,
        "\x00",
        "?" * 20,
    ],
)
def test_what_may_tell_of_a_person_is_never_noted(client, typed):
    assert look(client, typed).status_code == 204
    assert cache.get(search_log.searches.newest) is None
    assert folded() == {}


@pytest.mark.parametrize(
    "typed", ["会计", "cad2020", "iso9001", "3-5年", "2026届", "5000元", "b2b/b2c", ".net", "c#", "24小时"]
)
def test_ordinary_words_are_noted_as_they_are(typed):
    assert counted_as(typed) == typed


# Who is counted ---------------------------------------------------------------------------------------------------


def test_the_same_visitor_counts_once_a_day_for_a_word(client):
    for word in ("会计", "会计", " 会计 ", "出纳"):
        look(client, word)
    look(client, "会计", "10.0.0.2")
    assert {word: searches for word, (searches, _) in folded().items()} == {"会计": 2, "出纳": 1}


def test_the_same_visitor_counts_again_after_midnight(client, travelling_cache):
    evening = datetime(2026, 3, 5, 23, tzinfo=timezone.get_current_timezone())
    for at in (evening, evening + timedelta(minutes=59), evening + timedelta(hours=2)):
        with time_machine.travel(at, tick=False):
            look(client, "会计")
    search_log.searches.fold()
    assert dict(SearchCount.objects.values_list("day", "searches")) == {date(2026, 3, 5): 1, date(2026, 3, 6): 1}


def test_a_loop_over_words_runs_into_the_limit(client):
    for number in range(search_log.WORDS_AN_HOUR + 10):
        look(client, f"职位{number}")
    assert len(folded()) == search_log.WORDS_AN_HOUR


@pytest.mark.parametrize(
    "headers",
    [
        {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"},
        {"User-Agent": "Mozilla/5.0 (compatible; Baiduspider/2.0)"},
        {"User-Agent": "python-requests/2.32"},
        {"Sec-Purpose": "prefetch;prerender"},
        {"Purpose": "prefetch"},
    ],
)
def test_robots_and_prepared_pages_do_not_count(client, headers):
    assert look(client, "会计", headers=headers).status_code == 204
    assert folded() == {}


def test_staff_and_strangers_sites_do_not_count(client):
    assert look(client, "会计", headers={"Origin": "https://evil.example"}).status_code == 403
    client.force_login(UserFactory(is_staff=True))
    look(client, "会计")
    assert folded() == {}


def test_a_seeker_without_a_token_counts_like_anybody():
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(UserFactory())
    look(strict, "会计", headers={"User-Agent": "Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0"})
    assert folded() == {"会计": (1, 1)}


def test_the_cache_holds_no_address(client):
    if not hasattr(cache, "_cache") or not isinstance(cache._cache, dict):
        pytest.skip("only the memory of a process can be listed")
    look(client, "会计", "203.0.113.77")
    assert "203.0.113.77" not in repr(list(cache._cache.items()))


# The daily rows ---------------------------------------------------------------------------------------------------


def test_a_search_belongs_to_the_day_in_shanghai_on_which_it_was():
    midnight = datetime(2026, 3, 6, tzinfo=timezone.get_current_timezone())
    for at in (midnight - timedelta(seconds=1), midnight, midnight):
        search_log.record("会计", found_nothing=False, at=at)
    search_log.searches.fold()
    assert dict(SearchCount.objects.values_list("day", "searches")) == {date(2026, 3, 5): 1, date(2026, 3, 6): 2}


def test_the_command_folds_what_waits(capsys):
    for _ in range(4):
        search_log.record("会计", found_nothing=True)
    call_command("fold_counts")
    assert "搜索 3 次" in capsys.readouterr().out  # the first of a quiet time folds at once
    assert folded() == {"会计": (4, 4)}


def test_a_fold_costs_few_queries_for_one_word():
    search_log.record("会计", found_nothing=False)
    for _ in range(15):
        search_log.record("会计", found_nothing=False)
    with CaptureQueriesContext(connection) as captured:
        search_log.searches.fold()
    assert len(captured) <= 6


def test_old_rows_are_dropped():
    kept("会计", 399, 5)
    kept("会计", 400, 5)
    search_log.forget()
    assert SearchCount.objects.get().day == timezone.localdate() - timedelta(days=399)


def test_what_only_few_looked_for_is_forgotten_after_a_month():
    kept("王小安", 30, 2)
    kept("林大明", 29, 2)
    kept("会计", 200, 3)
    hidden, _ = SearchedWord.objects.get_or_create(word="彩票")
    search_log.hide([hidden.pk], by=None)
    search_log.forget()
    assert set(SearchedWord.objects.values_list("word", flat=True)) == {"林大明", "会计", "彩票"}


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite lets one write at a time")
def test_folds_and_forgetting_at_once_lose_nothing():
    words = [f"词{number}" for number in range(30)]
    kept("词0", 40, 1)
    counts = [{(word, timezone.localdate(), False): 1 for word in order} for order in (words, words[::-1]) * 4]
    failures = []

    def run(deed, *arguments):
        try:
            deed(*arguments)
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(search_log.add_to_days, part)) for part in counts]
    threads += [threading.Thread(target=run, args=(search_log.forget,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    today = SearchCount.objects.filter(day=timezone.localdate())
    assert dict(today.values_list("word__word", "searches")) == dict.fromkeys(words, len(counts))
