"""What is searched for: one row a word and day, without a trace of who searched.

A page of results says that somebody looks at it by the same small POST as an article (static/js/behaviours/seen.js; the
address comes from the tag `searched`). So a GET notes nothing, a page from the cache counts like any other and costs no
more than without, and neither robots without scripts nor pages that a browser only prepares are counted.

One address counts once a day for a word, and for so many words an hour; a mark of that is kept in the cache alone, under
a keyed hash of the address, until the day is over. A count is therefore a count of visitors.
"""

from collections import defaultdict
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.http import HttpResponse
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from axrc.web import page_cache
from axrc.web.addresses import sender_key
from axrc.web.counting import Buffer
from axrc.web.rate_limit import allowed
from axrc.web.robots import is_person
from axrc.web.same_site import is_ours
from jobs.filters import JobFilter
from jobs.models import BoardEntry, SearchCount, SearchedWord
from jobs.wording import counted_as

WORDS_AN_HOUR = 30
HOUR, DAY = 3600, 24 * 3600  # seconds
COUNTS_ARE_KEPT = timedelta(days=400)


@csrf_exempt
@require_POST
def searched(request):
    """Somebody looks at the first page of what was found for `q`."""
    if not is_ours(request):
        raise PermissionDenied
    word = counted_as(request.GET.get("q", ""))
    if word and is_counted(request, word):
        record(word, found_nothing=not finds([word])[word])
    return HttpResponse(status=204)


def is_counted(request, word, at=None):
    """Staff look after words, they don't look for work."""
    sender, day = sender_key(request), timezone.localdate(at)
    return (
        is_person(request)
        and not request.user.is_staff
        and allowed("jobs.searched.word", f"{sender} {day} {word}", 1, DAY)
        and allowed("jobs.searched", sender, WORDS_AN_HOUR, HOUR)
    )


def finds(words, at=None):
    """{word: whether a live job answers to it}, in one query."""
    at = at or timezone.now()
    queries = [JobFilter(MultiValueDict({"q": [word]}), at).query() for word in words]
    counts = BoardEntry.objects.tallies(queries, at=at, most=1)
    return {word: count > 0 for word, count in zip(words, counts, strict=True)}


def record(word, *, found_nothing, at=None):
    """Let one more search of a word, spelled as by `counted_as`, wait to be added to its day."""
    searches.record((word, timezone.localdate(at), bool(found_nothing)))


@transaction.atomic
def add_to_days(counts):
    """Always in the order of the words, so that no two folds wait for each other."""
    sums = defaultdict(lambda: [0, 0])
    for (word, day, found_nothing), count in counts.items():
        sums[word, day][0] += count
        sums[word, day][1] += count if found_nothing else 0
    words = locked({word for word, _day in sums})
    SearchCount.objects.bulk_create(
        [SearchCount(word=words[word], day=day) for word, day in sorted(sums)], ignore_conflicts=True
    )
    for (word, day), (number, nothing) in sorted(sums.items()):
        SearchCount.objects.filter(word=words[word], day=day).update(
            searches=F("searches") + number, found_nothing=F("found_nothing") + nothing
        )


def locked(words):
    """{word: its row}, made where there is none, and held so that forget() does not take it away meanwhile."""
    SearchedWord.objects.bulk_create([SearchedWord(word=word) for word in sorted(words)], ignore_conflicts=True)
    return {row.word: row for row in SearchedWord.objects.select_for_update().filter(word__in=words).order_by("word")}


searches = Buffer("jobs.searches", add_to_days)


@transaction.atomic
def forget(at=None):
    """Drop what was counted long ago or may tell of a person, since so few looked for it; return how many rows that were."""
    today = timezone.localdate(at)
    old, _ = SearchCount.objects.filter(day__lte=today - COUNTS_ARE_KEPT).delete()
    candidates = list(SearchedWord.objects.rare(today).values_list("pk", flat=True))
    held = SearchedWord.objects.select_for_update().filter(pk__in=candidates).order_by("word")
    rare = SearchedWord.objects.rare(today).filter(pk__in=[word.pk for word in held]).values_list("pk", flat=True)
    few, _ = SearchCount.objects.filter(word__in=list(rare)).delete()
    SearchedWord.objects.filter(pk__in=candidates, counts=None, hidden_at=None).delete()
    return old + few


def hide(words, *, by):
    """Keep the words off the hot words from now on."""
    SearchedWord.objects.filter(pk__in=words, hidden_at=None).update(hidden_at=timezone.now(), hidden_by=by)
    page_cache.empty()


def show(words):
    """Let hidden words be hot again."""
    SearchedWord.objects.filter(pk__in=words).update(hidden_at=None, hidden_by=None)
    page_cache.empty()
