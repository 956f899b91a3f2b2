"""Duties and requirements to begin with, by category: whoever posts is mostly no writer."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from axrc.taxonomy import lists

FILE = Path(__file__).parent / "data" / "descriptions.toml"
FIELDS = {"description": "duties", "requirements": "requirements"}


@dataclass(frozen=True)
class Description:
    category: str
    duties: str
    requirements: str


@cache
def known():
    """{slug of a category: its description}"""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["description"]
    return {row["category"]: Description(**{name: text.strip() for name, text in row.items()}) for row in rows}


def of(category):
    """The one for a category, or for the one above it, or None."""
    if not category:
        return None
    return known().get(category.slug) or of(category.parent)


def choices():
    """[(slug, name of the category)] in the order of the list, those of the first level with 通用."""
    found = []
    for one in lists.current().categories:
        if one.slug in known():
            found.append((one.slug, one.name if one.parent_id else f"{one.name}（通用）"))
    return found


def filled(data, category):
    """The typed data with its empty texts filled in, and whether any was. `data` is a QueryDict."""
    chosen = known().get(data.get("template", "")) or of(category)
    data = data.copy()
    empty = [name for name in FIELDS if not data.get(name, "").strip()]
    if not chosen or not empty:
        return data, False
    for name in empty:
        data[name] = getattr(chosen, FIELDS[name])
    return data, True
