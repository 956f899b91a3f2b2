"""What staff do for companies that call or come by."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from axrc import audit
from jobs.life import content, deeds
from jobs.life.states import State, state_of
from jobs.life.table import locked
from jobs.models import Job, Submission

# How a company may have asked staff to write for it.
SOURCES = [Job.Source.PHONE, Job.Source.VISIT]


@transaction.atomic
def enter(company, values, *, by, ends_on, source, source_note, at=None):
    """Write a job down and hand it in for the company; a reviewer looks at it as at any other. Raises Refused."""
    if not by.has_perm("jobs.moderate_job"):
        raise PermissionDenied
    job = deeds.create(company, values, by=by, ends_on=ends_on, source=Job.Source(source), source_note=source_note)
    deeds.submit(job, by=by, at=at)
    job.refresh_from_db()
    return job


@transaction.atomic
def edit(job, values, *, by, seen, at=None):
    """Change what a job says, on top of the version `seen`; public at once where the job is. Raises Overtaken, NotNow."""
    at = at or timezone.now()
    if not by.has_perm("jobs.moderate_job"):
        raise PermissionDenied
    job = locked(job, "edit", by, at)
    if deeds.version(job) != seen:
        raise deeds.Overtaken(job)
    before = content.content(job)
    changed = content.changes(before, values)
    if not changed:
        return job
    if state_of(job, at) in {State.DRAFT, State.WAITING}:
        # What waits is what the reviewer will see, with the company's own words beside it.
        waiting = job.submissions.waiting().filter(kind=Submission.Kind.FIRST).first()
        deeds.edit(job, values, by=by, seen=seen, answer=waiting.answer if waiting else "", at=at)
    else:
        content.put(job, values)
        audit.record(by, "job.edited", job, fields=list(changed))
    return Job.objects.get(pk=job.pk)
