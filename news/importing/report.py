"""What became of each row or page, or what would."""

from collections import Counter
from dataclasses import dataclass, field

from django.db import models


class Outcome(models.TextChoices):
    NEW = "new", "新增"
    UPDATED = "updated", "更新"
    SKIPPED = "skipped", "跳过"
    ERROR = "error", "错误"


@dataclass
class Line:
    place: str
    title: str
    outcome: Outcome
    reason: str = ""
    article: object = None


@dataclass
class Report:
    lines: list = field(default_factory=list)
    is_written: bool = False

    @property
    def counts(self):
        """{outcome: number}, also of those that there are none of."""
        found = Counter(line.outcome for line in self.lines)
        return {outcome: found[outcome] for outcome in Outcome}

    @property
    def has_work(self):
        return any(line.outcome in (Outcome.NEW, Outcome.UPDATED) for line in self.lines)

    @property
    def summary(self):
        return "，".join(f"{outcome.label} {number}" for outcome, number in self.counts.items())
