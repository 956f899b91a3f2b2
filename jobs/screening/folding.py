"""One form for whatever a posting is written in, and the way back to the place in the text.

Blanks and signs that stand between letters are left out (限 男·性), so that nobody hides a word behind them; where a clause
ends, a mark stands. A blank is forgotten but for negations: they do not reach beyond it (押金不收 服装费200).
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from unicodedata import category

from axrc.search.words import SIMPLIFIED
from jobs.patterns import END_OF_CLAUSE, letters

# Letters that are their own form, once traditional ones are gone.
PLAIN = re.compile(r"[0-9a-z\u4e00-\u9fff]+")
ENDS = frozenset("，。；！？,;!?\n\r\v\f\x85\u2028\u2029()[]{}【】〔〕〖〗")
DASHES = frozenset("-–—―−~〜‐‑‒")
# Signs that part nothing: quotation marks, the colon after a heading.
SILENT = frozenset("\"'“”‘’「」『』《》〈〉<>:")
KEPT = frozenset("、%")
# What is written within a word: a comma in a number, a bracket or comma before which the same thought goes on.
THOUSANDS = re.compile(r"(?<=[0-9０-９])[,，](?=[0-9０-９]{3}(?![0-9０-９]))")
GOING_ON = re.compile(r"[(（](?=包括|包含|含|如|例如|比如|即|不限于)|[,，](?=包括|包含|例如|比如)")
NUMBERED = re.compile(rf"(?:^|{END_OF_CLAUSE})[0-9]{{1,2}}$")


@dataclass
class Folded:
    """`form` begins and ends with the end of a clause; `places` has for each of its letters where it comes from."""

    form: str
    places: list
    # Places in the form before which a blank or sign was left out, between words rather than between single letters.
    blanks: list = field(default_factory=list)

    def span(self, start, end):
        """The place in the text of a stretch of the form."""
        return self.places[start], self.places[end - 1] + 1

    def blank_within(self, start, end):
        """The last place after `start` and up to `end` before which something was left out, or None."""
        number = bisect_right(self.blanks, end)
        return self.blanks[number - 1] if number and self.blanks[number - 1] > start else None


def fold(text):
    folding = Folding()
    simplified = THOUSANDS.sub("\u200b", GOING_ON.sub("、", text.translate(SIMPLIFIED)))
    end = 0
    for run in PLAIN.finditer(simplified):
        for place in range(end, run.start()):
            folding.add(simplified[place], place)
        folding.add_plain(run[0], run.start())
        end = run.end()
    for place in range(end, len(text)):
        folding.add(simplified[place], place)
    folding.end_clause(len(text))
    return Folded("".join(folding.form), folding.places, between_words("".join(folding.form), folding.gaps))


class Folding:
    def __init__(self):
        self.form, self.places, self.gaps = [END_OF_CLAUSE], [0], []
        self.left_out = None

    def add_plain(self, run, place):
        if self.left_out:
            self.close_gap(run[0])
        self.form += run
        self.places += range(place, place + len(run))

    def add(self, character, place):
        for letter, kind in forms(character):
            if kind == "letter":
                self.close_gap(letter)
                self.form.append(letter)
                self.places.append(place)
            elif kind == "list":
                self.add_list_sign(letter, place)
            elif kind == "end":
                self.end_clause(place)
            elif kind == "blank" and not self.left_out:
                self.left_out = (letter, place)

    def add_list_sign(self, letter, place):
        """Between the items of a list, or after the number of one."""
        if NUMBERED.search("".join(self.form[-3:])):
            self.end_clause(place)
        else:
            self.left_out = None
            self.form.append(letter)
            self.places.append(place)

    def end_clause(self, place):
        self.left_out = None
        self.form.append(END_OF_CLAUSE)
        self.places.append(place)

    def close_gap(self, following):
        """Between Latin letters or digits a sign is part of what is written (18-45, 1.5); elsewhere it is left out."""
        if self.left_out:
            sign, place = self.left_out
            if is_latin(self.form[-1]) and is_latin(following):
                if not (sign == " " and not self.form[-1].isdigit()):
                    self.form.append(sign)
                    self.places.append(place)
            elif self.form[-1] != END_OF_CLAUSE:
                self.gaps.append(len(self.form))
            self.left_out = None


@lru_cache(maxsize=20_000)
def forms(character):
    """(letter, kind) for each letter of which the character is another form."""
    if character in ENDS:
        return [(END_OF_CLAUSE, "end")]
    return [(("-" if letter in DASHES else letter), kind(letter)) for letter in letters(character)]


def kind(letter):
    if letter in ENDS:
        found = "end"
    elif letter in SILENT or category(letter) in {"Cf", "Mn", "Me", "Cc"} - ({"Cc"} if letter.isspace() else set()):
        found = "silent"
    elif letter == "、":
        found = "list"
    elif letter.isalnum() or letter in KEPT:
        found = "letter"
    else:
        found = "blank"
    return found


def is_latin(letter):
    return letter.isascii() and letter.isalnum()


def between_words(form, gaps):
    """Those of the gaps that part words: single letters are spaced out, not parted."""
    found = []
    edges = [0, *gaps, len(form)]
    for before, gap, after in zip(edges, gaps, edges[2:], strict=False):
        left = gap - max(before, form.rfind(END_OF_CLAUSE, 0, gap) + 1)
        end = form.find(END_OF_CLAUSE, gap)
        right = min(after, end if end >= 0 else len(form)) - gap
        if left > 1 and right > 1:
            found.append(gap)
    return found
