"""What a row of a table or a saved page says, before anybody knows whether it will do as an article."""

import re
from dataclasses import dataclass, field
from html import escape

from axrc.text import printable

MARKUP = re.compile(r"<(?:[a-z][a-z0-9]*|/[a-z]|!)[^<>]*>", re.IGNORECASE)


class Refused(Exception):
    """A file, row or page that can't be read. The text is for the editor."""


@dataclass
class Draft:
    """`place` is the row or file as the report names it; a draft with an `error` has nothing else to say.

    `date` is a date where the table had one, otherwise text.
    """

    place: str
    title: str = ""
    date: object = ""
    source: str = ""
    body: str = ""
    section: str = ""
    key: str = ""
    number: str = ""
    error: str = ""
    notes: list = field(default_factory=list)


def as_markup(text):
    """Typed text as paragraphs; markup as it is."""
    if MARKUP.search(text):
        return text
    else:
        return "".join(f"<p>{escape(line, quote=False)}</p>" for line in map(printable, text.splitlines()) if line)
