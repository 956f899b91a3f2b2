"""Counting by columns is counting by sets."""

from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from axrc.search.columns import Columns

TRADES = [("trade:1", f"trade:{leaf}") for leaf in range(10, 16)]
entries = st.fixed_dictionaries(
    {},
    optional={
        "trade": st.sampled_from(TRADES),
        "town": st.sampled_from([("town:1",), ("town:2",)]),
        "benefit": st.sets(st.sampled_from([f"benefit:{number}" for number in range(6)])).map(tuple),
    },
).map(lambda parts: frozenset(token for tokens in parts.values() for token in tokens))
KINDS = {"trade", "town", "benefit"}


def sets_of(rows):
    facets = {}
    for seq, tokens in rows.items():
        for token in tokens:
            facets.setdefault(token, BitMap()).add(seq)
    return facets


def counted(columns, hits):
    return {token: count for token, count in columns.counts(hits, KINDS).items() if count}


def by_sets(rows, hits):
    counts = {token: len(entries & hits) for token, entries in sets_of(rows).items()}
    return {token: count for token, count in counts.items() if count}


@given(st.dictionaries(st.integers(1, 400), entries), st.sets(st.integers(1, 400)))
def test_columns_count_what_sets_count(rows, hits):
    hits = BitMap(hits & rows.keys())
    assert counted(Columns(KINDS, sets_of(rows), sorted(rows)), hits) == by_sets(rows, hits)


@given(
    st.dictionaries(st.integers(1000, 1400), entries),
    st.lists(st.tuples(st.integers(1, 9000), st.none() | entries), max_size=20),
)
def test_they_do_so_after_entries_came_changed_and_went(rows, changes):
    columns = Columns(KINDS, sets_of(rows), sorted(rows))
    for seq, tokens in changes:
        if tokens is None:
            columns.clear(seq)
            rows.pop(seq, None)
        else:
            columns.put(seq, tokens)
            rows[seq] = tokens
    hits = BitMap(rows)
    assert counted(columns, hits) == by_sets(rows, hits)


def test_more_combinations_than_two_bytes_hold_are_told_apart():
    rows = {seq: {f"benefit:{bit}" for bit in range(17) if seq >> bit & 1} for seq in range(70_000)}
    columns = Columns(KINDS, sets_of(rows), sorted(rows))
    for seq in range(66_000, 70_000):
        columns.put(seq, rows[seq])
    assert counted(columns, BitMap(rows)) == by_sets(rows, BitMap(rows))
