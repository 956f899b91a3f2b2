"""The reviewers' queue: who waits, since when, and how long people waited lately."""

from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from jobs.models import Submission

LATELY = timedelta(days=30)
DECIDED = [Submission.Status.ACCEPTED, Submission.Status.REFUSED]


@dataclass
class Figures:
    """`longest` and `usual` (the median of what was decided lately) are spans of time, None where there are none."""

    waiting: int
    longest: timedelta | None
    usual: timedelta | None


def figures(at):
    since = list(Submission.objects.waiting().values_list("submitted_at", flat=True))
    decided = Submission.objects.filter(status__in=DECIDED, decided_at__gt=at - LATELY)
    spans = [end - begin for begin, end in decided.values_list("submitted_at", "decided_at")]
    return Figures(len(since), at - min(since) if since else None, median(spans) if spans else None)


def following(submission):
    """Who waits longest of the others, or None."""
    return Submission.objects.waiting().exclude(pk=submission.pk).longest_waiting_first().first()


def span_label(span):
    """A span in the two units that tell most of it, "3 天 4 小时"; less than a minute is one."""
    minutes = max(1, int(span.total_seconds() // 60))
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    named = [(days, "天"), (hours, "小时"), (minutes, "分钟")]
    first = next(place for place, (number, _) in enumerate(named) if number)
    return " ".join(f"{number} {unit}" for number, unit in named[first : first + 2] if number)
