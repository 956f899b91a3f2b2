"""What employers do with their jobs. Each deed is one transaction: state, board, audit and letters, or nothing of it."""

from datetime import datetime, time, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from axrc import audit
from axrc.web import page_cache
from jobs.life import content
from jobs.life.states import State, state_of
from jobs.life.submitting import hand_in, is_reviewed_after, replace, take_back
from jobs.life.table import Actor, Refused, locked, may
from jobs.models import BoardEntry, Job, Refresh, Submission

# DOMAIN.md L3.
MOST_DAYS = 90
FREE_REFRESHES = 3

UNVERIFIED = "企业通过认证后才能发布职位。请先提交营业执照，填好的内容都会保留。"
EXPIRED = "企业认证已经到期，续期之后才能发布职位。填好的内容都会保留。"
STOPPED = "企业目前不公开，暂时不能发布职位。填好的内容都会保留，有疑问请在留言反馈里告诉我们。"


class Overtaken(Refused):
    """Somebody else saved the job since this form was opened. `job` is as it now stands."""

    def __init__(self, job):
        super().__init__("在您填写的时候，这个职位已经被修改过。")
        self.job = job


def version(job):
    """Changes with every save."""
    return job.updated_at.isoformat()


@transaction.atomic
def create(company, values, *, by, ends_on, source=Job.Source.SELF, source_note=""):
    """A job that nobody has seen yet, a draft. `values` as content.content() gives them, `ends_on` a date."""
    job = Job(company=company, created_by=by, source=source, source_note=source_note, ends_at=end_of_day(ends_on))
    if not may(by, job, Actor.EMPLOYER):
        raise PermissionDenied
    for name in content.FIELDS:
        setattr(job, name, values[name])
    job.save()
    job.benefits.set(values[content.BENEFITS])
    audit.record(by, "job.created", job, source=source)
    return job


@transaction.atomic
def edit(job, values, *, by, seen, ends_on=None, answer="", at=None):
    """Save what was written on top of the version `seen`.

    What is public stays so while a reviewer looks at the change, unless the change is free. Gives the submission that
    waits now, or None. Raises Overtaken, NotNow.
    """
    job = locked(job, "edit", by, at)
    at = at or timezone.now()
    if version(job) != seen:
        raise Overtaken(job)
    before, state = content.content(job), state_of(job, at)
    is_open = state not in {State.DRAFT, State.WAITING}
    if ends_on and not is_open:
        job.ends_at = end_of_day(ends_on)
    if ends_on and state == State.WAITING:
        check_end(job.ends_at, at)
    if is_open and not content.is_free(before, values):
        submission = replace(job, Submission.Kind.EDIT, values, before, by=by, answer=answer, at=at)
        # So that whoever has the form open as well is told.
        job.save(update_fields=["updated_at"])
        audit.record(by, "job.edit_submitted", job, fields=list(content.changes(before, values)))
        return submission
    content.put(job, values)
    audit.record(by, "job.edited", job, fields=list(content.changes(before, values)))
    if state == State.WAITING:
        return replace(job, Submission.Kind.FIRST, values, sent_back_values(job), by=by, answer=answer, at=at)
    return None


@transaction.atomic
def submit(job, *, by, answer="", at=None):
    """Hand in a draft. A company that has proved itself is public at once and is looked at after. Raises Refused."""
    job = locked(job, "submit", by, at)
    at = at or timezone.now()
    check_company(job.company, at)
    check_end(job.ends_at, at)
    job.submitted_at = at
    is_after = is_reviewed_after(job.company, at)
    kind = Submission.Kind.AFTER if is_after else Submission.Kind.FIRST
    submission = hand_in(job, kind, content.content(job), sent_back_values(job), by=by, answer=answer, at=at)
    if is_after:
        publish(job, at)
    else:
        job.save()
    audit.record(by, "job.published" if is_after else "job.submitted", job)
    return submission


def publish(job, at):
    """Before the public, on top of "newest"."""
    job.published_at = job.refreshed_at = at
    job.paused_at = job.closed_at = None
    job.close_reason = job.hired = ""
    job.save()
    BoardEntry.objects.put(job)
    page_cache.empty()


def sent_back_values(job):
    """What the reviewer saw last and sent back, or nothing. What was taken back in between nobody decided about."""
    decided = [Submission.Status.ACCEPTED, Submission.Status.REFUSED]
    last = job.submissions.filter(status__in=decided).exclude(kind=Submission.Kind.EDIT).order_by("-decided_at").first()
    return last.values if last and last.status == Submission.Status.REFUSED else {}


@transaction.atomic
def withdraw(job, *, by, at=None):
    """Take back what waits for its first review."""
    job = locked(job, "withdraw", by, at)
    at = at or timezone.now()
    take_back(job, at)
    job.submitted_at = None
    job.save()
    audit.record(by, "job.withdrawn", job)
    return job


@transaction.atomic
def withdraw_edit(job, *, by, at=None):
    """Take back a change that waits."""
    job = locked(job, "withdraw_edit", by, at)
    at = at or timezone.now()
    if not take_back(job, at, kinds=[Submission.Kind.EDIT]):
        raise Refused("这次修改已经审核过了，不能再撤回。")
    audit.record(by, "job.edit_withdrawn", job)
    return job


@transaction.atomic
def pause(job, *, by, at=None):
    job = locked(job, "pause", by, at)
    at = at or timezone.now()
    job.paused_at = at
    return saved(job, by, "job.paused")


@transaction.atomic
def resume(job, *, by, at=None):
    job = locked(job, "resume", by, at)
    at = at or timezone.now()
    job.paused_at = None
    return saved(job, by, "job.resumed")


@transaction.atomic
def close(job, *, by, reason, at=None):
    """`reason` is one of Job.CloseReason. A change that waits has nothing to wait for any more."""
    job = locked(job, "close", by, at)
    at = at or timezone.now()
    take_back(job, at, kinds=[Submission.Kind.EDIT])
    job.closed_at, job.close_reason = at, Job.CloseReason(reason)
    return saved(job, by, "job.closed", reason=reason)


@transaction.atomic
def renew(job, *, by, ends_on, at=None):
    """Another end, at most 90 days away."""
    job = locked(job, "renew", by, at)
    at = at or timezone.now()
    job.ends_at = check_end(end_of_day(ends_on), at)
    return saved(job, by, "job.renewed", until=f"{ends_on:%Y-%m-%d}")


@transaction.atomic
def relist(job, *, by, ends_on, at=None):
    """Publish again, as it stood, what has ended or was closed. Raises Refused where it never was public."""
    job = locked(job, "relist", by, at)
    at = at or timezone.now()
    if not job.published_at:
        raise Refused("这个职位没有公开过，请复制一份再提交。")
    check_company(job.company, at)
    job.ends_at = check_end(end_of_day(ends_on), at)
    publish(job, at)
    audit.record(by, "job.relisted", job, until=f"{ends_on:%Y-%m-%d}")
    return job


@transaction.atomic
def refresh(job, *, by, at=None):
    """Back on top of "newest", a few times a day for each company. Raises Refused."""
    # It locks the company too, so that two people don't take the last one both.
    job = locked(job, "refresh", by, at)
    at = at or timezone.now()
    if not refreshes_left(job.company, at):
        raise Refused(f"今天的 {FREE_REFRESHES} 次刷新已经用完，明天再来。")
    Refresh.objects.create(job=job, by=by, at=at)
    job.refreshed_at = at
    job.save(update_fields=["refreshed_at"])
    BoardEntry.objects.put(job)
    page_cache.empty()
    audit.record(by, "job.refreshed", job)
    return job


def refreshes_left(company, at):
    """How many there are today, of the local calendar."""
    midnight = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    return max(0, FREE_REFRESHES - Refresh.objects.filter(job__company=company, at__gte=midnight).count())


@transaction.atomic
def answer_hired(job, *, by, hired, at=None):
    """What came of it; `hired` is one of Job.Hired."""
    job = locked(job, "answer_hired", by, at)
    at = at or timezone.now()
    job.hired = Job.Hired(hired)
    return saved(job, by, "job.hired", hired=hired)


def saved(job, by, action, **details):
    job.save()
    page_cache.empty()
    audit.record(by, action, job, **details)
    return job


def check_company(company, at):
    """Raises Refused where nothing of the company may become public (DOMAIN.md L1, L2)."""
    if company.frozen_at or company.closed_at:
        raise Refused(STOPPED)
    if not company.is_verified(at):
        raise Refused(EXPIRED if company.verified_until else UNVERIFIED)


def check_end(ends_at, at):
    """The end, if it is one that a posting may have. Raises Refused."""
    if not ends_at or ends_at <= at:
        raise Refused("截止日期已经过了，请改一个以后的日期。")
    if (timezone.localdate(ends_at) - timezone.localdate(at)).days > MOST_DAYS:
        raise Refused(f"截止日期最远 {MOST_DAYS} 天，到期可以再延。")
    return ends_at


def end_of_day(date):
    """23:59:59 of a date, in the site's time."""
    return timezone.make_aware(datetime.combine(date, time(23, 59, 59)))


def latest_end(at):
    """The last date that may be chosen."""
    return timezone.localdate(at) + timedelta(days=MOST_DAYS)
