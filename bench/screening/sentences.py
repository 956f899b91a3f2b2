"""Sentences of postings, written before the rules, each with the topics of which it should be flagged.

Half of them are harmless, many of those by a negation. A checksum deals them into two halves: by those for writing the
rules were made and mended, on those held back they are measured.
"""

import csv
import zlib
from pathlib import Path

FILE = Path(__file__).parent / "sentences.csv"


def halves():
    """(for writing, held back), each a list of (text, set of topics)."""
    found = [], []
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[zlib.crc32(row["text"].encode()) % 2].append((row["text"], frozenset(row["topics"].split())))
    return found


def measure(sentences, screen):
    """(precision, recall, wrong ones). What counts is a topic of a sentence, found or not."""
    right = false = missed = 0
    wrong = []
    for text, wanted in sentences:
        flags = screen(text)
        found = {flag.topic for flag in flags}
        right += len(found & wanted)
        false += len(found - wanted)
        missed += len(wanted - found)
        if found != wanted:
            wrong.append((text, sorted(wanted), [(flag.topic, flag.found) for flag in flags]))
    return right / (right + false or 1), right / (right + missed or 1), wrong
