"""What somebody who reads one job may also like."""

from collections import Counter
from math import log

from axrc.search import words
from axrc.search.query import Query, Term
from jobs.models import BoardEntry, Job

MOST = 6
# So many are compared: first those with a word of the title, then those of the town, each the newest first.
COMPARED = 80
# What the same town is worth beside a word of the title that all candidates with such a word have.
TOWN = 1.0


def similar(job, at):
    """Of the same category: those whose titles share rare words come first, then those of the same town, then the newest."""
    telling = pairs(job.title) - pairs(job.category.name)
    wishes = [[words.TITLE_MARK + pair for pair in telling], [f"region:{job.region_id}"]]
    query = Query(
        clauses=(Term.any_of([f"category:{job.category_id}"]),), tiers=tuple((Term.any_of(wish),) for wish in wishes if wish)
    )
    found = BoardEntry.objects.find(query, at=at, order="relevance", limit=COMPARED + 1)
    ids = [pk for pk in found if pk != job.pk]
    return Job.objects.live(at).for_rows().in_order(closest(job, ids, telling)[:MOST])


def closest(job, ids, telling):
    """The ids, those most like the job first; equals stay in their order."""
    rows = Job.objects.filter(pk__in=ids).values_list("pk", "title", "region")
    shared = {pk: telling & pairs(title) for pk, title, _region in rows}
    homes = {pk: region for pk, _title, region in rows}
    spread = Counter(pair for found in shared.values() for pair in found)

    def likeness(pk):
        rare = sum(1 + log(len(shared) / spread[pair]) for pair in shared[pk])
        return rare + (TOWN if homes[pk] == job.region_id else 0)

    return sorted((pk for pk in ids if pk in shared), key=likeness, reverse=True)


def pairs(text):
    """The words of a title as the search knows them, without single characters, which say little."""
    return {token for token in words.tokens(text) if len(token) > 1}
