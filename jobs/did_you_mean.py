"""What somebody may have meant whose word is in no job."""

from django.http import QueryDict

from axrc.search.query import Query
from axrc.vocabulary.meanings import Meanings
from axrc.vocabulary.nearest import nearest
from axrc.web.paging import total_label
from jobs.filters import JobFilter
from jobs.models import BoardEntry

MOST = 3
# Words looked at, and what each of them may be.
WORDS = 4
MEANT = 6


def did_you_mean(job_filter, at):
    """{label, count, url} of the same search with another word for one that finds nothing, where that finds jobs."""
    words = job_filter.q.split()
    offered = []
    for place in faulty(words, job_filter.meanings, at):
        offered += [" ".join([*words[:place], meant, *words[place + 1 :]]) for meant in nearest(words[place])[:MEANT]]
    if not offered:
        return []
    meanings = Meanings(" ".join(offered), at)
    parameters = job_filter.parameters()
    return found(parameters, offered, meanings, at) or found(QueryDict(), offered, meanings, at)


def faulty(words, meanings, at):
    """Places of the words that find nothing even by themselves."""
    counts = BoardEntry.objects.tallies([Query.of(word, meanings) for word in words[:WORDS]], at=at, most=1)
    return [place for place, count in enumerate(counts) if not count]


def found(parameters, offered, meanings, at):
    """What each of the words finds under the same conditions, where it finds anything."""
    filters = [again(parameters, q, meanings) for q in offered]
    counts = BoardEntry.objects.tallies([other.query(at) for other in filters], at=at)
    return [
        {"label": other.q, "count": total_label(count, "个职位"), "url": other.url()}
        for other, count in zip(filters, counts, strict=True)
        if count
    ][:MOST]


def again(parameters, q, meanings):
    changed = parameters.copy()
    changed["q"] = q
    job_filter = JobFilter(changed, meanings.at)
    job_filter.meanings = meanings
    return job_filter
