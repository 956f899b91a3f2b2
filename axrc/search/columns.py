"""What every entry has of every facet, side by side: all options of all facets are counted in one pass over the hits.

Sets (axrc/search/memory.py) tell which entries have a value; to count two hundred values among some thousand hits, each set
would have to be gone through. Here an entry has a number in each of a few columns, which stands for a combination of values:
a trade and the group of trades above it, or a kind of company with its size. The hits' numbers are fetched, equal ones are
counted, and what each combination holds is added up.
"""

from functools import cache, cached_property

import numpy as np

# Kinds share a column while together they can make no more combinations than this.
WIDEST = 2000
# Places for entries to come.
SPARE = 1024


class Columns:
    """The columns for some kinds of tokens. `facets` are the sets of all tokens, `seqs` all entries in their order."""

    def __init__(self, kinds, facets, seqs):
        self.kinds = frozenset(kinds)
        sets = {token: entries for token, entries in facets.items() if kind_of(token) in self.kinds}
        self.base = seqs[0] if seqs else 0
        length = seqs[-1] - self.base + SPARE if seqs else SPARE
        self.columns = joined([Column.of(kind, sets, self.base, length) for kind in sorted(self.kinds)])

    def counts(self, hits, kinds):
        """{token: how many of the hits have it}, of the kinds asked for at least; tokens that none has may be missing."""
        places = self.places(hits)
        found = {}
        for column in self.with_any(kinds):
            found.update(column.counts(places))
        return found

    def with_any(self, kinds):
        return [column for column in self.columns if not column.kinds.isdisjoint(kinds)]

    def places(self, entries):
        return np.frombuffer(entries.to_array(), np.uint32).astype(np.intp) - self.base

    def put(self, seq, tokens):
        """Write what an entry has anew."""
        if seq < self.base:
            for column in self.columns:
                column.lengthen(before=self.base - seq)
            self.base = seq
        for column in self.columns:
            column.put(seq - self.base, frozenset(token for token in tokens if kind_of(token) in column.kinds))

    def clear(self, seq):
        for column in self.columns:
            if 0 <= seq - self.base < len(column.cells):
                column.cells[seq - self.base] = 0


class Column:
    """A number for each entry, which stands for the combination of tokens that it has. 0 stands for none."""

    def __init__(self, kinds, length):
        self.kinds = frozenset(kinds)
        self.combinations, self.codes = [], {}
        self.cells = np.zeros(length, np.uint16)
        self.code(frozenset())

    @classmethod
    def of(cls, kind, sets, base, length):
        """The column of one kind. The largest sets come first, so that few combinations are met on the way."""
        column = cls([kind], length)
        tokens = [token for token in sets if kind_of(token) == kind]
        for token in sorted(tokens, key=lambda token: (-len(sets[token]), token)):
            places = np.frombuffer(sets[token].to_array(), np.uint32).astype(np.intp) - base
            found = column.cells[places]
            column.write(places, found, lambda code, token=token: column.combinations[code] | {token})
        return column

    def joined(self, other):
        """One column for both."""
        column = Column(self.kinds | other.kinds, len(self.cells))
        pairs = self.cells.astype(np.uint32) * np.uint32(len(other.combinations)) + other.cells
        width = len(other.combinations)
        column.write(..., pairs, lambda pair: self.combinations[pair // width] | other.combinations[pair % width])
        return column

    def write(self, places, numbers, combination):
        """Write at the places what the numbers stand for, each of which is asked for once."""
        there = np.flatnonzero(np.bincount(numbers))
        codes = [self.code(combination(number)) for number in there.tolist()]
        translated = np.zeros(there.max(initial=0) + 1, self.cells.dtype)
        translated[there] = codes
        self.cells[places] = translated[numbers]

    def put(self, place, tokens):
        if place >= len(self.cells):
            self.lengthen(after=place - len(self.cells) + len(self.cells) // 2 + SPARE)
        self.cells[place] = self.code(tokens)

    def lengthen(self, before=0, after=0):
        longer = np.zeros(before + len(self.cells) + after, self.cells.dtype)
        longer[before : before + len(self.cells)] = self.cells
        self.cells = longer

    def code(self, tokens):
        if tokens not in self.codes:
            self.codes[tokens] = len(self.combinations)
            self.combinations.append(tokens)
            self.__dict__.pop("held", None)
            if len(self.combinations) > np.iinfo(self.cells.dtype).max:
                self.cells = self.cells.astype(np.uint32)
        return self.codes[tokens]

    @cached_property
    def held(self):
        """All tokens there are, and as two rows of numbers: which code holds which of them."""
        tokens = sorted(frozenset().union(*self.combinations))
        numbers = {token: number for number, token in enumerate(tokens)}
        pairs = [(code, numbers[token]) for code, combination in enumerate(self.combinations) for token in combination]
        return tokens, *np.array(pairs, np.intp).reshape(-1, 2).T

    def counts(self, places):
        """(token, how many of the places have it)."""
        tokens, holders, held = self.held
        counted = np.bincount(self.cells.take(places), minlength=len(self.combinations))
        # Weights are floating point numbers, exact far beyond what is counted here.
        sums = np.bincount(held, counted[holders], len(tokens))
        return zip(tokens, sums.astype(int).tolist(), strict=True)


@cache
def kind_of(token):
    return token.partition(":")[0]


def joined(columns):
    """As few columns as are not too wide."""
    found = []
    for column in sorted(columns, key=lambda column: -len(column.combinations)):
        for place, other in enumerate(found):
            if len(other.combinations) * len(column.combinations) <= WIDEST:
                found[place] = other.joined(column)
                break
        else:
            found.append(column)
    return found
