"""Jobs, companies and articles together."""

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from accounts.models import Company, CompanyEntry
from axrc.search.filters import LONGEST_KEYWORD
from axrc.search.query import Query
from axrc.text import printable
from axrc.vocabulary.meanings import Meanings
from axrc.web.page_cache import for_visitors
from axrc.web.paging import PER_PAGE, Pager, page_number, total_label
from jobs.models import BoardEntry, Job
from news.models import Article, ArticleEntry
from pages.views.home import categories, hot_links

EACH = 5
# How many of the newest jobs are read for the words that are looked for most often.
RECENT = 200

TOO_LONG = f"关键词太长，只用了前 {LONGEST_KEYWORD} 个字"
NO_LETTERS = "“{}”里没有可以搜索的文字，请输入汉字、字母或数字"


@for_visitors
def search(request):
    """The best few of each kind, or with `kind=articles` all articles; jobs and companies have lists of their own."""
    at = timezone.now()
    q, query, notes = read(request.GET.get("q", ""), at)
    wants_articles = request.GET.get("kind") == "articles" and bool(query)
    context = {"q": q, "notes": notes, "wants_articles": wants_articles, "crumbs": [("搜索", "")]}
    if query:
        number = page_number(request.GET.get("page")) if wants_articles else 1
        found = everything(query, at, number, PER_PAGE if wants_articles else EACH)
        totals = {kind: total for kind, (_ids, total) in found.items()}
        article_ids = found["articles"][0]
        context |= {
            "articles": Article.objects.published(at).for_rows().in_order(article_ids),
            "kinds": kinds(q, totals, wants_articles),
            "pager": Pager(number, totals["articles"], reverse("pages:search"), parameters(q, kind="articles"), "篇资讯"),
            "is_empty": not any(totals.values()),
        }
        if not wants_articles:
            context["jobs"] = Job.objects.live(at).for_lines().in_order(found["jobs"][0])
            context["companies"] = companies(at).in_order(found["companies"][0])
    if not query or context["is_empty"]:
        context |= ways_on(at)
    return render(request, "pages/search.html", context)


def read(typed, at):
    """(what was typed, as a query, what to say about it)."""
    q, notes = printable(typed), []
    if len(q) > LONGEST_KEYWORD:
        q = q[:LONGEST_KEYWORD]
        notes.append(TOO_LONG)
    query = Query.of(q, Meanings(q, at))
    if q and not query:
        notes.append(NO_LETTERS.format(q))
    return q, query, notes


def everything(query, at, number, articles_a_page):
    """{kind: (ids of a page, how many there are)}; only articles have pages here."""
    of = {"at": at, "order": "relevance"}
    return {
        "jobs": BoardEntry.objects.page(query, per_page=EACH, **of),
        "companies": CompanyEntry.objects.page(query, per_page=EACH, **of),
        "articles": ArticleEntry.objects.page(query, number=number, per_page=articles_a_page, **of),
    }


def companies(at):
    """With the number of their live jobs."""
    live = Job.objects.live(at).filter(company=OuterRef("pk")).order_by().values("company")
    live_jobs = Subquery(live.annotate(number=Count("pk")).values("number"))
    return Company.objects.verified(at).for_cards().annotate(live_jobs=Coalesce(live_jobs, 0))


def kinds(q, totals, wants_articles):
    """The choice of a kind, each with its count; kinds without a hit are left out."""
    search = reverse("pages:search")
    lists = [
        ("jobs", "职位", reverse("jobs:board"), parameters(q)),
        ("companies", "企业", reverse("accounts:companies"), parameters(q)),
        ("articles", "资讯", search, parameters(q, kind="articles")),
    ]
    of_each = [
        {
            "name": name,
            "label": f"{label} {total_label(totals[name], '')}".strip(),
            "url": f"{address}?{query.urlencode()}",
            "is_current": wants_articles and name == "articles",
        }
        for name, label, address, query in lists
        if totals[name]
    ]
    overview = {"name": "all", "label": "全部", "url": f"{search}?{parameters(q).urlencode()}"}
    return [overview | {"is_current": not wants_articles}, *of_each]


def parameters(q, **others):
    query = QueryDict(mutable=True)
    query.update({"q": q} | others)
    return query


def ways_on(at):
    """Where to go without a word, or with one that finds nothing."""
    newest = BoardEntry.objects.find(Query(), at=at, limit=RECENT)
    return {
        "categories": [{"label": category["name"], "url": category["url"]} for category in categories()],
        "hot_words": [{"label": word["word"], "url": word["url"]} for word in hot_links(newest, at)],
    }
