"""What a posting says, and what of it was changed, as reviewers read it."""

from dataclasses import dataclass, field

from axrc.taxonomy import lists
from axrc.text.differences import compare
from jobs.life import content
from jobs.models import Job
from jobs.screening import FIELDS as SCREENED
from jobs.screening import screen

# Compared word by word; of the others the whole value is another one.
WORDED = {"title", "address", "pay_reason", "description", "requirements"}
UNITS = {"salary_min": "元", "salary_max": "元", "salary_months": "个月", "headcount": "人"}


@dataclass
class Part:
    """One field. `lines` is the difference of a text, `now` what the public sees where that is something else by now."""

    name: str
    label: str
    new: str
    old: str = ""
    is_changed: bool = False
    lines: list = field(default_factory=list)
    flags: list = field(default_factory=list)
    now: str | None = None

    @property
    def is_text(self):
        return self.name in WORDED


def parts(submission, at, public=None):
    """(what has to be read, what is as it was before): without an earlier version all has to be read.

    `public` is the content that the public sees, where it does.
    """
    after, before = submission.values, submission.before
    changed = content.changes(before, after) if before else after
    labels, new, old = content.labels(), said(after), said(before)
    told = said(public or {})
    made = []
    for name in [name for name in labels if name in after]:
        part = Part(name, str(labels[name]), new[name])
        part.flags = screen(new[name], at) if name in SCREENED else []
        part.is_changed = bool(before) and name in changed
        if part.is_changed:
            part.old = old.get(name, "")
            part.lines = compare(blocks(part.old), blocks(part.new)) if part.is_text else []
        if public and public.get(name) not in (before.get(name), after[name]):
            part.now = told[name]
        made.append(part)
    return [part for part in made if part.name in changed], [part for part in made if part.name not in changed]


def blocks(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


def said(values):
    """{field: what it says in words}"""
    return {name: wording(name, value) for name, value in values.items()}


def wording(name, value):
    known = lists.current()
    if name == "category_id":
        return tree_name(known.categories, value)
    if name == "region_id":
        return tree_name(known.regions, value)
    if name == content.BENEFITS:
        return "、".join(entry_name(known.benefits, pk) for pk in value)
    if isinstance(value, bool):
        return "是" if value else "否"
    choices = dict(Job._meta.get_field(name).flatchoices)
    return str(choices.get(value, value)) + (f" {UNITS[name]}" if name in UNITS else "")


def tree_name(entries, pk):
    entry = entries.by_id.get(pk)
    return f"{entry.parent.name} · {entry.name}" if entry and entry.parent else entry_name(entries, pk)


def entry_name(entries, pk):
    return entries.by_id[pk].name if pk in entries.by_id else f"已删除（编号 {pk}）"
