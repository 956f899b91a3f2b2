"""How often an article is read: counted in the cache, folded into one row a day, without a trace of who read.

A page says that it is in sight by a small POST (static/js/behaviours/seen.js). So a GET counts nothing, pages may come from
a cache, and robots, which run no scripts, hardly count. Views wait in the cache under running numbers. Whoever adds the
PENDING-th, or the first after SECONDS, folds all that wait: also where each process has a cache of its own, which no command
of another process could reach. What a cache forgets, or a process takes with it when it ends, is at most that little.
"""

from collections import Counter
from time import time

from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from axrc.web.addresses import sender_key
from axrc.web.rate_limit import allowed
from axrc.web.same_site import is_ours
from news.models import Article, ArticleViews

PENDING = 20
SECONDS = 60
# More never wait: so many numbers a fold looks back where the cache has forgotten up to which were folded.
MOST_PENDING = 1000
KEPT = 24 * 3600  # seconds
FOLDING_TAKES = 30  # seconds, at the most
# A whole factory may share one address; a loop that counts up a favourite runs into this.
VIEWS_A_MINUTE = 120

NEWEST = "news.views.newest"
FOLDED = "news.views.folded"
RECENTLY_FOLDED = "news.views.recently"
FOLDING = "news.views.folding"


@csrf_exempt
@require_POST
def seen(request, pk):
    """Somebody looks at an article. Staff don't count, and what is not public is not counted."""
    if not is_ours(request):
        raise PermissionDenied
    if is_counted(request) and Article.objects.published().filter(pk=pk).exists():
        record(pk)
    return HttpResponse(status=204)


def is_counted(request):
    return allowed("news.seen", sender_key(request), VIEWS_A_MINUTE, 60) and not request.user.is_staff


def record(pk, at=None):
    """Let one more view of the article wait, and fold when it is time."""
    number = next_number()
    cache.set(waiting(number), (pk, timezone.localdate(at)), KEPT)
    if cache.add(RECENTLY_FOLDED, True, SECONDS) or number - cache.get(FOLDED, 0) >= PENDING:
        fold()


def next_number():
    """One more than the last. After a loss they go on from the clock in milliseconds, ahead of all that were given."""
    try:
        return cache.incr(NEWEST)
    except ValueError:
        cache.add(NEWEST, int(time() * 1000), None)
        return cache.incr(NEWEST)


def waiting(number):
    return f"news.views:{number}"


def fold():
    """Move what waits into the daily rows, and return how many views that were. One at a time.

    The rows are written first: should the process die in between, a few views count twice, but a database that can't
    be written loses none.
    """
    if cache.add(FOLDING, True, FOLDING_TAKES):
        try:
            newest = cache.get(NEWEST, 0)
            views = views_between(max(cache.get(FOLDED, 0), newest - MOST_PENDING), newest)
            add_to_days(Counter(views.values()))
            cache.delete_many(views)
            cache.set(FOLDED, newest, None)
            return len(views)
        finally:
            cache.delete(FOLDING)
    else:
        return 0


def views_between(folded, newest):
    """{key in the cache: (article's id, day)} of what waits."""
    return cache.get_many([waiting(number) for number in range(folded + 1, newest + 1)])


@transaction.atomic
def add_to_days(counts):
    """Articles that were deleted since are left out. In the order of their ids, so that no two folds wait for each other."""
    known = set(Article.objects.filter(pk__in={pk for pk, _day in counts}).values_list("pk", flat=True))
    for (pk, day), count in sorted(counts.items()):
        if pk in known:
            row, _created = ArticleViews.objects.get_or_create(article_id=pk, day=day)
            ArticleViews.objects.filter(pk=row.pk).update(count=F("count") + count)
