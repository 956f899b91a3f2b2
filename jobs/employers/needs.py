"""What of a company's jobs needs somebody now, for the first page after signing in."""

from datetime import timedelta

from django.db.models import Q

from jobs.employers.lines import lines
from jobs.life.reminding import ending
from jobs.life.states import State, in_state
from jobs.models import Job

# More than these are led to by the link to all jobs.
SHOWN = 6
JUST = timedelta(days=2)
# What comes first: what a reviewer wants changed, what is frozen, what ends, what has ended, what is half written.
URGENCY = ["improve", "answer", "renew", "relist", "finish"]


def needing(company, at):
    """Lines, the most urgent first."""
    # A day ends with its last second, so what ended "today" is first seen the day after.
    just_ended = in_state(State.ENDED, at) & Q(ends_at__gt=at - JUST)
    wanted = in_state(State.DRAFT, at) | in_state(State.FROZEN, at) | just_ended
    jobs = Job.objects.of(company).filter(wanted | Q(pk__in=ending(at).of(company).values("pk")))
    found = [line for line in lines(jobs.order_by("ends_at", "pk")[:50], at) if line.next_step in URGENCY]
    return sorted(found, key=lambda line: URGENCY.index(line.next_step))
