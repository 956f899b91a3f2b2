"""The first page: a search box, and the way to everything."""

from collections import Counter
from functools import partial

from django.db.models import Q
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from accounts.models import Company, CompanyEntry
from axrc.search.models import totals
from axrc.search.query import Query
from axrc.taxonomy import lists
from axrc.web.page_cache import for_visitors
from axrc.web.paging import MOST
from jobs.hot_words import hot_words
from jobs.models import BoardEntry, Job
from news.models import Article, ArticleEntry

NEWEST = 10
URGENT = 6
COMPANIES = 6
ARTICLES_A_SECTION = 5
NOTICES = 4
# The section whose articles are the site's own notices.
NOTICE_SECTION = "site"
# Of so many of the newest jobs the trades are taken.
RECENT = 200
HOT = 8


@for_visitors
def home(request):
    at = timezone.now()
    news = Article.objects.published(at).newest_by_section(ARTICLES_A_SECTION, pinned_at=at)
    newest = BoardEntry.objects.find(Query(), at=at, limit=RECENT)
    context = {
        "hot_words": hot_links(newest, at),
        "categories": categories(),
        **jobs(newest[:NEWEST], at),
        "companies": Company.objects.verified(at).for_cards()[:COMPANIES],
        "sections": [{"section": section, "articles": line} for section, line in news.items() if not is_notices(section)],
        "notices": [article for section, line in news.items() if is_notices(section) for article in line[:NOTICES]],
        "counts": dict(zip(("jobs", "companies", "articles"), counts(at), strict=True)),
    }
    return render(request, "pages/home.html", context)


def is_notices(section):
    return section.slug == NOTICE_SECTION


def hot_links(newest, at):
    """What visitors look for, filled up with the trades of the newest jobs."""
    return [{"word": word, "url": board(q=word)} for word in hot_words(partial(trades, newest), most=HOT, at=at)]


def trades(ids):
    """Those with most of the jobs first."""
    known = lists.current().categories.by_id
    counts = Counter(Job.objects.filter(pk__in=ids).values_list("category", flat=True))
    return [known[pk].name.split("/")[0] for pk, _ in counts.most_common(HOT * 2) if pk in known]


def categories():
    known = lists.current().categories
    return [
        {
            "name": top.name,
            "url": board(category=top.slug),
            "children": [{"name": child.name, "url": board(category=child.slug)} for child in known.children_of(top)],
        }
        for top in known.tops
    ]


def jobs(newest, at):
    """The newest jobs and the urgent ones, fetched together."""
    urgent = Job.objects.live(at).urgent(at).newest_first()[:URGENT].values("pk")
    found = {job.pk: job for job in Job.objects.live(at).for_rows().filter(Q(pk__in=newest) | Q(pk__in=urgent))}
    return {
        "newest_jobs": [found[pk] for pk in newest if pk in found],
        "urgent_jobs": sorted(
            (job for job in found.values() if job.is_urgent), key=lambda job: job.refreshed_at, reverse=True
        )[:URGENT],
    }


def counts(at):
    """What is there in all, counted up to a limit."""
    return [
        f"{MOST}+" if count > MOST else str(count)
        for count in totals([BoardEntry, CompanyEntry, ArticleEntry], at=at, most=MOST)
    ]


def board(**parameters):
    return f"{reverse('jobs:board')}?{urlencode(parameters)}"
