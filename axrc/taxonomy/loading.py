"""Brings the lists of the data files into the database."""

import tomllib
from itertools import count
from pathlib import Path

from django.db import transaction

from axrc.taxonomy import lists
from axrc.taxonomy.models import Benefit, Category, Industry, Region

DATA = Path(__file__).parent / "data"


@transaction.atomic
def load():
    """Add what is missing. Entries that exist keep the name, parent and order that staff gave them."""
    load_categories(read("categories")["category"])
    load_regions(read("regions")["region"])
    for model, name in ((Industry, "industries"), (Benefit, "benefits")):
        for order, (slug, label) in enumerate(read(name)[name].items(), start=1):
            add(model, slug, name=label, order=order)
    transaction.on_commit(lists.changed)


def load_categories(rows):
    order = count(1)
    for row in rows:
        top = add(Category, row["slug"], name=row["name"], order=next(order))
        for slug, name in row["children"].items():
            add(Category, slug, name=name, parent=top, order=next(order))


def load_regions(rows):
    order = count(1)
    for row in rows:
        top = add(Region, row["slug"], name=row["name"], order=next(order))
        for part in row.get("parts", []):
            for slug, name in part["towns"].items():
                add(Region, slug, name=name, parent=top, part=part["name"], order=next(order))


def add(model, slug, **values):
    entry, _ = model.objects.get_or_create(slug=slug, defaults=values)
    return entry


def read(name):
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
