"""What is different between two texts, as people read it: block by block, and in a block by words.

Chinese has no blanks between words, so it is compared by characters; a single character that happens to be the same between
two changes is taken into them, because confetti can't be read.
"""

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

SAME, ADDED, REMOVED = "same", "added", "removed"
WORD = re.compile(r"[A-Za-z0-9_.@%+-]+|\s+|.", re.DOTALL)
SENTENCE = re.compile(r"[^。！？；]*[。！？；]+|[^。！？；]+")
LETTER = re.compile(r"\w")
# Blocks that share fewer of their pairs of letters than this are two blocks, not one that was changed.
ALIKE = 0.35
# Comparing takes time by the product of the lengths: long blocks are compared by sentences, many blocks not with each other.
MOST_WORD_PAIRS = 1_000_000
MOST_BLOCK_PAIRS = 10_000
# Unchanged blocks shown around a change.
CONTEXT = 1


@dataclass
class Piece:
    kind: str
    text: str


@dataclass
class Line:
    """One block. `pieces` is what it is made of; a fold has none, only a number of unchanged blocks that are left out."""

    pieces: list
    folded: int = 0

    @property
    def kind(self):
        kinds = {piece.kind for piece in self.pieces}
        return kinds.pop() if len(kinds) == 1 else "changed"


def compare(old, new):
    """Lines that tell how a list of blocks became another; long stretches without a change are folded."""
    return folded(lines(old, new))


def lines(old, new):
    made = []
    for kind, removed, added in operations(old, new):
        made += [whole(SAME, block) for block in removed] if kind == SAME else replaced(removed, added)
    return made


def replaced(old, new):
    """Blocks that took the place of others: each new one beside the next old one that is like it."""
    if len(old) * len(new) > MOST_BLOCK_PAIRS:
        return gone_and_come(old, new)
    made, fresh = [], []
    for block in new:
        found = next((number for number, other in enumerate(old) if is_like(other, block)), None)
        if found is None:
            fresh.append(block)
        else:
            made += [*gone_and_come(old[:found], fresh), Line(words(old[found], block))]
            old, fresh = old[found + 1 :], []
    return made + gone_and_come(old, fresh)


def gone_and_come(old, new):
    return [whole(REMOVED, block) for block in old] + [whole(ADDED, block) for block in new]


def whole(kind, block):
    return Line([Piece(kind, block)])


def is_like(old, new):
    ours, theirs = pairs(old), pairs(new)
    return 2 * (ours & theirs).total() >= ALIKE * (ours.total() + theirs.total())


def pairs(block):
    return Counter(pairwise(f" {block} "))


def words(old, new):
    """The pieces of a changed block."""
    before, after = WORD.findall(old), WORD.findall(new)
    first, last = ends(before, after)
    if (len(before) - first - last) * (len(after) - first - last) > MOST_WORD_PAIRS:
        before, after = SENTENCE.findall(old), SENTENCE.findall(new)
    made = []
    for kind, removed, added in smooth(operations(before, after)):
        if kind == SAME:
            made.append(Piece(SAME, "".join(removed)))
        else:
            made += [Piece(REMOVED, "".join(removed))] if removed else []
            made += [Piece(ADDED, "".join(added))] if added else []
    return made


def smooth(changes):
    """The changes, with a lone letter between two of them made part of both sides."""
    changes = list(changes)
    made = []
    for place, (kind, removed, added) in enumerate(changes):
        if kind == SAME and 0 < place < len(changes) - 1 and is_lone(removed):
            kind = "changed"
        if made and kind != SAME and made[-1][0] != SAME:
            made[-1] = ("changed", made[-1][1] + removed, made[-1][2] + added)
        else:
            made.append((kind, removed, added))
    return made


def is_lone(same):
    return len(same) == 1 and len(same[0]) == 1 and LETTER.match(same[0])


def operations(old, new):
    """(kind, what was there, what is there now) for the stretches of two lists."""
    first, last = ends(old, new)
    if first:
        yield SAME, old[:first], new[:first]
    before, after = old[first : len(old) - last], new[first : len(new) - last]
    for kind, start, end, new_start, new_end in SequenceMatcher(None, before, after).get_opcodes():
        yield SAME if kind == "equal" else "changed", before[start:end], after[new_start:new_end]
    if last:
        yield SAME, old[len(old) - last :], new[len(new) - last :]


def ends(old, new):
    """How many are the same from the start, and how many of the rest from the end."""
    first = common(old, new)
    return first, common(old[first:][::-1], new[first:][::-1])


def common(old, new):
    shorter = min(len(old), len(new))
    return next((place for place in range(shorter) if old[place] != new[place]), shorter)


def folded(made):
    """The lines near a change; what lies between is one line that says how many there are."""
    changes = {number for number, line in enumerate(made) if line.kind != SAME}
    shown = {near for number in changes for near in range(number - CONTEXT, number + CONTEXT + 1)}
    kept, hidden = [], 0
    for number, line in enumerate(made):
        if number in shown:
            kept += [Line([], hidden)] if hidden else []
            kept.append(line)
            hidden = 0
        else:
            hidden += 1
    return kept + ([Line([], hidden)] if hidden else [])
