"""What the clock has to say of a job: that it ends soon, and, some time after its end, the question what came of it."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from accounts.models import Company, User
from axrc import mail
from jobs.life.deeds import end_of_day
from jobs.models import Job, JobNotice

REMINDED_BEFORE = 3  # days
ASKED_AFTER = 14  # days
# Days that were missed are caught up; what ended longer ago is nobody's concern any more.
STILL_ASKED = timedelta(days=30)


def remind_ending(at=None):
    """Write once of each job whose last days have come, and again only of another end. Gives how many jobs that were."""
    at = at or timezone.now()
    return sum(remind_one(pk, at) for pk in ending(at).order_by("ends_at", "pk").values_list("pk", flat=True))


def ending(at):
    """What the public sees, and will no more in so many days of the calendar."""
    return Job.objects.live(at).filter(ends_at__lte=end_of_day(timezone.localdate(at) + timedelta(days=REMINDED_BEFORE)))


@transaction.atomic
def remind_one(pk, at):
    job = ending(at).select_for_update(of=("self",)).filter(pk=pk).first()
    days = days_left(job, at) if job else 0
    return tell_once(job, JobNotice.Kind.ENDING, "jobs/mail/job_ending", job and job.ends_at, at, days=days)


def ask_hired(at=None):
    """Ask once of each job that ended or was closed two weeks ago what came of it. Gives how many jobs that were."""
    at = at or timezone.now()
    return sum(ask_one(pk, at) for pk in unanswered(at).order_by("ends_at", "pk").values_list("pk", flat=True))


def unanswered(at):
    """What was public until two weeks ago, of a company that still may hire, and nobody has told the outcome."""
    latest = end_of_day(timezone.localdate(at) - timedelta(days=ASKED_AFTER))
    oldest = latest - STILL_ASKED
    is_over = Q(ends_at__lte=latest) | Q(closed_at__lte=latest)
    is_recent = Q(ends_at__gt=oldest) & (Q(closed_at=None) | Q(closed_at__gt=oldest))
    return Job.objects.filter(
        is_over,
        is_recent,
        published_at__lt=F("ends_at"),
        hired="",
        frozen_at=None,
        removed_at=None,
        company__in=Company.objects.verified(at),
    )


@transaction.atomic
def ask_one(pk, at):
    job = unanswered(at).select_for_update(of=("self",)).filter(pk=pk).first()
    return tell_once(job, JobNotice.Kind.HIRED, "jobs/mail/job_hired", job and over_since(job), at)


def over_since(job):
    """When it stopped being public: its end, or the day on which it was closed before that."""
    return min(filter(None, [job.closed_at, job.ends_at]))


def days_left(job, at):
    """Days of the calendar until the end; 0 is today."""
    return (timezone.localdate(job.ends_at) - timezone.localdate(at)).days


def tell_once(job, kind, letter, ends_at, at, **context):
    """Write down and write to them, both or neither. Whether it was the first time."""
    if not job:
        return False
    _, is_new = JobNotice.objects.get_or_create(job=job, kind=kind, ends_at=ends_at, defaults={"sent_at": at})
    if is_new:
        for user in whom(job):
            mail.send(letter, to=user, job=job, title=job.title, until=f"{timezone.localtime(ends_at):%Y-%m-%d}", **context)
    return is_new


def whom(job):
    """The owners, and who entered the job as long as that one works there."""
    theirs = User.objects.filter(recruiter__company=job.company_id, is_active=True)
    return theirs.filter(Q(recruiter__is_owner=True) | Q(pk=job.created_by_id))
