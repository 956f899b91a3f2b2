"""The words of rich text: for summaries, search and feeds."""

import re
from html.parser import HTMLParser

from axrc.text.tree import BLOCKS

# What neither a database nor XML takes, or nobody sees.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
# Chinese is written without blanks, also where one paragraph meets the next.
AFTER_PUNCTUATION = re.compile("(?<=[\u3002\uff01\uff1f\uff1b\uff1a\uff0c\u3001\u201d\u2019\u300b\u3011\uff09\u2026])\\s+")


class Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.pieces = []

    def handle_starttag(self, tag, attrs):
        if tag in BLOCKS or tag == "br":
            self.pieces.append("\n")

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data):
        self.pieces.append(data)


def plain_text(html):
    """The words of cleaned markup in one line, blocks parted by a blank."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.pieces).split())


def excerpt(html, most):
    """The beginning of cleaned markup in at most so many characters."""
    text = AFTER_PUNCTUATION.sub("", plain_text(html))
    return text if len(text) <= most else text[: most - 1].rstrip(" ,;:\u3001\uff0c\uff1b\uff1a") + "…"


def printable(text):
    """A line without control characters and needless blanks."""
    return " ".join(UNPRINTABLE.sub("", text).split())
