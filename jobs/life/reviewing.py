"""What reviewers decide. Each decision is one transaction, and who comes second is told what the first one decided."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from axrc import audit, mail
from axrc.web import page_cache
from jobs.life import content
from jobs.life.deeds import publish
from jobs.life.submitting import take_back
from jobs.life.table import Refused, locked
from jobs.models import Job, Submission


class AlreadyDecided(Refused):
    """Somebody else was faster. `submission` is as it now stands."""

    def __init__(self, submission):
        super().__init__("这份提交已经处理过了。")
        self.submission = submission


DEED_OF = {
    (Submission.Kind.FIRST, True): "accept",
    (Submission.Kind.FIRST, False): "send_back",
    (Submission.Kind.AFTER, True): "check",
    (Submission.Kind.AFTER, False): "send_back",
    (Submission.Kind.EDIT, True): "accept_edit",
    (Submission.Kind.EDIT, False): "refuse_edit",
}


@transaction.atomic
def accept(submission, *, by, at=None):
    """What was handed in is public from now on. Raises AlreadyDecided, NotNow."""
    at = at or timezone.now()
    submission, job = opened(submission, True, by, at)
    decide(submission, Submission.Status.ACCEPTED, by, at)
    if submission.kind == Submission.Kind.FIRST:
        publish(job, at)
        audit.record(by, "job.accepted", job, submission=submission.pk)
        tell(submission, "jobs/mail/job_accepted", title=job.title, url=job.get_absolute_url())
    elif submission.kind == Submission.Kind.EDIT:
        # Only what was changed: pay or contact may have been changed since.
        content.put(job, content.changes(submission.before, submission.values))
        page_cache.empty()
        audit.record(by, "job.edit_accepted", job, submission=submission.pk)
        tell(submission, "jobs/mail/job_accepted", title=job.title, url=job.get_absolute_url())
    else:
        audit.record(by, "job.checked", job, submission=submission.pk)
    return job


@transaction.atomic
def send_back(submission, *, by, reason, at=None):
    """To be improved: a posting leaves the public's sight, a refused change leaves it as it was. Raises as accept."""
    at = at or timezone.now()
    submission, job = opened(submission, False, by, at)
    submission.reason = reason
    decide(submission, Submission.Status.REFUSED, by, at)
    if submission.kind == Submission.Kind.EDIT:
        audit.record(by, "job.edit_refused", job, submission=submission.pk, reason=reason)
    else:
        take_back(job, at)
        job.submitted_at = job.published_at = job.refreshed_at = job.paused_at = job.closed_at = None
        job.close_reason = ""
        job.save()
        page_cache.empty()
        audit.record(by, "job.sent_back", job, submission=submission.pk, reason=reason)
    tell(submission, "jobs/mail/job_sent_back", title=submission.values["title"], reason=reason, job=job)
    return job


def opened(submission, is_accepted, by, at):
    """The submission and its job, both locked; the job first, as in every deed."""
    deed = DEED_OF[submission.kind, is_accepted]
    Job.objects.select_for_update(of=("self",)).get(pk=submission.job_id)
    submission = Submission.objects.select_for_update(of=("self",)).select_related("submitted_by").get(pk=submission.pk)
    if not submission.is_waiting:
        raise AlreadyDecided(submission)
    return submission, locked(submission.job, deed, by, at)


def decide(submission, status, by, at):
    submission.status, submission.decided_by, submission.decided_at = status, by, at
    submission.save()


@transaction.atomic
def freeze(job, *, by, reason, at=None):
    """Out of the public's sight everywhere, until somebody has looked into it."""
    at = at or timezone.now()
    job = locked(job, "freeze", by, at)
    job.frozen_at, job.stop_reason = at, reason
    return stopped(job, by, "job.frozen", reason)


@transaction.atomic
def unfreeze(job, *, by, at=None):
    """Back to where its dates say."""
    at = at or timezone.now()
    job = locked(job, "unfreeze", by, at)
    job.frozen_at, job.stop_reason = None, ""
    return stopped(job, by, "job.unfrozen", "")


@transaction.atomic
def remove(job, *, by, reason, at=None):
    """Taken away for good: its page says so from then on."""
    at = at or timezone.now()
    job = locked(job, "remove", by, at)
    take_back(job, at)
    job.removed_at, job.stop_reason = at, reason
    return stopped(job, by, "job.removed", reason)


def stopped(job, by, action, reason):
    job.save()
    page_cache.empty()
    audit.record(by, action, job, reason=reason)
    letter = {"job.frozen": "job_frozen", "job.unfrozen": "job_unfrozen", "job.removed": "job_removed"}[action]
    for user in owners(job):
        mail.send(f"jobs/mail/{letter}", to=user, title=job.title, reason=reason)
    return job


@transaction.atomic
def mark(job, *, by, urgent_until, promoted_until, at=None):
    """急聘 and 广告, each until a moment or None (DOMAIN.md L16)."""
    at = at or timezone.now()
    job = locked(job, "mark", by, at)
    job.urgent_until, job.promoted_until = urgent_until, promoted_until
    job.save()
    page_cache.empty()
    audit.record(by, "job.marked", job, urgent_until=urgent_until, promoted_until=promoted_until)
    return job


def tell(submission, letter, **context):
    """Write to who handed it in and to the owner."""
    for user in {submission.submitted_by, *owners(submission.job)} - {None}:
        mail.send(letter, to=user, **context)


def owners(job):
    return list(User.objects.filter(recruiter__company=job.company_id, recruiter__is_owner=True, is_active=True))
