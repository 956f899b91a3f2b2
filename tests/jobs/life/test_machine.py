"""Whatever people do in whatever order and whenever: a job is in no state that the table does not have."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.forms.models import model_to_dict
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from axrc.audit.models import Entry
from axrc.mail.models import Letter
from axrc.search import memory
from axrc.search.query import Query
from jobs.life import DEEDS, Refused, State, content, deeds, reviewing, state_of
from jobs.life.states import in_state
from jobs.life.table import Actor
from jobs.models import BoardEntry, Job, Refresh, Submission
from tests.factories import CategoryFactory, JobFactory, RecruiterFactory, UserFactory

pytestmark = pytest.mark.django_db

BEGIN = datetime(2026, 3, 2, 1, tzinfo=UTC)
EMPLOYERS = ["recruiter", "colleague"]
REVIEWERS = ["reviewer", "other reviewer"]
STRANGERS = ["rival", "editor", "seeker", "former colleague"]
# What each deed writes down, one entry each time.
ACTIONS = {
    "edit": {"job.edited", "job.edit_submitted"},
    "submit": {"job.submitted", "job.published"},
    "withdraw": {"job.withdrawn"},
    "withdraw_edit": {"job.edit_withdrawn"},
    "pause": {"job.paused"},
    "resume": {"job.resumed"},
    "close": {"job.closed"},
    "renew": {"job.renewed"},
    "relist": {"job.relisted"},
    "refresh": {"job.refreshed"},
    "answer_hired": {"job.hired"},
    "accept": {"job.accepted"},
    "send_back": {"job.sent_back"},
    "accept_edit": {"job.edit_accepted"},
    "refuse_edit": {"job.edit_refused"},
    "check": {"job.checked"},
    "freeze": {"job.frozen"},
    "unfreeze": {"job.unfrozen"},
    "remove": {"job.removed"},
    "mark": {"job.marked"},
}
COMPANY_IS = {
    "verified": lambda at: {"verified_until": at + timedelta(days=150), "frozen_at": None},
    "expired": lambda at: {"verified_until": at, "frozen_at": None},
    "about to expire": lambda at: {"verified_until": at + timedelta(days=1), "frozen_at": None},
    "frozen": lambda at: {"frozen_at": at},
}
EDITS = {
    "title": lambda job: {"title": job.title[:40] + "甲"},
    "raise": lambda job: {"salary_min": job.salary_min + 100, "salary_max": job.salary_max + 300},
    "lower": lambda job: {"salary_min": job.salary_min // 2, "salary_max": max(job.salary_min // 2, job.salary_max - 2600)},
    "unit": lambda job: {"pay_unit": "day" if job.pay_unit == "month" else "month"},
    "contact": lambda job: {"contact_phone": "13900000000" if job.contact_phone != "13900000000" else ""},
    "nothing": lambda job: {},
}
# One of the many moments of a life: soon, tomorrow, past the end of the job, past that of the verification.
JUMPS = [timedelta(minutes=5), timedelta(days=1), timedelta(days=1), timedelta(days=35), timedelta(days=95)]

LIVES, LENGTH = 24, 30
# After these little happens any more.
ENDINGS = {"remove", "freeze", "close"}
# What a few lives may well lack.
SELDOM = {
    "job.edit_withdrawn",
    "job.edit_refused",
    "job.edit_accepted",
    "job.checked",
    "job.resumed",
    "job.relisted",
    "job.hired",
}


class Life:
    """One job, everybody who may have a wish with it, and a clock."""

    def __init__(self, clock):
        self.clock = clock
        recruiter = RecruiterFactory(user__email="owner@example.com")
        self.company = recruiter.company
        colleague = RecruiterFactory(company=self.company, is_owner=False)
        former = RecruiterFactory(company=self.company, is_owner=False)
        former.delete()
        reviewers = Group.objects.get(name="审核")
        self.people = {
            "recruiter": recruiter.user,
            "colleague": colleague.user,
            "former colleague": former.user,
            "rival": RecruiterFactory().user,
            "seeker": UserFactory(),
            "editor": UserFactory(is_staff=True),
        }
        for name in REVIEWERS:
            self.people[name] = UserFactory(is_staff=True, name=name)
            self.people[name].groups.add(reviewers)
        likeness = JobFactory(company=self.company, category=CategoryFactory())
        values = content.content(likeness)
        likeness.delete()
        ends_on = timezone.localdate() + timedelta(days=30)
        self.pk = deeds.create(self.company, values, by=recruiter.user, ends_on=ends_on).pk

    @property
    def job(self):
        return Job.objects.get(pk=self.pk)

    def everything(self):
        """All that a refused deed must leave alone."""
        return {
            "job": model_to_dict(self.job) | Job.objects.filter(pk=self.pk).values().get(),
            "submissions": list(Submission.objects.order_by("pk").values()),
            "refreshes": list(Refresh.objects.order_by("pk").values()),
            "entry": list(BoardEntry.objects.filter(job=self.pk).values()),
            "audit": list(Entry.objects.order_by("pk").values_list("pk", flat=True)),
            "letters": list(Letter.objects.order_by("pk").values()),
        }

    def act(self, name, by, change, days, back):
        """Call the deed as a view would."""
        job, user = self.job, self.people[by]
        ends_on = timezone.localdate() + timedelta(days=days)
        if name == "edit":
            values = content.content(job) | EDITS[change](job)
            deeds.edit(job, values, by=user, seen=deeds.version(job), ends_on=ends_on)
        elif name in {"renew", "relist"}:
            getattr(deeds, name)(job, by=user, ends_on=ends_on)
        elif name == "close":
            deeds.close(job, by=user, reason="filled")
        elif name == "answer_hired":
            deeds.answer_hired(job, by=user, hired="here")
        elif name in {"freeze", "remove"}:
            getattr(reviewing, name)(job, by=user, reason="核实")
        elif name == "unfreeze":
            reviewing.unfreeze(job, by=user)
        elif name == "mark":
            until = timezone.now() + timedelta(days=3)
            reviewing.mark(job, by=user, urgent_until=until, promoted_until=None)
        elif DEEDS[name].actor == Actor.STAFF:
            self.decide(name, user, back)
        else:
            getattr(deeds, name)(job, by=user)

    def decide(self, name, user, back):
        pairs = [pair for pair, deed in reviewing.DEED_OF.items() if deed == name]
        found = Submission.objects.filter(job=self.pk, kind__in=[kind for kind, _ in pairs]).order_by("-pk")
        submission = found[min(back, len(found) - 1)] if found else None
        if submission is None:
            raise NothingHandedIn
        elif pairs[0][1]:
            reviewing.accept(submission, by=user)
        else:
            reviewing.send_back(submission, by=user, reason="职责不清楚")

    def possible(self):
        """What the table allows now, decisions where there is something to decide."""
        state = state_of(self.job, timezone.now())
        waiting = set(self.job.submissions.waiting().values_list("kind", flat=True))
        needs = {deed: kind for (kind, _), deed in reviewing.DEED_OF.items() if kind != "first"} | {"withdraw_edit": "edit"}
        needs.pop("send_back")
        return [
            name
            for name, deed in sorted(DEEDS.items())
            if state in deed.starts
            and (name not in needs or needs[name] in waiting)
            and (name != "send_back" or waiting & {"first", "after"})
        ]

    def prove(self):
        """Three other jobs of the company were accepted."""
        for _ in range(3):
            job = JobFactory(company=self.company, closed_at=timezone.now())
            Submission.objects.create(job=job, kind="first", status="accepted", values={}, decided_at=timezone.now())

    def become(self, name):
        self.company.refresh_from_db()
        for field, value in COMPANY_IS[name](timezone.now()).items():
            setattr(self.company, field, value)
        self.company.save()


class NothingHandedIn(Refused):
    """There is no submission to decide about."""


def refusal_of(life, name, by, *wishes):
    try:
        with transaction.atomic():
            life.act(name, by, *wishes)
    except (Refused, PermissionDenied) as refusal:
        return refusal
    return None


def deed_is_in_order(life, name, by, *wishes):
    before, start = life.everything(), state_of(life.job, timezone.now())
    refusal = refusal_of(life, name, by, *wishes)
    if refusal:
        assert life.everything() == before, f"{name} by {by} was refused and yet did something"
        is_told = by in STRANGERS and not isinstance(refusal, PermissionDenied | NothingHandedIn)
        assert not is_told, f"{by} is told about the job: {refusal}"
        return
    assert by not in STRANGERS, f"{name} by {by}"
    assert by in REVIEWERS or DEEDS[name].actor == Actor.EMPLOYER, f"{name} by {by}"
    end = state_of(life.job, timezone.now())
    assert start in DEEDS[name].starts, f"{name} from {start}"
    assert end in DEEDS[name].ends, f"{name} from {start} to {end}"
    entries = Entry.objects.exclude(pk__in=before["audit"])
    assert entries.count() == 1, f"{name}: one entry"
    entry = entries.get()
    assert (entry.target_type, entry.target_id, entry.actor_id) == ("jobs.job", str(life.pk), life.people[by].pk)
    assert entry.action in ACTIONS[name]
    assert "13900000000" not in str(entry.details), "no contact data, which would stay for years"
    decided = {"accept", "send_back", "accept_edit", "refuse_edit", "freeze", "unfreeze", "remove"}
    letters = Letter.objects.exclude(pk__in=[letter["id"] for letter in before["letters"]])
    assert letters.exists() == (name in decided), f"{name}: letters {letters}"


def all_is_in_order(life):
    at, job = timezone.now(), life.job
    state = state_of(job, at)
    assert [name for name in State if Job.objects.filter(in_state(name, at), pk=job.pk).exists()] == [state]
    is_public = state == State.LIVE and job.company.is_verified(at)
    assert Job.objects.live(at).filter(pk=job.pk).exists() == is_public
    company = [Query().narrowed([f"company:{life.company.pk}"])]
    assert (job.pk in BoardEntry.objects.page(Query(), at=at, most=1000)[0]) == is_public
    assert (BoardEntry.objects.tally(company[0], at=at) > 0) == is_public
    shown = BoardEntry.objects.current(at).filter(job=job).exists()
    assert shown == is_public
    waiting = list(job.submissions.waiting().values_list("kind", flat=True))
    assert len(waiting) == len(set(waiting))
    assert ("first" in waiting) <= (state in {State.WAITING, State.FROZEN})
    assert (state == State.WAITING) <= ("first" in waiting), "somebody waits for nothing"
    assert (state == State.DRAFT) <= (not waiting), "reviewers look at a draft"
    if state == State.REMOVED:
        assert not waiting
    if job.ends_at and job.published_at:
        assert job.ends_at <= at + timedelta(days=91)
    for day in {timezone.localdate(refresh.at) for refresh in Refresh.objects.all()}:
        assert Refresh.objects.filter(at__date=day).count() <= deeds.FREE_REFRESHES


def take(life, lots, clock):
    """One step of a life: mostly a deed that the table allows now, else any deed by anybody, or time, or the company's lot."""
    kind = lots.choices(["next", "deed", "wait", "company", "proved"], [14, 4, 2, 1, 1])[0]
    change, days = lots.choice(sorted(EDITS)), lots.choice([30, 90, 10, 91, -1])
    if kind == "next":
        names = life.possible()
        names = (names and (set(names) - ENDINGS if lots.random() < 0.8 else names)) or names
        if names:
            name = lots.choice(sorted(names))
            by = lots.choice(EMPLOYERS if DEEDS[name].actor == Actor.EMPLOYER else REVIEWERS)
            deed_is_in_order(life, name, by, change, days, 0)
    elif kind == "deed":
        name, by = lots.choice(sorted(DEEDS)), lots.choice([*EMPLOYERS, *REVIEWERS, *STRANGERS])
        # A decision about the youngest submission, or in a window that was opened long before.
        deed_is_in_order(life, name, by, change, days, lots.choice([0, 1, 2]))
    elif kind == "wait":
        clock.shift(lots.choice(JUMPS))
    elif kind == "company":
        life.become(lots.choice(["verified", "verified", *sorted(COMPANY_IS)]))
    else:
        life.prove()


def live_through(lots):
    with time_machine.travel(BEGIN, tick=False) as clock:
        memory.of("default").forget()
        life = Life(clock)
        for _ in range(LENGTH):
            clock.shift(timedelta(seconds=1))
            take(life, lots, clock)
            all_is_in_order(life)
        return life


def test_no_sequence_of_deeds_leaves_the_table(travelling_cache):
    met = set()

    # The lots are drawn from a number, which is told when a life fails: hypothesis' own lists keep to short, simple lives.
    @settings(max_examples=LIVES, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
    @given(st.integers(0, 2**48).map(Random))
    def check(lots):
        with transaction.atomic():
            life = live_through(lots)
            met.update(Entry.objects.about(life.job).values_list("action", flat=True))
            transaction.set_rollback(True)

    check()
    # The lives went around the table.
    assert set().union(*ACTIONS.values()) - met <= SELDOM
