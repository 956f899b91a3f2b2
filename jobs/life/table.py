"""Who may do what to a job in which state, as data."""

from dataclasses import dataclass
from enum import Enum

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts.models import Company, Recruiter, User
from axrc import audit
from axrc.audit.models import Entry
from jobs.life.states import State, state_of
from jobs.models import Job


class Actor(Enum):
    EMPLOYER = "employer"
    STAFF = "staff"


@dataclass(frozen=True)
class Deed:
    """`starts` are the states in which it may be done, `ends` those in which the job may be after it."""

    label: str
    starts: frozenset
    ends: frozenset
    actor: Actor


class Refused(Exception):
    """What can't be done, in words for the person."""


class NotNow(Refused):
    """The job is no longer in a state for this deed: mostly since somebody else was faster. `job` is as it now stands."""

    def __init__(self, deed, job, at):
        self.job, self.state = job, state_of(job, at)
        super().__init__(f"这个职位现在是“{self.state.label}”，不能{DEEDS[deed].label}。{last_deed(job)}")


S = State
PUBLISHED = {S.SCHEDULED, S.LIVE, S.PAUSED, S.ENDED, S.CLOSED}
OPEN = {S.SCHEDULED, S.LIVE, S.PAUSED}


def employer(label, starts, ends):
    return Deed(label, frozenset(starts), frozenset(ends), Actor.EMPLOYER)


def staff(label, starts, ends):
    return Deed(label, frozenset(starts), frozenset(ends), Actor.STAFF)


DEEDS = {
    "edit": employer("修改", {S.DRAFT, S.WAITING, *OPEN}, {S.DRAFT, S.WAITING, *OPEN}),
    "submit": employer("提交", {S.DRAFT}, {S.WAITING, S.LIVE}),
    "withdraw": employer("撤回", {S.WAITING}, {S.DRAFT}),
    "withdraw_edit": employer("撤回修改", {*OPEN, S.ENDED, S.CLOSED}, {*OPEN, S.ENDED, S.CLOSED}),
    "pause": employer("暂停", {S.LIVE, S.SCHEDULED}, {S.PAUSED}),
    "resume": employer("恢复", {S.PAUSED}, {S.LIVE, S.SCHEDULED}),
    "close": employer("关闭", {S.DRAFT, *OPEN, S.ENDED}, {S.CLOSED}),
    "renew": employer("延期", OPEN, OPEN),
    "relist": employer("重新发布", {S.ENDED, S.CLOSED}, {S.LIVE}),
    "refresh": employer("刷新", {S.LIVE}, {S.LIVE}),
    "answer_hired": employer("告诉招聘结果", {S.ENDED, S.CLOSED}, {S.ENDED, S.CLOSED}),
    "accept": staff("通过", {S.WAITING}, {S.LIVE, S.ENDED}),
    "send_back": staff("退回", {S.WAITING, *PUBLISHED}, {S.DRAFT}),
    "accept_edit": staff("通过修改", PUBLISHED | {S.FROZEN}, PUBLISHED | {S.FROZEN}),
    "refuse_edit": staff("退回修改", PUBLISHED | {S.FROZEN}, PUBLISHED | {S.FROZEN}),
    "check": staff("复核通过", PUBLISHED | {S.FROZEN}, PUBLISHED | {S.FROZEN}),
    "freeze": staff("冻结", {S.WAITING, *PUBLISHED}, {S.FROZEN}),
    "unfreeze": staff("解除冻结", {S.FROZEN}, {S.WAITING, *PUBLISHED}),
    "remove": staff("下架", {S.WAITING, *PUBLISHED, S.FROZEN}, {S.REMOVED}),
    "mark": staff("设置急聘和推广", OPEN, OPEN),
}


def possible(job, at, actor=Actor.EMPLOYER):
    """Names of what an actor may do now."""
    state = state_of(job, at)
    return [name for name, deed in DEEDS.items() if deed.actor == actor and state in deed.starts]


def locked(job, deed, by, at=None):
    """The job as it now stands, with nobody else at it until the transaction ends.

    Raises PermissionDenied where the person has no business with it, NotNow where its state has no such deed.
    """
    row = held(job, by, DEEDS[deed].actor)
    check_state(row, deed, at)
    return row


def held(job, by, actor):
    """The job and its company, both locked. The company first, as it is where the company is changed: a company that is
    frozen at this very moment would leave a job on the board else, and two that wait for each other would wait for ever.
    """
    company = Company.objects.select_for_update(of=("self",), no_key=True).get(jobs=job.pk)
    row = Job.objects.select_for_update(of=("self",)).get(pk=job.pk)
    row.company = company
    if not may(by, row, actor):
        raise PermissionDenied
    return row


def check_state(row, deed, at=None):
    """Raises NotNow. The moment is that of the lock, not of the request: whoever waited sees what was done meanwhile."""
    at = at or timezone.now()
    if state_of(row, at) not in DEEDS[deed].starts:
        raise NotNow(deed, row, at)


def may(user, job, actor):
    """Employers act for their company; staff who moderate act as staff, and for companies that ask by phone."""
    is_moderator = user.is_active and user.has_perm("jobs.moderate_job")
    return is_moderator or (
        actor == Actor.EMPLOYER
        and Recruiter.objects.filter(user=user, company=job.company_id, user__is_active=True).exists()
    )


def last_deed(job):
    """Who did what last, for whoever came too late."""
    entry = Entry.objects.about(job).order_by("-at", "-pk").first()
    if not entry:
        return ""
    user = User.objects.filter(pk=entry.actor_id).first()
    who = "系统" if entry.actor_id is None else "审核人员" if user and user.is_staff else str(user or "同事")
    return f"{timezone.localtime(entry.at):%H:%M} {who}：{audit.label(entry.action)}。"
