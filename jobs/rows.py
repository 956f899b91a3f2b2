"""Rows of lists, as HTML. A row is the same for everyone, so it is drawn once for each version of its job."""

from collections import OrderedDict
from threading import Lock

from django.template.loader import get_template

from axrc.taxonomy import lists
from axrc.vocabulary.marking import mark_within
from jobs.models import BoardEntry, Job

# Rows that a process keeps, those shown last; about 2 KB each.
KEPT = 5000

_kept = OrderedDict()
_lock = Lock()


def rows(ids, at, words=(), lifted=()):
    """(id, HTML) of those of the jobs that are live, in the order of the ids, with the words marked in their titles.

    Those `lifted` to their place for money say so (jobs/promoted.py).
    """
    shown = BoardEntry.objects.read(ids, ["version", ("urgent_until", at)], at=at)
    names = {pk: (pk, lists.current().version, pk in lifted, *state) for pk, state in shown.items()}
    with _lock:
        found = {pk: _kept[name] for pk, name in names.items() if name in _kept}
    missing = names.keys() - found.keys()
    if missing:
        template = get_template("jobs/_job_row.html")
        jobs = Job.objects.live(at).for_rows().filter(pk__in=missing)
        drawn = {job.pk: (job.title, template.render({"job": job, "is_lifted": job.pk in lifted})) for job in jobs}
        keep({names[pk]: row for pk, row in drawn.items()})
        found |= drawn
    return [(pk, mark_within(html, title, words) if words else html) for pk, (title, html) in in_order(found, ids)]


def in_order(found, ids):
    return [(pk, found[pk]) for pk in ids if pk in found]


def keep(drawn):
    with _lock:
        _kept.update(drawn)
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
