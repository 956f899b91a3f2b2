"""A company's jobs, one in each state that its desk tells apart."""

from django.contrib.auth.models import Group
from django.utils import timezone

from jobs.life import content, deeds, reviewing
from jobs.models import Job
from tests.factories import JobFactory, UserFactory, ago, hence


def reviewer():
    user = UserFactory(is_staff=True, name="陈审核")
    user.groups.add(Group.objects.get(name="审核"))
    return user


def live(recruiter, **values):
    return JobFactory(company=recruiter.company, created_by=recruiter.user, **values)


def draft(recruiter, **values):
    nothing_yet = {"published_at": None, "refreshed_at": None, "submitted_at": None}
    return live(recruiter, **nothing_yet | {"title": "评茶员"} | values)


def waiting(recruiter, **values):
    job = draft(recruiter, **values)
    deeds.submit(job, by=recruiter.user)
    return fresh(job)


def sent_back(recruiter, reason="请写清楚工作地点", **values):
    job = draft(recruiter, **values)
    reviewing.send_back(deeds.submit(job, by=recruiter.user), by=reviewer(), reason=reason)
    return fresh(job)


def ending(recruiter, **values):
    return live(recruiter, ends_at=deeds.end_of_day(timezone.localdate(hence(days=3))), **values)


def ended(recruiter, **values):
    return live(recruiter, **{"published_at": ago(days=40), "ends_at": ago(hours=5)} | values)


def paused(recruiter, **values):
    return live(recruiter, paused_at=ago(days=1), **values)


def closed(recruiter, **values):
    return live(recruiter, **{"closed_at": ago(days=1), "close_reason": Job.CloseReason.OTHER} | values)


def frozen(recruiter, **values):
    return live(recruiter, frozen_at=ago(days=1), stop_reason="有人反映待遇不实", **values)


def removed(recruiter, **values):
    return live(recruiter, removed_at=ago(days=1), stop_reason="收取押金", **values)


def scheduled(recruiter, **values):
    return live(recruiter, published_at=hence(days=2), **values)


def with_waiting_edit(recruiter, **values):
    job = live(recruiter, **values)
    deeds.edit(job, content.content(job) | {"title": "高级制茶师"}, by=recruiter.user, seen=deeds.version(job))
    return fresh(job)


STATES = {
    "draft": draft,
    "waiting": waiting,
    "sent back": sent_back,
    "live": live,
    "ending": ending,
    "ended": ended,
    "paused": paused,
    "closed": closed,
    "frozen": frozen,
    "removed": removed,
    "scheduled": scheduled,
}


def fresh(job):
    return Job.objects.get(pk=job.pk)
