"""A job as its company's people see it in a list: where it stands, what happened last, and the one thing to do next."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import CharField, OuterRef, Subquery, Sum
from django.db.models.functions import Cast
from django.utils import timezone

from axrc.audit.models import Entry
from jobs.employers.history import Happening
from jobs.life.reminding import REMINDED_BEFORE, days_left
from jobs.life.states import State, state_of
from jobs.models import Job, JobViews, Submission

# Views are summed up over so many days, and a change that was refused is spoken of for as long.
LATELY = timedelta(days=30)


@dataclass
class Line:
    """`submissions` are the job's own, newest first; `happening` is what was done last, or None."""

    job: Job
    state: State
    at: object
    submissions: list
    views: int = 0
    happening: Happening | None = None

    @property
    def days_left(self):
        """Days until the end of what is still open, or None."""
        is_open = self.state in {State.LIVE, State.SCHEDULED, State.PAUSED}
        return days_left(self.job, self.at) if is_open and self.job.ends_at else None

    @property
    def is_ending(self):
        return self.state == State.LIVE and self.days_left is not None and self.days_left <= REMINDED_BEFORE

    @property
    def sent_back(self):
        """What a reviewer sent back of a draft, until it is handed in again and decided."""
        decided = [one for one in self.submissions if one.status != Submission.Status.WITHDRAWN]
        last = next((one for one in decided if one.kind != Submission.Kind.EDIT), None)
        was_refused = last is not None and last.status == Submission.Status.REFUSED
        return last if self.state == State.DRAFT and was_refused else None

    @property
    def waiting_edit(self):
        return self.edit_that_is(Submission.Status.WAITING)

    @property
    def refused_edit(self):
        """A change that a reviewer sent back lately; what was public stayed so."""
        edit = self.edit_that_is(Submission.Status.REFUSED)
        return edit if edit and edit.decided_at > self.at - LATELY else None

    def edit_that_is(self, status):
        last = next((one for one in self.submissions if one.kind == Submission.Kind.EDIT), None)
        return last if last and last.status == status else None

    @property
    def next_step(self):
        """A name that templates/jobs/my/_next_step.html knows."""
        if self.sent_back:
            return "improve"
        elif self.is_ending:
            return "renew"
        else:
            return NEXT_STEPS[self.state]


NEXT_STEPS = {
    State.DRAFT: "finish",
    State.WAITING: "look",
    State.SCHEDULED: "look",
    State.LIVE: "refresh",
    State.PAUSED: "resume",
    State.ENDED: "relist",
    State.CLOSED: "relist",
    State.FROZEN: "answer",
    State.REMOVED: "look",
}


def lines(jobs, at):
    """The jobs of a query, in its order and with all that a line shows, in a constant number of queries."""
    entries = Entry.objects.filter(target_type=Job._meta.label_lower, target_id=Cast(OuterRef("pk"), CharField())).order_by(
        "-at", "-pk"
    )
    jobs = list(jobs.select_related("region", "created_by").annotate(last_entry=Subquery(entries.values("pk")[:1])))
    last = Entry.objects.select_related("actor").in_bulk([job.last_entry for job in jobs if job.last_entry])
    submissions, views = submissions_of(jobs), views_of(jobs, at)
    return [
        Line(
            job=job,
            state=state_of(job, at),
            at=at,
            submissions=submissions.get(job.pk, []),
            views=views.get(job.pk, 0),
            happening=Happening(last[job.last_entry]) if job.last_entry in last else None,
        )
        for job in jobs
    ]


def submissions_of(jobs):
    """{id of a job: its submissions, newest first}, without what is written in them."""
    found = {}
    for one in Submission.objects.filter(job__in=jobs).defer("values", "before").order_by("-submitted_at", "-pk"):
        found.setdefault(one.job_id, []).append(one)
    return found


def views_of(jobs, at):
    """{id of a job: how often it was looked at lately}"""
    since = timezone.localdate(at - LATELY)
    counts = JobViews.objects.filter(job__in=jobs, day__gt=since).order_by().values_list("job")
    return dict(counts.annotate(Sum("count")))
