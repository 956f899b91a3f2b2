"""Finds in a text what rules speak of."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from operator import add

from jobs import patterns
from jobs.screening.folding import fold
from jobs.screening.negation import is_denied

REVIEW = "review"
# So many places of one line of a rule are looked at; a text that has more is full of it anyway.
MOST_OF_A_LINE = 20


@dataclass(frozen=True)
class Flag:
    """A place in a text, and what may be wrong with it. Ordered as they stand in the text.

    `topic` and `severity` are values of ScreeningRule.Topic and .Severity; `better` is another wording, or empty.
    """

    start: int
    end: int
    found: str
    topic: str
    severity: str
    law: str
    advice: str
    better: str
    rule: int | None = None

    @property
    def needs_review(self):
        return self.severity == REVIEW


@dataclass(frozen=True, eq=False)
class Wording:
    """A line of a rule. Each match holds one of the words `needed` (None: it may be anything) and is at most so long."""

    expression: re.Pattern
    needed: tuple | None
    longest: int

    def spans(self, form, words=None):
        """Looked for only from the first to the last of the needed words; `words` are those that are there, if known."""
        if self.needed is None:
            start, end = 0, len(form)
        else:
            words = words or [word for word in self.needed if word in form]
            if not words:
                return []
            start = max(0, min(map(form.find, words)) - self.longest)
            end = max(map(form.rfind, words)) + self.longest + 1
        return [match.span() for match in islice(self.expression.finditer(form, start, end), MOST_OF_A_LINE)]


@lru_cache(maxsize=5000)
def wording(line):
    """Raises patterns.Invalid."""
    pattern = patterns.parse(line)
    return Wording(re.compile(pattern.expression), pattern.needed, pattern.longest)


class Screen:
    """A set of rules, ready to read texts."""

    def __init__(self, rules):
        self.rules = list(rules)
        # What a text must have, by its first two letters: most lines are ruled out without a look at them.
        self.by_start, self.always = defaultdict(list), []
        for number, rule in enumerate(self.rules):
            for line in map(wording, rule.lines):
                for word in line.needed or ():
                    self.by_start[word[:2]].append((word, number, line))
                if line.needed is None:
                    self.always.append((number, line))

    def flags(self, text):
        if not text:
            return []
        folded = fold(text)
        found = []
        for number, lines in sorted(self.worth_trying(folded.form).items()):
            if spans := [span for line, words in lines.items() for span in line.spans(folded.form, words)]:
                found += flags_of(self.rules[number], spans, folded, text)
        return one_for_each_place(found)

    def worth_trying(self, form):
        """{number of a rule: {those of its lines that may match: their needed words that are there}}."""
        starts = {*form, *map(add, form, form[1:])}
        lines = defaultdict(dict)
        for number, line in self.always:
            lines[number][line] = []
        for start in self.by_start.keys() & starts:
            for word, number, line in self.by_start[start]:
                if len(word) < 3 or word in form:
                    lines[number].setdefault(line, []).append(word)
        return lines


def flags_of(rule, spans, folded, text):
    spared = [span for line in map(wording, rule.harmless_lines) for span in line.spans(folded.form)]
    for start, end in spans:
        if not any(first < end and start < last for first, last in spared) and not is_denied(folded, start, end):
            first, last = folded.span(start, end)
            yield Flag(first, last, text[first:last], rule.topic, rule.severity, rule.law, rule.advice, rule.better, rule.pk)


def one_for_each_place(flags):
    """Of flags of one topic that overlap, the one for review, or the longer."""
    kept = []
    for flag in sorted(flags, key=lambda flag: (flag.severity != REVIEW, flag.start - flag.end, flag.start)):
        if not any(flag.topic == other.topic and flag.start < other.end and other.start < flag.end for other in kept):
            kept.append(flag)
    return sorted(kept, key=lambda flag: (flag.start, flag.end, flag.topic))
