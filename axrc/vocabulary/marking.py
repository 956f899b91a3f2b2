"""Where in a text the words are that somebody looked for."""

import re
import unicodedata
from functools import lru_cache

from axrc.search.words import RUN, SIGNS, SIMPLIFIED, UNSPACED, split
from axrc.text.hits import marked, with_marked

LETTER = rf"[^\W_{UNSPACED}]"


def mark(text, words):
    """The text as safe markup, with <mark> around what any of the words finds in it, whatever form it is written in."""
    return marked(text, hits(text, tuple(words)))


def mark_within(html, text, words):
    """Finished markup with the text that an element of it holds marked in the same way."""
    return with_marked(html, text, hits(text, tuple(words)))


def hits(text, words):
    """(start, end) of each stretch of the text that a word finds, in order; what overlaps or touches is one."""
    pattern = pattern_of(words)
    if not pattern or not text:
        return []
    form, places = folded(text)
    found = []
    match = pattern.search(form)
    while match:
        start, end = match.span(1)
        start, end = (start, end) if places is None else (places[start][0], places[end - 1][1])
        if found and start <= found[-1][1]:
            found[-1][1] = max(end, found[-1][1])
        else:
            found.append([start, end])
        match = pattern.search(form, match.start() + 1)
    return found


@lru_cache(maxsize=256)
def pattern_of(words):
    """One expression for all words, the longest first; None where there are none."""
    runs = {tuple(runs) for word in words for runs in split(word)}
    longest_first = sorted(runs, key=lambda runs: -sum(map(len, runs)))
    return re.compile(f"(?=({'|'.join(map(pattern, longest_first))}))") if runs else None


def pattern(runs):
    """A word as a text has it: Latin words whole, blanks between them and Chinese as anybody likes."""
    is_chinese = [RUN.fullmatch(run)["unspaced"] for run in (runs[0], runs[-1])]
    lead = "" if is_chinese[0] else f"(?<!{LETTER})"
    tail = "" if is_chinese[1] else f"(?!{LETTER})"
    return lead + r"\s*".join(map(re.escape, runs)) + tail


def folded(text):
    """The text as words.fold() makes it, and the place in the text of each of its characters (None: the same places)."""
    form = unicodedata.normalize("NFKC", text).lower().translate(SIMPLIFIED)
    has_signs = any(sign in form for sign, _ in SIGNS)
    if len(form) == len(text) and not has_signs and (text.isascii() or unicodedata.is_normalized("NFKC", text)):
        return form, None
    letters, places = [], []
    for place, character in enumerate(text):
        for letter in unicodedata.normalize("NFKC", character).lower().translate(SIMPLIFIED):
            letters.append(letter)
            places.append((place, place + 1))
    form = "".join(letters)
    for sign, word in SIGNS:
        while (start := form.find(sign)) >= 0:
            end = start + len(sign)
            whole = (places[start][0], places[end - 1][1])
            form = form[:start] + word + form[end:]
            places[start:end] = [whole] * len(word)
    return form, places
