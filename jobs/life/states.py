"""What state a job is in follows from its dates, so nothing has to run for a state to change on time."""

from django.db.models import Q, TextChoices


class State(TextChoices):
    DRAFT = "draft", "草稿"
    WAITING = "waiting", "待审核"
    SCHEDULED = "scheduled", "定时发布"
    LIVE = "live", "招聘中"
    PAUSED = "paused", "已暂停"
    ENDED = "ended", "已到期"
    CLOSED = "closed", "已关闭"
    FROZEN = "frozen", "已冻结"
    REMOVED = "removed", "已下架"


def state_of(job, at):
    """The state at a moment. Whether the public sees it is a matter of the company too: Job.objects.live()."""
    for state, holds in LADDER:
        if holds(job, at):
            return state
    return State.LIVE


# The first that holds is the state; what stands above hides what stands below, and comes back when it is lifted.
LADDER = [
    (State.REMOVED, lambda job, at: job.removed_at),
    (State.FROZEN, lambda job, at: job.frozen_at),
    (State.CLOSED, lambda job, at: job.closed_at),
    (State.DRAFT, lambda job, at: not job.published_at and not job.submitted_at),
    (State.WAITING, lambda job, at: not job.published_at),
    (State.ENDED, lambda job, at: not job.ends_at or job.ends_at <= at),
    (State.PAUSED, lambda job, at: job.paused_at),
    (State.SCHEDULED, lambda job, at: job.published_at > at),
]


def in_state(state, at):
    """The same as a condition for the database."""
    conditions = [
        (State.REMOVED, Q(removed_at__isnull=False)),
        (State.FROZEN, Q(frozen_at__isnull=False)),
        (State.CLOSED, Q(closed_at__isnull=False)),
        (State.DRAFT, Q(published_at=None, submitted_at=None)),
        (State.WAITING, Q(published_at=None)),
        (State.ENDED, Q(ends_at=None) | Q(ends_at__lte=at)),
        (State.PAUSED, Q(paused_at__isnull=False)),
        (State.SCHEDULED, Q(published_at__gt=at)),
        (State.LIVE, Q()),
    ]
    found = Q()
    for name, condition in conditions:
        if name == state:
            return found & condition
        found &= ~condition
    raise ValueError(state)
