"""Reads texts and postings by the rules as they now are."""

from django.utils import timezone

from axrc.search import memory
from jobs.models import ScreeningRule
from jobs.screening.matching import Screen

# What of a posting is read, in the order of its form.
FIELDS = ["title", "description", "requirements", "address"]


def screen(text, at=None):
    """The flags of a text, in order. `at` is the present moment, the same object for all that one request asks."""
    return current(at).flags(text or "")


def screen_job(job, at=None):
    """{field: its flags}, only fields that have some. The job may be unsaved."""
    held = current(at)
    found = {name: held.flags(getattr(job, name) or "") for name in FIELDS}
    return {name: flags for name, flags in found.items() if flags}


def current(at=None):
    """The rules that are enabled, compiled; read again in each process when staff have changed one."""
    return memory.of("default").kept(ScreeningRule._meta.db_table, read, at or timezone.now())


def read():
    return Screen(ScreeningRule.objects.filter(is_enabled=True))
