"""What lies before somebody who writes a posting: the form, where it comes from, and what is said beside it."""

from copy import copy
from functools import cached_property

from django.utils import timezone

from accounts import windows
from axrc.taxonomy import lists
from jobs.employers import descriptions, drafts
from jobs.employers.alike import Said, like_it
from jobs.employers.fields import ParagraphsField
from jobs.employers.forms import JobForm
from jobs.life import State, content, deeds, possible, state_of
from jobs.models import Job, JobDraft, Submission
from jobs.screening.reading import FIELDS as SCREENED

PARTS = [
    ("招什么人", ["title", "category", "nature", "headcount"]),
    ("在哪里上班", ["region", "address"]),
    ("薪资和福利", ["pay_unit", ("salary_min", "salary_max"), "salary_months", "pay_reason", "is_negotiable", "benefits"]),
    ("做什么、要求什么", ["education", "experience", "description", "requirements"]),
    ("怎么联系", ["contact_name", "contact_phone", "is_phone_hidden"]),
    ("招到什么时候", ["ends_on"]),
]
LONGEST_ID = 18
OVERTAKEN = "在您填写的时候，这个职位被修改过。您填的都还在下面，列出的几项和现在保存的不同，核对后再保存一次。"


class PostingForm(JobForm):
    """With a word to the reviewer who has sent it back."""

    def __init__(self, data=None, *, has_reviewer=False, **kwargs):
        super().__init__(data, **kwargs)
        if has_reviewer:
            self.fields["answer"] = ParagraphsField(
                label="给审核员的说明", most=300, rows=3, required=False, help_text="改了哪里，或者为什么这样写"
            )

    @property
    def parts(self):
        """[(heading, [fields that stand beside each other])]"""
        found = []
        for heading, rows in PARTS:
            rows = [row if isinstance(row, tuple) else (row,) for row in rows]
            rows = [[self[name] for name in row if name in self.fields] for row in rows]
            if rows := [row for row in rows if row]:
                found.append((heading, rows))
        return found


class Paper:
    def __init__(self, request, job=None, draft=None):
        self.request = request
        self.user, self.company = request.user, request.recruiter.company
        self.at = timezone.now()
        self.job = job or (draft.job if draft else None)
        # What was typed for a job that can be changed no more makes a new one.
        self.is_orphan = bool(draft and self.job and not self.may_edit)
        self.job = None if self.is_orphan else self.job
        self.draft = draft or self.named_draft()

    def named_draft(self):
        """The draft that the page has saved meanwhile."""
        number = whole(self.request.POST.get("draft", ""))
        return JobDraft.objects.filter(company=self.company, pk=number).first() if number else None

    @property
    def state(self):
        return state_of(self.job, self.at) if self.job else None

    @property
    def may_edit(self):
        return "edit" in possible(self.job, self.at)

    @property
    def is_public(self):
        """Whether something of it is public, or was: changes are looked at while that stays."""
        return bool(self.job) and self.state not in {State.DRAFT, State.WAITING}

    @property
    def is_verified(self):
        return self.company.is_verified(self.at)

    @cached_property
    def waiting_edit(self):
        return self.job.submissions.waiting().filter(kind=Submission.Kind.EDIT).first() if self.job else None

    @cached_property
    def sent_back(self):
        """What a reviewer has sent back, while nothing newer has been handed in."""
        last = self.job.submissions.exclude(status=Submission.Status.WITHDRAWN).first() if self.job else None
        return last if last and last.status == Submission.Status.REFUSED and self.state != State.CLOSED else None

    @property
    def seen(self):
        """The version on top of which is written."""
        if self.request.method == "POST":
            return self.request.POST.get("version", "")
        typed = self.draft.typed.get("version") if self.draft else None
        return typed[-1] if typed else deeds.version(self.job) if self.job else ""

    def form(self, data=None, initial=None):
        options = {"company": self.company, "job": self.job, "at": self.at, "has_reviewer": bool(self.sent_back)}
        return PostingForm(data, initial=initial, **options)

    def opened(self):
        """As it was typed into the draft, or as the job stands with the change that waits on top."""
        if self.draft:
            return self.form(initial=drafts.initial(self.draft))
        elif self.waiting_edit:
            waiting = self.waiting_edit
            return self.form(initial=content.changes(waiting.before, waiting.values))
        else:
            return self.form()

    def sent(self, data=None):
        return self.form(self.request.POST if data is None else data)

    def again(self, data):
        """What was typed, without a word on what is wrong with it yet."""
        return self.form(initial=drafts.initial(JobDraft(typed=drafts.typed_in(data))))

    def keep(self):
        """Save all that was typed as a draft. Raises Refused."""
        typed = self.request.POST
        self.draft = drafts.keep(self.company, typed, by=self.user, draft=self.draft, job=self.job, at=self.at)
        return self.draft

    def forget(self):
        """What was typed stands in the job now."""
        if self.draft:
            self.draft.delete()

    def posting(self, values, ends_on):
        """The job as it would stand, for reading only."""
        job = copy(self.job) if self.job else Job(company=self.company)
        for name in content.FIELDS:
            setattr(job, name, values[name])
        job.company = self.company
        job.published_at = job.refreshed_at = job.refreshed_at or self.at
        job.ends_at = deeds.end_of_day(ends_on) if ends_on else job.ends_at
        job.paused_at = job.closed_at = None
        return job

    def alike(self, form):
        """Open jobs of the company that say nearly the same as what is typed."""
        said = Said.by(*(text_of(form, name) for name in ("title", "description", "requirements")))
        return like_it(self.company, said, without=self.job, at=self.at) if said.text else []

    def differences(self, form, job):
        """[(label, value now)] of what is typed otherwise than it is saved."""
        names = content.changes(content.content(job), form.values)
        return [(content.labels()[name], shown(job, name)) for name in names]

    def context(self, form, **more):
        other = JobDraft.objects.filter(company=self.company, job=self.job) if self.job and not self.draft else None
        return {
            "form": form,
            "job": self.job,
            "draft": self.draft,
            "is_orphan": self.is_orphan,
            "other_draft": other.first() if other and self.request.method == "GET" else None,
            "version": self.seen,
            "is_public": self.is_public,
            "is_draft_job": self.state == State.DRAFT,
            "sent_back": self.sent_back,
            "waiting_edit": self.waiting_edit,
            "alike": self.alike(form),
            "screened_names": SCREENED,
            "templates": descriptions.choices(),
            "template": self.request.POST.get("template", ""),
        } | more


def whole(text):
    """The number of an id that was sent, or None for what can be none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < LONGEST_ID else None


def text_of(form, name):
    value = form[name].value()
    return value if isinstance(value, str) else ""


def benefit_names(ids):
    known = lists.current().benefits.by_id
    return [known[pk].name for pk in ids if pk in known]


def shown(job, name):
    if name == content.BENEFITS:
        return "、".join(job.benefit_names) or "（空）"
    return windows.shown(job, name.removesuffix("_id"))
