"""What a posting says, and what of it was changed, as reviewers read it."""

from dataclasses import dataclass, field

from axrc.taxonomy import lists
from axrc.text.differences import ADDED, REMOVED, SAME, Line, Piece, compare
from jobs.life import content
from jobs.models import Job
from jobs.screening import FIELDS as SCREENED
from jobs.screening import screen

# Compared word by word; of the others the whole value is another one.
WORDED = {"title", "address", "pay_reason", "description", "requirements"}
UNITS = {"salary_months": "个月", "headcount": "人"}


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
    def is_spacing(self):
        """Only blanks or line breaks have changed."""
        return bool(self.lines) and all(line.folded for line in self.lines)

    @property
    def is_short(self):
        """Two of them stand side by side."""
        return self.name not in WORDED and not self.is_changed


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
            part.lines = differences(name, before.get(name), after[name])
        if public and public.get(name) not in (before.get(name), after[name]):
            part.now = told[name]
        made.append(part)
    return [part for part in made if part.name in changed], [part for part in made if part.name not in changed]


def differences(name, old, new):
    """The lines of a text, what came and went of the benefits; of other values nothing but themselves can be said."""
    if name in WORDED:
        return compare(blocks(old or ""), blocks(new))
    if name == content.BENEFITS:
        return [Line(pieces) for pieces in [come_and_gone(set(old or []), set(new))] if pieces]
    return []


def come_and_gone(old, new):
    groups = [(SAME, old & new), (REMOVED, old - new), (ADDED, new - old)]
    known = lists.current().benefits
    named = [Piece(kind, "、".join(entry_name(known, pk) for pk in sorted(ids))) for kind, ids in groups if ids]
    return [piece for place, one in enumerate(named) for piece in ([Piece(SAME, "　")] if place else []) + [one]]


def blocks(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


def said(values):
    """{field: what it says in words}"""
    return {name: wording(name, values[name]) for name in content.labels() if name in values}


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
