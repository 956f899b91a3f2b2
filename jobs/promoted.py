"""Jobs that stand on top of a search for money: at most two, each marked 广告 (DOMAIN.md L16).

The mark belongs to the place and not to the job: a row says so where it would not stand there unpaid. In its natural place,
further down or on another page, the same job is a row like all others. So no page has more than two marks, and what is
counted and paged through stays as it was: the first page shows what was lifted above its own rows, each job once.
"""

from django.utils import timezone

from jobs.models import BoardEntry

MOST = 2
# "Highest pay first" is a promise that money must not break.
ORDERS = {"newest", "relevance"}


def lifted(query, order, number, at):
    """Ids of the jobs to show above the rows of a page of a search."""
    if number > 1 or order not in ORDERS:
        return []
    promoted = {seq: job for seq, job, until in BoardEntry.objects.kept(lambda: read(at), at) if until > at}
    if not promoted:
        return []
    return todays([promoted[seq] for seq in BoardEntry.objects.among(query, promoted, at=at)], timezone.localdate(at))


def read(at):
    """(seq, job, until) of all that are promoted, in a list that is kept until an entry changes."""
    entries = BoardEntry.objects.filter(job__promoted_until__gt=at)
    return list(entries.values_list("seq", "job_id", "job__promoted_until"))


def todays(jobs, day):
    """Those whose turn it is, the first to begin with: day after day the next ones, so that all come equally often."""
    if len(jobs) <= MOST:
        return sorted(jobs)
    ring, first = sorted(jobs), MOST * day.toordinal()
    return [ring[(first + place) % len(ring)] for place in range(MOST)]
