"""What was done to a job, from the audit, in words."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from axrc import audit
from axrc.audit.models import Entry
from jobs.models import Job

MOST_ENTRIES = 200
LABELS = {
    "reason": "原因", "fields": "改动", "until": "截止", "source": "来源", "hired": "结果",
    "urgent_until": "急聘至", "promoted_until": "推广至", "submission": "提交",
}  # fmt: skip


def history(job):
    """(entry, what it is called, its details), the last one first."""
    entries = Entry.objects.about(job).order_by("-at", "-pk")[:MOST_ENTRIES]
    return [(entry, audit.label(entry.action), details(entry)) for entry in entries]


def details(entry):
    """(label, text, address) of what was written down with a deed."""
    return [(LABELS.get(name, name), *shown(name, value)) for name, value in entry.details.items() if value]


def shown(name, value):
    names = {field.name: str(field.verbose_name) for field in Job._meta.get_fields() if hasattr(field, "verbose_name")}
    if name == "fields":
        return "、".join(names.get(one.removesuffix("_id"), one) for one in value), ""
    if name == "submission":
        return f"编号 {value}", reverse("admin:jobs_submission_change", args=[value])
    if name.endswith("_until"):
        return f"{timezone.localdate(datetime.fromisoformat(value))}", ""
    choices = {"source": Job.Source, "hired": Job.Hired, "reason": Job.CloseReason}.get(name)
    return (dict(choices.choices).get(value, value) if choices else str(value)[:300]), ""
