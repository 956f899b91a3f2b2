"""Searched words as they are counted: one spelling for what reads the same, and nothing that may tell of a person."""

import re

from axrc.search import words
from axrc.text import printable
from jobs.models import SearchedWord

# What parts words; the signs of "c++", "c#", ".net", "a/b", "3-5年" stay.
PARTING = re.compile(r"[^\w+#./-]+")
DIGIT = "[0-9〇零一二三四五六七八九幺]"
# Telephone, QQ and identity-card numbers, whatever stands between the digits: six in one piece, seven in several.
LONG_NUMBER = re.compile(rf"{DIGIT}{{6}}|{DIGIT}(?:[\W_]{{0,3}}{DIGIT}){{6}}")
# E-mail addresses, and names of accounts as only machines need them ("wxid_ab12").
ACCOUNT = re.compile(r"@|[a-z\d]_+[a-z\d]")


def counted_as(typed):
    """The word under which a search is counted, or "" where it is not to be counted."""
    word = spelled(typed)
    is_countable = len(word) <= SearchedWord.LONGEST and words.split(word) and not tells_of_a_person(typed)
    return word if is_countable else ""


def spelled(typed):
    """One spelling for what reads the same; the signs that search writes out are put back."""
    folded = words.fold(printable(typed))
    for sign, written in words.SIGNS:
        folded = folded.replace(written, sign)
    return " ".join(PARTING.sub(" ", folded).split())


def tells_of_a_person(typed):
    folded = words.fold(printable(typed))
    return bool(LONG_NUMBER.search(folded) or ACCOUNT.search(folded))
