"""The index in memory: for each term the set of the entries that have it, as compressed bitmaps.

A database answers an intersection in a millisecond or ten; two bitmaps of a million entries take some microseconds. So each
process keeps the sets of all values of facets, read once in one pass, and those of the words that were looked for last, read
from the database's full-text index when first asked. What counts many options at once is in axrc/search/columns.py.

It is never out of date. Triggers write every change of an entry into a log, in the transaction that makes it; before a
search the log is read on from where it was left (one statement, as a rule without a row). Marks drawn by lot prove that
the log is still the one that was read before, and not one after a rollback. What shows at a moment follows from the dates
of the entries: those to come are kept by the hour, and looked at again when their time comes.
"""

import heapq
from array import array
from bisect import bisect_left
from collections import OrderedDict, defaultdict
from contextlib import contextmanager
from datetime import UTC, timedelta
from functools import reduce
from itertools import chain
from operator import and_
from threading import RLock

from django.db import connections
from pyroaring import BitMap

from axrc.search import engines
from axrc.search.columns import Columns, kind_of
from axrc.search.engines.statement import Statement, moment, subject_column

# Sets of so many words are kept, those asked for last.
WORDS = 500
# After more changes than this everything is read anew.
CHANGES = 2000
# Requests that run side by side have moments that lie so far apart at the most.
ASIDE = timedelta(seconds=1)
# So many of the newest hits are looked at first when options are counted.
NEWEST = [30_000, 100_000, 300_000]
# What it costs to meet a set in one stretch of entries, and to fetch and count one cell of a column, in the same unit.
SET_COST, CELL_COST, STRETCH = 200, 1, 1 << 16
# Rows fetched in one go.
CHUNK = 2000

LOG = "search_change"


class Shelf:
    """All that one process holds of one database."""

    def __init__(self, alias):
        self.alias = alias
        self.lock = RLock()
        self.forget()

    def forget(self):
        with self.lock:
            self.memories, self.held = {}, {}
            self.at = self.now = self.last = None

    @contextmanager
    def shown(self, model, at):
        """Hold the sets of a kind of entries still, as they are at a moment."""
        with self.lock:
            try:
                self.reach(at)
                if model not in self.memories:
                    self.memories[model] = Memory(model, self.alias, self.now)
            except BaseException:
                # Half a step would be a wrong answer for ever.
                self.forget()
                raise
            yield self.memories[model]

    def kept(self, table, read, at):
        """What read() gives, read again after `log_change(table)`: for small tables that every search asks."""
        with self.lock:
            self.reach(at)
            if table not in self.held:
                self.held[table] = read()
            return self.held[table]

    def reach(self, at):
        """One request asks several times with the very same moment; the log is read for the first time only.

        Of requests that run at the same time a later one may have been here first: it is late enough for both.
        """
        if at is not self.at:
            if self.at and timedelta() < self.at - at < ASIDE:
                self.come_to(self.now)
            else:
                self.come_to(moment(self.alias, at))
                self.at = at

    def come_to(self, now):
        """Bring all sets to a moment, as the database holds it."""
        if self.last and now >= self.now:
            rows = Statement(
                f'SELECT id, mark, entries, seq FROM "{LOG}" WHERE id >= %s ORDER BY id LIMIT {CHANGES + 2}', [self.last[0]]
            ).rows(self.alias)
            # The first row is the last one read before, unless there was none at all.
            known = rows[:1] if self.last[0] else [self.last]
            if [row[:2] for row in known] == [self.last]:
                self.apply(rows[1:] if self.last[0] else rows, now)
                return
        self.memories, self.held = {}, {}
        last = Statement(f'SELECT id, mark FROM "{LOG}" ORDER BY id DESC LIMIT 1').rows(self.alias)
        self.last, self.now = last[0] if last else (0, 0), now

    def apply(self, changes, now):
        if changes:
            self.last = changes[-1][:2]
        self.now = now
        changed = defaultdict(set)
        for _, _, entries, seq in changes:
            changed[entries].add(seq)
            self.held.pop(entries, None)
        for model, held in list(self.memories.items()):
            if len(changes) > CHANGES or None in changed[held.table]:
                del self.memories[model]
            else:
                held.come_to(now, changed[held.table])


class Memory:
    """The sets of one kind of entries."""

    def __init__(self, model, alias, now):
        self.model = model
        self.alias = alias
        self.table = model._meta.db_table
        self.read_all(now)

    # Reading -------------------------------------------------------------------------------------------------------

    def hits(self, query):
        """The entries that a query finds."""
        self.load(query.all_clauses)
        found = self.narrowed(self.showing, query.clauses)
        return found - self.clause(query.excluded) if query.excluded else found

    def among(self, query, seqs):
        """Those of a few entries that the query finds; costs little, as the few are met first."""
        self.load(query.all_clauses)
        found = self.narrowed(self.showing & BitMap(seqs), query.clauses)
        return found - self.clause(query.excluded) if query.excluded else found

    def narrowed(self, hits, clauses):
        """Those of the hits that satisfy all clauses, which are loaded."""
        return common([hits, *map(self.clause, clauses)])

    def counts(self, query, facets, most):
        """For each facet how many hits each of its options has: facets as for `EntryManager.counts`."""
        self.load([*query.all_clauses, *(clause for clauses, _, _ in facets for clause in clauses)])
        base = self.hits(query)
        sets = [[self.clause(clause) for clause in clauses] for clauses, _, _ in facets]
        together = [number for number, (clauses, _, adds) in enumerate(facets) if adds or not clauses]
        found = {}
        self.figure(common([base, *chain(*sets)]), together, facets, most, found)
        for number in set(range(len(facets))).difference(together):
            self.figure(common([base, *chain(*sets[:number], *sets[number + 1 :])]), [number], facets, most, found)
        return [found[number] for number in range(len(facets))]

    def figure(self, hits, numbers, facets, most, found):
        """Put into `found` how many of the hits each option of the numbered facets has, at the most `most + 1`.

        What is frequent is soon found to be more than that among the newest; the others are counted in full. The tokens of
        one option exclude each other, like the days of a week, so their figures are added.
        """
        open_ones = {number: range(len(facets[number][1])) for number in numbers}
        found.update((number, [0] * len(places)) for number, places in open_ones.items())
        for size in [*(size for size in NEWEST if size < len(hits)), len(hits)] if hits else []:
            part = hits & BitMap(range(hits[-size], hits[-1] + 1)) if size < len(hits) else hits
            asked = {token for number, places in open_ones.items() for place in places for token in facets[number][1][place]}
            count = self.counts_of(part, asked).__getitem__
            for number, places in open_ones.items():
                options, figures = facets[number][1], found[number]
                for place in places:
                    tokens = options[place]
                    figures[place] = count(tokens[0]) if len(tokens) == 1 else sum(map(count, tokens))
            open_ones = {number: [p for p in places if found[number][p] <= most] for number, places in open_ones.items()}
        for number in numbers:
            found[number] = [min(figure, most + 1) for figure in found[number]]

    def counts_of(self, hits, tokens):
        """{token: how many of the hits have it}, whichever way is the shorter."""
        kinds = {kind_of(token) for token in tokens}
        columns = self.columns_for(kinds)
        stretches = 1 + (hits[-1] - hits[0]) / STRETCH
        if len(tokens) * stretches * SET_COST < len(hits) * len(columns.with_any(kinds)) * CELL_COST:
            return {token: hits.intersection_cardinality(self.facets.get(token, EMPTY)) for token in tokens}
        else:
            return defaultdict(int, columns.counts(hits, kinds))

    def columns_for(self, kinds):
        known = self.columns.kinds if self.columns else frozenset()
        if not kinds <= known:
            self.columns = Columns(known | kinds, self.facets, self.seqs)
        return self.columns

    def page(self, hits, parts, offset, limit):
        """Subjects of a page of the hits: the first part on top, then the second ..., at last those in no part.

        Of each part the newest come first.
        """
        found = []
        for part in [*parts, ()]:
            chosen = self.narrowed(hits, part)
            end = len(chosen) - max(0, offset)
            if end > 0:
                found += reversed(chosen[max(0, end - limit + len(found)) : end])
            if len(found) == limit:
                break
            offset -= len(chosen)
            hits = hits - chosen
        return [self.subjects[bisect_left(self.seqs, seq)] for seq in found]

    def clause(self, clause):
        """The entries that have any of the terms, whether they show or not."""
        sets = [self.term(term) for term in clause]
        return sets[0] if len(sets) == 1 else BitMap.union(*sets)

    def term(self, term):
        return self.facets.get(term.token, EMPTY) if self.is_facet(term) else self.words[term]

    def is_facet(self, term):
        return term.kind in self.model.facet_kinds

    def load(self, clauses):
        """Fetch the sets of words that are not at hand, all in one statement."""
        wanted = dict.fromkeys(term for clause in clauses for term in clause if not self.is_facet(term))
        missing = []
        for term in wanted:
            if term in self.words:
                self.words.move_to_end(term)
            else:
                missing.append(term)
        if missing:
            found = [array("I") for _ in missing]
            engine = engines.current(self.alias)
            with connections[self.alias].chunked_cursor() as cursor:
                statement = engine.seqs(self.model, missing)
                cursor.execute(statement.sql, statement.params)
                while rows := cursor.fetchmany(CHUNK):
                    for number, seq in rows:
                        found[number].append(seq)
            for term, seqs in zip(missing, found, strict=True):
                self.words[term] = BitMap(seqs)
            for _ in range(len(self.words) - max(WORDS, len(wanted))):
                self.words.popitem(last=False)

    # Staying right -------------------------------------------------------------------------------------------------

    def come_to(self, now, changed):
        self.now = now
        self.look_again(changed | self.due())

    def read_all(self, now):
        """Read the facets and dates of every entry that has not ended, in one pass."""
        self.now = now
        self.words = OrderedDict()
        # Entries whose showing changes: by the hour for later, one by one for the hour that has begun.
        self.later = defaultdict(BitMap)
        self.soon = []
        self.hour = hour(now)
        # What each entry stands for, side by side, in the order of the entries.
        self.seqs, self.subjects = array("Q"), array("Q")
        facets, showing = defaultdict(lambda: array("I")), array("I")
        with connections[self.alias].chunked_cursor() as cursor:
            dates = engines.current(self.alias).dates
            columns = f'seq, "{subject_column(self.model)}", {dates}, facets'
            cursor.execute(f'SELECT {columns} FROM "{self.table}" WHERE ends_at > %s ORDER BY seq', [now])
            while rows := cursor.fetchmany(CHUNK):
                for seq, subject, dated_at, ends_at, line in rows:
                    self.seqs.append(seq)
                    self.subjects.append(subject)
                    if self.place(seq, dated_at, ends_at):
                        showing.append(seq)
                    for token in line.split():
                        facets[token].append(seq)
        self.showing = BitMap(showing)
        self.facets = {token: BitMap(seqs) for token, seqs in facets.items()}
        # Made when something is counted first, of the kinds that are.
        self.columns = None

    def place(self, seq, dated_at, ends_at):
        """Say whether the entry shows, and remember when that changes."""
        changes_at = dated_at if dated_at > self.now else ends_at
        if changes_at > self.now:
            if hour(changes_at) > self.hour:
                self.later[hour(changes_at)].add(seq)
            else:
                heapq.heappush(self.soon, (changes_at, seq))
        return dated_at <= self.now < ends_at

    def due(self):
        """Entries whose showing may have changed by now."""
        found = set()
        if hour(self.now) > self.hour:
            self.hour = hour(self.now)
            for begun in [key for key in self.later if key <= self.hour]:
                found.update(self.later.pop(begun))
        while self.soon and self.soon[0][0] <= self.now:
            found.add(heapq.heappop(self.soon)[1])
        return found

    def look_again(self, seqs):
        """Take entries out of all sets and put them in again as they now stand."""
        if not seqs:
            return
        gone = BitMap(seqs)
        for held in (self.showing, *self.facets.values(), *self.words.values()):
            held.difference_update(gone)
        if self.columns:
            for seq in seqs:
                self.columns.clear(seq)
        ordered = sorted(seqs)
        for start in range(0, len(ordered), CHUNK):
            entries = self.model.objects.using(self.alias).filter(pk__in=ordered[start : start + CHUNK])
            for entry in entries:
                self.take_in(entry)

    def take_in(self, entry):
        seq = entry.pk
        place = bisect_left(self.seqs, seq)
        if place == len(self.seqs) or self.seqs[place] != seq:
            self.seqs.insert(place, seq)
            self.subjects.insert(place, getattr(entry, f"{self.model.subject}_id"))
        ends_at = moment(self.alias, entry.ends_at)
        if self.place(seq, moment(self.alias, entry.dated_at), ends_at):
            self.showing.add(seq)
        # As when all are read: what has ended has no facets to be counted by.
        tokens = entry.facets.split() if ends_at > self.now else []
        for token in tokens:
            self.facets.setdefault(token, BitMap()).add(seq)
        if self.columns:
            self.columns.put(seq, tokens)
        for term, held in self.words.items():
            if term.matches(entry.tokens, entry.text):
                held.add(seq)


EMPTY = BitMap()


def common(sets):
    """What is in all of the sets; the smallest go first, as they leave the others little to do."""
    return reduce(and_, sorted(sets, key=len))


def hour(native):
    """The hour of a moment as the database gives it, in a form that sorts."""
    return str(native if isinstance(native, str) else native.astimezone(UTC))[:13]


_shelves = {}


def of(alias):
    """What this process holds of a database."""
    return _shelves.setdefault(alias, Shelf(alias))


def log_change(table, alias="default"):
    """Let every process read the table again that it has by `kept`, once this transaction is committed."""
    engine = engines.current(alias)
    with connections[alias].cursor() as cursor:
        cursor.execute(engine.everything_changed.replace("ENTRIES_", table))
    of(alias).at = None
