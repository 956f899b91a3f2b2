"""Which live jobs the rules point at now: read when asked, so many at a time, so the table may be as large as it likes."""

from dataclasses import dataclass

from axrc.search.query import Query
from jobs.models import BoardEntry, Job
from jobs.screening.matching import Screen
from jobs.screening.reading import FIELDS, current

PER_PAGE = 200


@dataclass(frozen=True)
class Page:
    """`hits` are (job, [(label, text, flags)]), newest first, of the `read` jobs that this page stands for."""

    number: int
    read: int
    hits: list
    has_next: bool


def page(number, at, rule=None):
    """Jobs with something for review; of one rule, whatever it finds, also while it is switched off."""
    screen = Screen([rule]) if rule else current(at)
    ids = BoardEntry.objects.find(Query(), at=at, offset=(number - 1) * PER_PAGE, limit=PER_PAGE + 1)
    jobs = Job.objects.live(at).select_related("company").in_order(ids[:PER_PAGE])
    found = [(job, fields_of(job, screen, rule)) for job in jobs]
    return Page(number, len(jobs), [hit for hit in found if hit[1]], len(ids) > PER_PAGE)


def fields_of(job, screen, rule):
    found = []
    for name in FIELDS:
        text = getattr(job, name)
        flags = [flag for flag in screen.flags(text) if rule or flag.needs_review]
        if flags:
            found.append((Job._meta.get_field(name).verbose_name, text, flags))
    return found
