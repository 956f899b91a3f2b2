"""How often a job was looked at, day by day: sums, the bars of a chart, and the rows of the table beside it."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Sum
from django.utils import timezone

DAYS = 30
# The chart's own units: a bar is so wide with the gap beside it, the highest so high.
STEP, GAP, HEIGHT = 10, 2, 80


@dataclass(frozen=True)
class Day:
    day: date
    count: int
    x: int
    height: int

    @property
    def y(self):
        return HEIGHT - self.height


class Views:
    """Of the last 30 days, today included."""

    chart_width, chart_height, bar_width = DAYS * STEP - GAP, HEIGHT, STEP - GAP

    def __init__(self, job, at):
        self.job, self.today = job, timezone.localdate(at)

    @cached_property
    def days(self):
        first = self.today - timedelta(days=DAYS - 1)
        counts = dict(self.job.views.filter(day__gte=first, day__lte=self.today).values_list("day", "count"))
        most = max([1, *counts.values()])
        days = [(number, first + timedelta(days=number)) for number in range(DAYS)]
        return [Day(day, counts.get(day, 0), number * STEP, -(-counts.get(day, 0) * HEIGHT // most)) for number, day in days]

    @cached_property
    def all_in_all(self):
        return self.job.views.aggregate(sum=Sum("count"))["sum"] or 0

    @property
    def most(self):
        return max(day.count for day in self.days)

    @property
    def table(self):
        """The latest first, those without a view left out."""
        return [day for day in reversed(self.days) if day.count]

    @property
    def stats(self):
        counts = [day.count for day in self.days]
        return [("今天", counts[-1]), ("近 7 天", sum(counts[-7:])), ("近 30 天", sum(counts)), ("累计", self.all_in_all)]
