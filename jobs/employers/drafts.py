"""A posting half written: kept as it was typed, however incomplete or wrong."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from accounts.models import Company
from jobs.employers.forms import USUAL_DAYS, JobForm, as_typed
from jobs.life import Refused, content
from jobs.models import JobDraft

# What of a request is kept. `version` is that of the job on top of which it is written.
NAMES = [*JobForm.base_fields, "ends_on", "answer", "version"]
MOST = 50
LONGEST = 20_000
MOST_VALUES = 50


@transaction.atomic
def keep(company, post, *, by, draft=None, job=None, at=None):
    """Save what was typed into a draft, a new one where there is none. Raises Refused where there are too many."""
    at = at or timezone.now()
    if not draft:
        Company.objects.select_for_update().get(pk=company.pk)
        if JobDraft.objects.filter(company=company).count() >= MOST:
            raise Refused(f"草稿已经有 {MOST} 份了，请先在“职位管理”里删掉不要的，再保存这一份。")
        draft = JobDraft(company=company, job=job)
    draft.typed, draft.by, draft.saved_at = typed_in(post), by, at
    draft.save()
    return draft


def typed_in(post):
    """{name: [values]} of a request; PostgreSQL holds no NUL."""
    lists = {name: post.getlist(name)[:MOST_VALUES] for name in NAMES if name in post}
    return {name: [value.replace("\x00", "")[:LONGEST] for value in values] for name, values in lists.items()}


def initial(draft):
    """What the form shows: nothing is filled in where somebody left it empty."""
    several = {content.BENEFITS}
    empty = {name: [] if name in several else "" for name in NAMES}
    typed = {name: values if name in several else (values or [""])[-1] for name, values in draft.typed.items()}
    return empty | typed


@transaction.atomic
def copy_of(job, *, by, at=None):
    """A draft that says what an old job says, with an end of its own. Raises Refused."""
    end = timezone.localdate(at or timezone.now()) + timedelta(days=USUAL_DAYS)
    typed = {name: as_text(value) for name, value in (as_typed(content.content(job)) | {"ends_on": end}).items()}
    draft = JobDraft(company=job.company, by=by, typed={name: values for name, values in typed.items() if values})
    if JobDraft.objects.filter(company=job.company).count() >= MOST:
        raise Refused(f"草稿已经有 {MOST} 份了，请先删掉不要的，再复制。")
    draft.save()
    return draft


def as_text(value):
    """As a browser would send it."""
    if isinstance(value, list):
        return [str(one) for one in value]
    elif isinstance(value, bool):
        return ["on"] if value else []
    else:
        return [str(value)]
