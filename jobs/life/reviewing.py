"""What reviewers decide. Each decision is one transaction, and who comes second is told what the first one decided."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from axrc import audit, mail
from axrc.web import page_cache
from jobs.life import content
from jobs.life.deeds import check_company, publish
from jobs.life.states import state_of
from jobs.life.submitting import take_back
from jobs.life.table import DEEDS, Refused, check_state, held, last_deed, locked
from jobs.models import Job, Submission


class AlreadyDecided(Refused):
    """Somebody else was faster. `submission` is as it now stands."""

    def __init__(self, submission):
        super().__init__(f"这份提交{submission.get_status_display()}，不用再处理。{last_deed(submission.job)}")
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
    """What was handed in is public from now on. Raises AlreadyDecided, NotNow, Refused."""
    submission, job = opened(submission, True, by, at)
    at = at or timezone.now()
    decide(submission, Submission.Status.ACCEPTED, by, at)
    if submission.kind == Submission.Kind.FIRST:
        check_company(job.company, at)
        publish(job, at)
        audit.record(by, "job.accepted", job, submission=submission.pk)
        tell_accepted(submission, job, at)
    elif submission.kind == Submission.Kind.EDIT:
        changed = content.to_put(submission)
        if names := content.gone(changed):
            raise Refused(f"这次修改选的{'、'.join(names)}已经不在列表里了，请退回，让企业重新选。")
        content.put(job, changed)
        page_cache.empty()
        audit.record(by, "job.edit_accepted", job, submission=submission.pk)
        tell_accepted(submission, job, at)
    else:
        audit.record(by, "job.checked", job, submission=submission.pk)
    return job


@transaction.atomic
def send_back(submission, *, by, reason, at=None):
    """To be improved: a posting leaves the public's sight, a refused change leaves it as it was. Raises as accept."""
    submission, job = opened(submission, False, by, at)
    at = at or timezone.now()
    submission.reason = reason
    decide(submission, Submission.Status.REFUSED, by, at)
    if submission.kind == Submission.Kind.EDIT:
        audit.record(by, "job.edit_refused", job, submission=submission.pk, reason=reason)
    else:
        keep_change(job)
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
    job = held(submission.job, by, DEEDS[deed].actor)
    submission = Submission.objects.select_for_update(of=("self",)).get(pk=submission.pk)
    submission.job = job
    if not submission.is_waiting:
        raise AlreadyDecided(submission)
    check_state(job, deed, at)
    return submission, job


def keep_change(job):
    """A change that waited beside what is sent back is the employer's latest word: the draft has it, so nothing is lost."""
    change = job.submissions.waiting().filter(kind=Submission.Kind.EDIT).first()
    if change and not content.gone(content.to_put(change)):
        content.put(job, content.to_put(change))


def decide(submission, status, by, at):
    submission.status, submission.decided_by, submission.decided_at = status, by, at
    submission.save()


@transaction.atomic
def freeze(job, *, by, reason, at=None):
    """Out of the public's sight everywhere, until somebody has looked into it."""
    job = locked(job, "freeze", by, at)
    at = at or timezone.now()
    job.frozen_at, job.stop_reason = at, reason
    return stopped(job, by, "job.frozen", reason)


@transaction.atomic
def unfreeze(job, *, by, at=None):
    """Back to where its dates say."""
    job = locked(job, "unfreeze", by, at)
    at = at or timezone.now()
    job.frozen_at, job.stop_reason = None, ""
    return stopped(job, by, "job.unfrozen", "")


@transaction.atomic
def remove(job, *, by, reason, at=None):
    """Taken away for good: its page says so from then on."""
    job = locked(job, "remove", by, at)
    at = at or timezone.now()
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
    job = locked(job, "mark", by, at)
    at = at or timezone.now()
    job.urgent_until, job.promoted_until = urgent_until, promoted_until
    job.save()
    page_cache.empty()
    audit.record(by, "job.marked", job, urgent_until=urgent_until, promoted_until=promoted_until)
    return job


def tell_accepted(submission, job, at):
    """With whether it is to be seen: it may be paused, or its end may have come while it waited."""
    is_public = Job.objects.live(at).filter(pk=job.pk).exists()
    state = state_of(job, at).label
    url = job.get_absolute_url()
    tell(submission, "jobs/mail/job_accepted", title=job.title, url=url, is_public=is_public, state=state)


def tell(submission, letter, **context):
    """Write to the owner and to who handed it in, if that is still somebody of the company, or of the site."""
    company = submission.job.company_id
    involved = Q(recruiter__company=company) | Q(is_staff=True)
    author = User.objects.filter(involved, pk=submission.submitted_by_id, is_active=True)
    for user in sorted({*author, *owners(submission.job)}, key=lambda user: user.pk):
        mail.send(letter, to=user, **context)


def owners(job):
    return list(User.objects.filter(recruiter__company=job.company_id, recruiter__is_owner=True, is_active=True))
