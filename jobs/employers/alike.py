"""Jobs of a company that say nearly the same: two of them look like more work than there is, and fill the board."""

from dataclasses import dataclass

from django.utils import timezone

from axrc.search import words
from jobs.life.states import State, in_state
from jobs.models import Job

# Of 1: what a title is worth beside the text, and how much must be shared to be told of it.
TITLE = 0.4
NEARLY_THE_SAME = 0.7
COMPARED = 200
STATES = [State.LIVE, State.WAITING, State.SCHEDULED, State.PAUSED]


@dataclass(frozen=True)
class Said:
    """The words of a posting."""

    title: frozenset
    text: frozenset

    @classmethod
    def by(cls, title, *texts):
        return cls(pairs(title), frozenset().union(*map(pairs, texts)))


def pairs(text):
    """As the search knows them; single characters say little, except where there is nothing else."""
    found = words.tokens(text or "")
    return frozenset(token for token in found if len(token) > 1) or frozenset(found)


def likeness(one, other):
    """From 0, nothing in common, to 1, the same."""
    return TITLE * shared(one.title, other.title) + (1 - TITLE) * shared(one.text, other.text)


def shared(one, other):
    return len(one & other) / len(one | other) if one and other else 0


def is_alike(one, other):
    return likeness(one, other) >= NEARLY_THE_SAME


def like_it(company, said, *, without=None, at=None):
    """Open and waiting jobs of the company that say nearly the same, the most alike first."""
    at = at or timezone.now()
    states = in_state(STATES[0], at)
    for state in STATES[1:]:
        states |= in_state(state, at)
    jobs = Job.objects.of(company).filter(states).select_related("region").newest_first()
    if without:
        jobs = jobs.exclude(pk=without.pk)
    found = [(likeness(said, Said.by(job.title, job.description, job.requirements)), job) for job in jobs[:COMPARED]]
    found = sorted(found, key=lambda row: -row[0])
    return [job for shared_words, job in found if shared_words >= NEARLY_THE_SAME]
