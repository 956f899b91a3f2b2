"""The lists as every page reads them: from memory, as of at most a minute ago."""

import time
from functools import cached_property

from django.core.cache import cache

from axrc.taxonomy.models import Benefit, Category, Industry, Region
from axrc.web import page_cache

VERSION = "taxonomy"
SECONDS = 60
# So long nobody asks again whether the lists have changed: a page asks some twenty times.
MOMENT = 0.02


class TermList:
    """All entries of one list in order, by id and by slug, a tree with its children attached."""

    def __init__(self, model):
        self.entries = list(model.objects.all())
        self.by_slug = {entry.slug: entry for entry in self.entries}
        self.by_id = {entry.pk: entry for entry in self.entries}
        if hasattr(model, "parent"):
            for entry in self.entries:
                entry.parent = self.by_id.get(entry.parent_id)

    def __iter__(self):
        return iter(self.entries)

    @cached_property
    def tops(self):
        return [entry for entry in self.entries if not entry.parent_id]

    def children_of(self, top):
        return [entry for entry in self.entries if entry.parent_id == top.pk]


class Lists:
    """All lists, each read when it is first asked for."""

    def __init__(self, version):
        self.version = version
        self.read_at = self.checked_at = time.monotonic()

    @cached_property
    def categories(self):
        return TermList(Category)

    @cached_property
    def regions(self):
        return TermList(Region)

    @cached_property
    def industries(self):
        return TermList(Industry)

    @cached_property
    def benefits(self):
        return TermList(Benefit)


_held = None


def current():
    """The lists, read again when staff changed one of them or after a minute."""
    global _held
    now = time.monotonic()
    if _held and now - _held.checked_at < MOMENT:
        return _held
    version = cache.get(VERSION)
    if not _held or _held.version != version or now - _held.read_at > SECONDS:
        _held = Lists(version)
    _held.checked_at = now
    return _held


def changed():
    """To be called by whoever changes a list."""
    global _held
    _held = None
    cache.set(VERSION, str(time.time_ns()), None)
    page_cache.empty()
