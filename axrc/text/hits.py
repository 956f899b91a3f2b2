"""Marks stretches of plain text."""

from django.utils.html import escape
from django.utils.safestring import mark_safe


def with_marked(html, text, spans):
    """Finished markup with the first place that holds the plain text, and nothing else, marked as `marked` does."""
    return mark_safe(html.replace(f">{escape(text)}<", f">{marked(text, spans)}<", 1)) if spans else html  # noqa: S308


def marked(text, spans):
    """Plain text as markup, with <mark> around each (start, end); the spans stand in order and apart."""
    pieces, end = [], 0
    for start, stop in spans:
        pieces += [escape(text[end:start]), "<mark>", escape(text[start:stop]), "</mark>"]
        end = stop
    return mark_safe("".join([*pieces, escape(text[end:])]))  # noqa: S308, every piece is escaped
