"""How often is too often."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache

from axrc.web.rate_limit import allowed, name


def test_as_many_as_the_limit_are_allowed_and_no_more():
    assert [allowed("letters", "a", 3, 60) for _ in range(5)] == [True, True, True, False, False]


def test_everyone_is_counted_alone():
    assert allowed("letters", "a", 1, 60)
    assert allowed("letters", "b", 1, 60)


def test_every_activity_is_counted_alone():
    assert allowed("letters", "a", 1, 60)
    assert allowed("calls", "a", 1, 60)


@pytest.mark.usefixtures("travelling_cache")
def test_after_the_window_the_count_begins_anew():
    with time_machine.travel("2026-03-05 08:00", tick=False) as clock:
        assert allowed("letters", "a", 1, 60)
        assert not allowed("letters", "a", 1, 60)
        clock.shift(timedelta(seconds=61))
        assert allowed("letters", "a", 1, 60)


@pytest.mark.usefixtures("travelling_cache")
def test_refused_tries_do_not_make_the_window_longer():
    with time_machine.travel("2026-03-05 08:00", tick=False) as clock:
        assert allowed("letters", "a", 1, 60)
        clock.shift(timedelta(seconds=50))
        assert not allowed("letters", "a", 1, 60)
        clock.shift(timedelta(seconds=11))
        assert allowed("letters", "a", 1, 60)


def test_tries_at_the_same_moment_are_all_counted():
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: allowed("letters", "a", 5, 60), range(40)))
    assert answers.count(True) == 5


def test_a_window_that_closes_between_two_calls_locks_nobody_out(monkeypatch):
    def closed(key, *args, **kwargs):
        raise ValueError(key)

    allowed("letters", "a", 1, 60)
    monkeypatch.setattr(cache, "incr", closed)
    assert allowed("letters", "a", 1, 60)


def test_the_counter_does_not_name_the_person():
    assert "203.0.113.5" not in name("letters", "203.0.113.5")
