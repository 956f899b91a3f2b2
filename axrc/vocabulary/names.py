"""The words in a name: 行政/文员 is looked for as 行政 and as 文员."""

import re

LONGEST = 20

# What stands behind a bracket or comma praises the job: 普工(包吃住,月结).
PRAISE = re.compile(r"[(（\[【<《,，;；!！~～:：].*", re.DOTALL)
EITHER = re.compile(r"[/／、|｜·]+")


def words(name):
    """The words of a name that somebody may look for by themselves."""
    parts = (" ".join(part.split()) for part in EITHER.split(PRAISE.sub("", name)))
    return [part for part in dict.fromkeys(parts) if 2 <= len(part) <= LONGEST]
