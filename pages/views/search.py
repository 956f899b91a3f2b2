"""Jobs, companies and articles together."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from accounts.models import Company, CompanyEntry
from axrc.search.query import Query
from axrc.web.page_cache import for_visitors
from jobs.filters import JobFilter
from jobs.models import BoardEntry, Job
from news.models import Article, ArticleEntry

EACH = 5


@for_visitors
def search(request):
    at = timezone.now()
    words = JobFilter(request.GET)
    query = Query.of(words.q)
    context = {
        "q": words.q,
        "notes": words.notes,
        "jobs": Job.objects.live(at).for_rows().in_order(found(BoardEntry, query, at)),
        "companies": Company.objects.verified(at).for_cards().in_order(found(CompanyEntry, query, at)),
        "articles": Article.objects.published(at).for_rows().in_order(found(ArticleEntry, query, at)),
        "more_jobs": f"{reverse('jobs:board')}?{urlencode({'q': words.q})}",
        "more_companies": f"{reverse('accounts:companies')}?{urlencode({'q': words.q})}",
        "crumbs": [("搜索", "")],
    }
    return render(request, "pages/search.html", context)


def found(model, query, at):
    """Ids of the best few; nothing at all without a word."""
    return model.objects.find(query, at=at, order="relevance", limit=EACH) if query else []
