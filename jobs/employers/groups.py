"""The list of a company's jobs, taken apart: which group, whose, and how many there are of each."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Count
from django.http import QueryDict
from django.utils.http import urlencode

from axrc.web.paging import PER_PAGE, Pager, page_number
from axrc.web.routes import address_of
from jobs.life.states import State, in_state
from jobs.models import Job

# What an address of the list holds is shorter.
LONGEST = 100


@dataclass(frozen=True)
class Group:
    """A tab of the list. What ends first stands first among what is public, what was worked on last among the rest."""

    name: str
    label: str
    states: frozenset
    order: tuple = ("-updated_at", "-pk")

    def condition(self, at):
        return reduce(or_, [in_state(state, at) for state in State if state in self.states])


GROUPS = [
    Group("live", "招聘中", frozenset({State.LIVE, State.SCHEDULED}), ("ends_at", "-pk")),
    Group("todo", "待处理", frozenset({State.DRAFT, State.WAITING, State.FROZEN})),
    Group("paused", "已暂停", frozenset({State.PAUSED})),
    Group("ended", "已结束", frozenset({State.ENDED, State.CLOSED, State.REMOVED})),
    Group("all", "全部", frozenset(State)),
]


def counted(jobs, at):
    """{group: how many of the jobs}, in one query."""
    return jobs.aggregate(**{group.name: Count("pk", filter=group.condition(at)) for group in GROUPS})


class JobList:
    """What somebody asks for: ?group=live&by=me&page=2. Who asks for nothing sees what is public, or all if nothing is."""

    def __init__(self, recruiter, asked, at):
        self.recruiter, self.at = recruiter, at
        self.is_mine = asked.get("by") == "me"
        self.counts = counted(self.jobs(), at)
        named = [group for group in GROUPS if group.name == asked.get("group")]
        self.group = named[0] if named else GROUPS[0 if self.counts["live"] else -1]
        total = self.counts[self.group.name]
        self.pager = Pager(page_number(asked.get("page")), total, address_of("my:jobs"), self.parameters(), "个")

    def jobs(self):
        jobs = Job.objects.of(self.recruiter.company)
        return jobs.filter(created_by=self.recruiter.user_id) if self.is_mine else jobs

    def page(self):
        start = (self.pager.number - 1) * PER_PAGE
        found = self.jobs().filter(self.group.condition(self.at)).order_by(*self.group.order)
        return found[start : start + PER_PAGE]

    def parameters(self, **changes):
        values = {"group": self.group.name, "by": "me" if self.is_mine else ""} | changes
        return QueryDict(urlencode({name: value for name, value in values.items() if value}))

    @property
    def tabs(self):
        return [
            {
                "label": f"{group.label} {self.counts[group.name]}",
                "url": self.url(group=group.name),
                "is_current": group == self.group,
            }
            for group in GROUPS
        ]

    @property
    def people(self):
        return [
            {"label": "全部同事", "url": self.url(by=""), "is_current": not self.is_mine},
            {"label": "我发布的", "url": self.url(by="me"), "is_current": self.is_mine},
        ]

    def url(self, **changes):
        return f"{address_of('my:jobs')}?{self.parameters(**changes).urlencode()}"


def where_from(text):
    """The address of the list as it stood, from what a form of the list sends along; nothing else gets into it."""
    sent = QueryDict(text[:LONGEST])
    names = {group.name for group in GROUPS}
    kept = {
        "group": sent.get("group") if sent.get("group") in names else "",
        "by": "me" if sent.get("by") == "me" else "",
        "page": page_number(sent.get("page")) if sent.get("page") else "",
    }
    query = urlencode({name: value for name, value in kept.items() if value})
    return f"{address_of('my:jobs')}?{query}" if query else address_of("my:jobs")
