"""What editors paste becomes plain, well-formed markup: headings, lists, tables, pictures and alignment stay, no more.

Three steps. nh3 reads the markup as a browser would and throws out what is dangerous; `structure` puts the rest in
order; nh3 has the last word about what is allowed, so that a fault in the middle can't let anything through.
"""

import re
from collections import Counter
from html import escape

import nh3

from axrc.text import addresses
from axrc.text.lines import OUTSIDE
from axrc.text.looks import ALIGNMENTS
from axrc.text.structure import flow
from axrc.text.tree import BLOCKS, VOID, depth, grow, write
from axrc.text.tree import DEEPEST as DEEPEST_TREE

# What is longer is cut off, so that nothing can hold up a save. Forms refuse the half of it already: cleaned markup may be
# longer than what was typed ("&" becomes "&amp;") and must pass through here again in one piece.
LONGEST = 400_000
LONGEST_TYPED = LONGEST // 2
# Of what lost its tags; there is room for a paragraph around it.
LONGEST_WORDS = LONGEST - 100
# Open tags of one moment; a page has some thirty. Reading takes time by the square of it.
DEEPEST = 1000
# Marks left open are opened again in every block that follows: how often in all.
MOST_REOPENED = 200_000
# A long notice with its tables has a few thousand elements.
MOST_OPENED = 40_000
TAG = re.compile(r"<(/?)([a-zA-Z][^\s/<>]*)[^<>]*>")
# A browser takes it for a comment up to the next ">", even one of a tag that goes.
INSTRUCTION = re.compile(r"<\?[^>]*>")
MARKS = {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"}
# HTML closes these by itself, so they do not add up.
SELF_CLOSING = {"p", "li", "td", "th", "tr", "dd", "dt", "option", "tbody", "col", "input", "link", "meta", "wbr", *VOID}

NUMBERS = {"width", "height", "colspan", "rowspan", "start"}
CELL = {"colspan", "rowspan"}
PICTURE = {"src", "alt", "width", "height"}
ALIGNED = ("p", "h2", "h3", "h4", "li", "td", "th", "caption", "table", "img")

# Read, but for the last word not all allowed.
READ_TAGS = BLOCKS | VOID | {"a", "b", "strong", "i", "em", "cite", "dfn", "u", "s", "strike", "del", "sub", "sup", "span"}
READ_ATTRIBUTES = {
    "*": {"style", "align", "class"},
    "a": {"href"},
    "img": PICTURE | {"data-src"},
    "td": CELL,
    "th": CELL | {"scope"},
    "ol": {"start"},
}
# Not text of the page, though a browser that does not know the tag would show it.
WITHOUT_CONTENT = {"script", "style", "xml", "title", "template", "iframe", "noembed", "noframes", "object"}

KEPT_TAGS = {
    *("p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "hr", "br", "figure", "figcaption", "img", "a"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
    *("strong", "em", "u", "s", "sub", "sup"),
}
KEPT_ATTRIBUTES = {"a": {"href"}, "img": PICTURE, "td": CELL, "th": CELL, "ol": {"start"}}
KEPT_VALUES = {"a": {"rel": {OUTSIDE}}, "th": {"scope": {"row", "col", "rowgroup", "colgroup"}}}
KEPT_CLASSES = {tag: {f"align-{alignment}" for alignment in ALIGNMENTS} for tag in ALIGNED}


def clean(html):
    """Markup that is safe to show as it stands. Cleaning it again changes nothing."""
    html = html[:LONGEST]
    if not is_tangled(html):
        cleaned = ordered(html)
        if not is_too_much(cleaned):
            return cleaned
    return only_words(html)


def only_words(html):
    """The text without its tags, cut where it would be too long in the end: "&" becomes "&amp;"."""
    html = TAG.sub(" ", html)
    while len(escape(html, quote=False)) > LONGEST_WORDS:
        html = html[: len(html) * 3 // 4]
    return ordered(html)


def ordered(html):
    """Lists that lack their items become deeper than they were: what is too deep then is put in order once more."""
    blocks = flow(grow(read(TAG.sub(known, INSTRUCTION.sub("", html)))))
    cleaned = written(blocks)
    if depth(blocks) > DEEPEST_TREE:
        cleaned = written(flow(grow(read(cleaned))))
    return cleaned


def known(tag):
    """The tag, or nothing: nh3 would drop the words of a formula or a drawing together with their tags."""
    return tag[0] if tag[2].lower() in READ_TAGS | WITHOUT_CONTENT else ""


def written(blocks):
    return allowed("\n".join(write([block]) for block in blocks))


def is_too_much(cleaned):
    """Whether cleaning it again would change it."""
    return len(cleaned) > LONGEST or is_tangled(cleaned)


def is_tangled(html):
    """Whether it would take long to read: nobody writes so, but somebody may paste it."""
    opened, depth, marks, reopened, elements = Counter(), 0, 0, 0, 0
    for closing, name in TAG.findall(html.lower()):
        # A closing tag that nothing opened makes a paragraph or a break as well.
        elements += not closing or (name in {"p", "br"} and not opened[name])
        step = -1 if closing else 1
        if name not in SELF_CLOSING and (opened[name] or not closing):
            opened[name] += step
            depth += step
            marks += step if name in MARKS else 0
        reopened += marks if name not in MARKS else 0
        if depth > DEEPEST or reopened > MOST_REOPENED or elements > MOST_OPENED:
            return True
    return False


def read(html):
    return nh3.clean(
        html,
        tags=READ_TAGS,
        clean_content_tags=WITHOUT_CONTENT,
        attributes=READ_ATTRIBUTES,
        attribute_filter=attribute,
        url_schemes=addresses.LINK_SCHEMES,
        link_rel=None,
    )


def allowed(html):
    return nh3.clean(
        html,
        tags=KEPT_TAGS,
        clean_content_tags=WITHOUT_CONTENT,
        attributes=KEPT_ATTRIBUTES,
        attribute_filter=attribute,
        tag_attribute_values=KEPT_VALUES,
        allowed_classes=KEPT_CLASSES,
        url_schemes=addresses.LINK_SCHEMES,
        link_rel=None,
    )


def attribute(tag, name, value):
    """The value of an attribute as it may stay, or None."""
    if name == "href":
        return addresses.link(value)
    elif name in {"src", "data-src"}:
        return addresses.picture(value)
    elif name in NUMBERS:
        return number(value)
    else:
        return value


def number(value):
    """A whole number that a page can need; "300px" is 300."""
    found = re.fullmatch(r"0*([1-9][0-9]{0,3})(?:\.[0-9]*)?(?:px)?", value.strip(), re.IGNORECASE | re.ASCII)
    return found[1] if found else None
