"""How text becomes tokens: single characters and pairs of Chinese text, whole words of any other."""

import re
import unicodedata
from itertools import pairwise
from pathlib import Path

# Written without spaces between words, so cut into characters and pairs.
UNSPACED = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
RUN = re.compile(rf"(?P<unspaced>[{UNSPACED}]+)|[^\W_{UNSPACED}]+")

# Names whose sign is part of the word.
SIGNS = [("c++", " cplusplus "), ("c#", " csharp "), (".net", " dotnet ")]

# Traditional characters become simplified ones, each line of the file standing above its other form.
FORMS = (Path(__file__).parent / "data" / "traditional.txt").read_text(encoding="utf-8").split("\n")[1:-1]
SIMPLIFIED = str.maketrans("".join(FORMS[::2]), "".join(FORMS[1::2]))

LONGEST_TOKEN = 60
TITLE_MARK = "t:"
END_MARK = "e:"

# In `line(text)`: a space stands between runs that touch, this between runs that anything else separates.
BREAK = " | "


def fold(text):
    """One form for what reads the same: full-width and half-width, upper and lower case, traditional and simplified."""
    text = unicodedata.normalize("NFKC", text).lower()
    if not text.isascii():
        text = text.translate(SIMPLIFIED)
    for sign, word in SIGNS:
        text = text.replace(sign, word)
    return text


def line(text):
    """The text as it is compared letter by letter: its runs in order, each between spaces, with a mark where a run ends.

    Blanks between Chinese and Latin are a matter of taste ("3D 打印" is "3D打印"), so they are no break.
    """
    pieces, end, was_unspaced = [], 0, None
    text = fold(text)
    for run in RUN.finditer(text):
        is_unspaced = run["unspaced"] is not None
        gap = text[end : run.start()]
        touches = pieces and (not gap or (gap.isspace() and is_unspaced != was_unspaced))
        pieces.append(" " if touches else BREAK)
        pieces.append(run[0])
        end, was_unspaced = run.end(), is_unspaced
    return "".join(pieces) + BREAK if pieces else ""


def tokens(text):
    """All tokens of a text, as a set."""
    found = set()
    for run in RUN.finditer(fold(text)):
        if run["unspaced"]:
            found.update(run[0])
            found.update(map("".join, pairwise(run[0])))
        else:
            found.add(run[0][:LONGEST_TOKEN])
    return found


def ends(text):
    """Tokens for what each run of a title ends with, which in Chinese says what it is: 货车司机 is a 司机."""
    runs = RUN.finditer(fold(text))
    return {END_MARK + (run[0][-2:] if run["unspaced"] else run[0][:LONGEST_TOKEN]) for run in runs}


def split(typed):
    """The words of what somebody typed, each as a list of runs that must stand together."""
    return [piece.split() for part in typed.split() for piece in line(part).split(BREAK.strip()) if piece.strip()]


def word_tokens(runs):
    """The fewest tokens that a text must have to hold the word: pairs, and single characters only where alone."""
    needed = set()
    for run in runs:
        if not RUN.fullmatch(run)["unspaced"]:
            needed.add(run[:LONGEST_TOKEN])
        elif len(run) == 1:
            needed.add(run)
        else:
            needed.update(map("".join, pairwise(run)))
    return needed


def phrase(runs):
    """What `line(text)` must contain to hold the word, or "" where its tokens alone prove that it does."""
    first, last = runs[0], runs[-1]
    is_one_token = len(runs) == 1 and (len(first) <= 2 if RUN.fullmatch(first)["unspaced"] else len(first) < LONGEST_TOKEN)
    if is_one_token:
        return ""
    lead = "" if RUN.fullmatch(first)["unspaced"] else " "
    tail = "" if RUN.fullmatch(last)["unspaced"] else " "
    return lead + " ".join(runs) + tail
