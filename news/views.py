"""The public pages of the news centre."""

from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_cookie

from axrc.web.page_cache import for_visitors
from axrc.web.paging import MOST, Pager, page_number
from news import related
from news.front_page import filled
from news.models import NOTICES, Article, FrontSlot, Section
from news.querysets import MOST_PINNED, pins

# The lead is chosen from so many of the newest articles.
CANDIDATES = 60
HEADLINES_A_SECTION = 5
RECOMMENDED = 8
# More slots than this are not read.
MOST_SLOTS = 40


@for_visitors
@require_safe
def front(request):
    """The first page is the paper, later ones only its list by date."""
    at = timezone.now()
    published = Article.objects.published(at).newest_first()
    pager = pager_for(request, published, reverse("news:front"))
    context = {
        "pager": pager,
        "crumbs": [("资讯中心", "")],
        "canonical": request.build_absolute_uri(pager.url(pager.number)),
    }
    context |= paper(published, pager, at) if pager.number == 1 else by_date(published, pager)
    return render(request, "news/front.html", context)


def paper(published, pager, at):
    """A lead, headlines by section, and what is newest; the site's own notices stand at the side."""
    headlines = published.newest_by_section(HEADLINES_A_SECTION, pinned_at=at)
    newest = list(published.for_rows()[:CANDIDATES])
    slots = list(FrontSlot.objects.current(at).with_articles()[:MOST_SLOTS])
    leads = filled(slots, FrontSlot.Place.LEAD, sorted(newest, key=is_fit_to_lead, reverse=True), 1)
    picks = [*published.recommended().for_headlines()[: RECOMMENDED + 1], *newest]
    recommended = filled(slots, FrontSlot.Place.RECOMMENDED, picks, RECOMMENDED + 1)
    pinned = pins((article for articles in headlines.values() for article in articles), at)[:MOST_PINNED]
    return {
        "lead": next(iter(leads), None),
        "recommended": [article for article in recommended if article not in leads][:RECOMMENDED],
        "pinned": pinned,
        "headlines": {section: articles for section, articles in headlines.items() if section.slug != NOTICES},
        "notices": next((articles for section, articles in headlines.items() if section.slug == NOTICES), []),
        "sections": list(headlines),
        "articles": [article for article in newest[: pager.per_page] if article not in pinned],
    }


def is_fit_to_lead(article):
    """A lead has a picture; better still, the editors recommend it."""
    return bool(article.cover), article.is_recommended


def by_date(published, pager):
    return {"sections": Section.objects.all(), "articles": page_of(published, pager)}


@for_visitors
@require_safe
def section(request, slug):
    section = Section.objects.at_address(slug)
    if section is None:
        raise Http404
    if section.slug != slug:
        return redirect(with_query(section.get_absolute_url(), request), permanent=True)
    at = timezone.now()
    published = Article.objects.published(at).in_section(section).newest_first()
    pager = pager_for(request, published, section.get_absolute_url())
    pinned = list(published.pinned(at).for_rows()[:MOST_PINNED]) if pager.number == 1 else []
    context = {
        "pinned": pinned,
        "section": section,
        "sections": Section.objects.all(),
        "articles": [article for article in page_of(published, pager) if article not in pinned],
        "pager": pager,
        "crumbs": [("资讯中心", reverse("news:front")), (section.name, "")],
        "canonical": request.build_absolute_uri(pager.url(pager.number)),
    }
    return render(request, "news/section.html", context)


def with_query(address, request):
    query = request.META.get("QUERY_STRING", "")
    return f"{address}?{query}" if query else address


def pager_for(request, articles, address):
    """The page asked for, or the last one where there are fewer."""
    pager = Pager(
        page_number(request.GET.get("page")), articles[: MOST + 1].count(), address, QueryDict(mutable=True), unit="篇文章"
    )
    return pager


def page_of(articles, pager):
    first = (pager.number - 1) * pager.per_page
    return articles.for_rows()[first : first + pager.per_page]


@for_visitors
@require_safe
@vary_on_cookie
def article(request, pk):
    """Its letters are as large as the reader's cookie says (news.reading)."""
    at = timezone.now()
    article = Article.objects.published(at).select_related("section", "cover").filter(pk=pk).first()
    if article is None:
        return ended(request, get_object_or_404(Article.objects.ended(at).select_related("section").defer("body"), pk=pk))
    return render(request, "news/article.html", article_page(request, article, at))


def article_page(request, article, at):
    """What the page of an article shows, also that of one which is not public yet."""
    return {
        "article": article,
        "attachments": article.attachments.all(),
        **related.around(article, at),
        "crumbs": [("资讯中心", reverse("news:front")), (article.title, "")],
        "canonical": request.build_absolute_uri(article.get_absolute_url()),
    }


def ended(request, article):
    """What has ended is gone, but who followed a link to it learns that and finds a way on."""
    context = {"section": article.section, "crumbs": [("资讯中心", reverse("news:front")), ("已经过期", "")]}
    return render(request, "news/ended.html", context, status=404)
