"""The first page: a search box, and the way to everything."""

from collections import Counter

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from accounts.models import Company, CompanyEntry
from axrc.search.query import Query
from axrc.taxonomy import lists
from axrc.web.paging import MOST
from jobs.models import BoardEntry, Job
from news.models import Article, ArticleEntry

NEWEST = 10
URGENT = 6
COMPANIES = 8
ARTICLES_A_SECTION = 5
NOTICES = 4
# Trades of the newest jobs are what is looked for most often.
RECENT = 200
HOT = 8


def home(request):
    at = timezone.now()
    newest = BoardEntry.objects.find(Query(), at=at, limit=RECENT)
    context = {
        "hot_words": hot_words(newest),
        "categories": categories(),
        "newest_jobs": Job.objects.live(at).for_rows().in_order(newest[:NEWEST]),
        "urgent_jobs": Job.objects.live(at).urgent(at).for_rows().newest_first()[:URGENT],
        "companies": Company.objects.verified(at).for_cards()[:COMPANIES],
        "sections": sections(at),
        "counts": {
            "jobs": counted(BoardEntry, at),
            "companies": counted(CompanyEntry, at),
            "articles": counted(ArticleEntry, at),
        },
    }
    context["notices"] = next((entry["articles"] for entry in context["sections"] if entry["section"].slug == "site"), [])[
        :NOTICES
    ]
    return render(request, "pages/home.html", context)


def hot_words(ids):
    """The trades with most of the newest jobs."""
    known = lists.current().categories.by_id
    counts = Counter(Job.objects.filter(pk__in=ids).values_list("category", flat=True))
    names = [known[pk].name.split("/")[0] for pk, _ in counts.most_common(HOT) if pk in known]
    return [{"word": name, "url": board(q=name)} for name in names]


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


def sections(at):
    """Every section with its newest articles, in one query."""
    return [
        {"section": section, "articles": articles}
        for section, articles in Article.objects.published(at).newest_by_section(ARTICLES_A_SECTION).items()
    ]


def counted(model, at):
    count = model.objects.tally(Query(), at=at)
    return f"{MOST}+" if count > MOST else str(count)


def board(**parameters):
    return f"{reverse('jobs:board')}?{urlencode(parameters)}"
