"""What is counted waits in the cache, is folded by the handful, and lost at most a few at a time."""

import threading
from collections import Counter

import pytest
from django.core.cache import cache

from axrc.web import counting
from axrc.web.counting import Buffer


@pytest.fixture
def book():
    """What has been written."""
    return Counter()


@pytest.fixture
def buffer(book):
    return Buffer("tests.things", book.update)


def wait_after_a_fold(number, buffer):
    """So many wait; the first of a quiet time, which folds at once, came before."""
    for _ in range(1 + number):
        buffer.record("thing")


def test_few_wait_and_many_fold_by_themselves(buffer, book):
    wait_after_a_fold(counting.PENDING - 1, buffer)
    assert book["thing"] == 1
    buffer.record("thing")
    assert book["thing"] == 1 + counting.PENDING


def test_after_a_quiet_minute_the_next_folds_what_waits(buffer, book):
    wait_after_a_fold(3, buffer)
    assert book["thing"] == 1
    cache.delete(buffer.recently_folded)  # as the cache does after a minute, by a clock of its own
    buffer.record("thing")
    assert book["thing"] == 5


def test_folding_twice_counts_once(buffer, book):
    wait_after_a_fold(5, buffer)
    assert buffer.fold() == 5
    assert buffer.fold() == 0
    assert book["thing"] == 6


def test_buffers_keep_apart(buffer, book):
    others = Counter()
    wait_after_a_fold(2, buffer)
    wait_after_a_fold(3, other := Buffer("tests.others", others.update))
    assert (buffer.fold(), other.fold()) == (2, 3)
    assert (book["thing"], others["thing"]) == (3, 4)


@pytest.mark.parametrize("lost", [["newest"], ["folded"], ["newest", "folded"], ["recently_folded"], ["folding"]])
def test_what_the_cache_forgets_is_little_and_never_counted_twice(buffer, book, lost):
    wait_after_a_fold(5, buffer)
    cache.delete_many([getattr(buffer, name) for name in lost])
    buffer.fold()
    for _ in range(10):
        buffer.record("thing")
    buffer.fold()
    assert 11 <= book["thing"] <= 16


def test_an_emptied_cache_loses_what_waited_and_goes_on(buffer, book):
    wait_after_a_fold(5, buffer)
    cache.clear()
    assert buffer.fold() == 0
    wait_after_a_fold(5, buffer)
    buffer.fold()
    assert book["thing"] == 7


def test_a_database_that_can_not_be_written_loses_nothing(buffer, book):
    wait_after_a_fold(5, buffer)

    def fail(counts):
        raise OSError("locked")

    buffer.write, write = fail, buffer.write
    with pytest.raises(OSError, match="locked"):
        buffer.fold()
    buffer.write = write
    buffer.fold()
    assert book["thing"] == 6


def test_only_one_folds_at_a_time(buffer):
    wait_after_a_fold(5, buffer)
    cache.add(buffer.folding, True, 30)
    assert buffer.fold() == 0
    cache.delete(buffer.folding)
    assert buffer.fold() == 5


def test_many_at_once_are_all_numbered(buffer):
    """Numbers are given one by one, whoever asks at the same time."""
    given = []
    threads = [threading.Thread(target=lambda: given.extend(buffer.next_number() for _ in range(50))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(given)) == 200
