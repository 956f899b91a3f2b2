"""How often an article is read: one row a day, without a trace of who read.

A page says that it is in sight by a small POST (static/js/behaviours/seen.js). So a GET counts nothing, pages may come from
a cache, and robots, which run no scripts, hardly count.
"""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from axrc.web.addresses import sender_key
from axrc.web.counting import Buffer
from axrc.web.rate_limit import allowed
from axrc.web.same_site import is_ours
from news.models import Article, ArticleViews

# A whole factory may share one address; a loop that counts up a favourite runs into this.
VIEWS_A_MINUTE = 120


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
    """Let one more view of the article wait."""
    views.record((pk, timezone.localdate(at)))


@transaction.atomic
def add_to_days(counts):
    """Articles that were deleted since are left out. In the order of their ids, so that no two folds wait for each other."""
    known = set(Article.objects.filter(pk__in={pk for pk, _day in counts}).values_list("pk", flat=True))
    for (pk, day), count in sorted(counts.items()):
        if pk in known:
            row, _created = ArticleViews.objects.get_or_create(article_id=pk, day=day)
            ArticleViews.objects.filter(pk=row.pk).update(count=F("count") + count)


views = Buffer("news.views", add_to_days)
