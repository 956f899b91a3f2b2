"""The public pages of the news centre."""

from django.http import QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_cookie

from axrc.web.page_cache import for_visitors
from axrc.web.paging import MOST, Pager, page_number
from news.models import NOTICES, Article, Section

# The lead is chosen from so many of the newest articles.
CANDIDATES = 60
HEADLINES_A_SECTION = 5
RELATED = 6


@for_visitors
@require_safe
def front(request):
    """The first page is the paper, later ones only its list by date."""
    published = Article.objects.published().newest_first()
    pager = pager_for(request, published, reverse("news:front"))
    context = {
        "pager": pager,
        "crumbs": [("资讯中心", "")],
        "canonical": request.build_absolute_uri(pager.url(pager.number)),
    }
    context |= paper(published, pager) if pager.number == 1 else by_date(published, pager)
    return render(request, "news/front.html", context)


def paper(published, pager):
    """A lead, headlines by section, and what is newest; the site's own notices stand at the side."""
    headlines = published.newest_by_section(HEADLINES_A_SECTION)
    newest = list(published.for_rows()[:CANDIDATES])
    return {
        "lead": max(newest, key=is_fit_to_lead, default=None),
        "headlines": {section: articles for section, articles in headlines.items() if section.slug != NOTICES},
        "notices": next((articles for section, articles in headlines.items() if section.slug == NOTICES), []),
        "sections": list(headlines),
        "articles": newest[: pager.per_page],
    }


def is_fit_to_lead(article):
    """A lead has a picture; better still, the editors recommend it."""
    return bool(article.cover), article.is_recommended


def by_date(published, pager):
    return {"sections": Section.objects.all(), "articles": page_of(published, pager)}


@for_visitors
@require_safe
def section(request, slug):
    section = get_object_or_404(Section, slug=slug)
    published = Article.objects.published().in_section(section).newest_first()
    pager = pager_for(request, published, section.get_absolute_url())
    context = {
        "section": section,
        "sections": Section.objects.all(),
        "articles": page_of(published, pager),
        "pager": pager,
        "crumbs": [("资讯中心", reverse("news:front")), (section.name, "")],
        "canonical": request.build_absolute_uri(pager.url(pager.number)),
    }
    return render(request, "news/section.html", context)


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
    article = get_object_or_404(Article.objects.published(at).select_related("section", "cover"), pk=pk)
    return render(request, "news/article.html", article_page(request, article, at))


def article_page(request, article, at):
    """What the page of an article shows, also that of one which is not public yet."""
    published = Article.objects.published(at)
    related = published.in_section(article.section).exclude(pk=article.pk).newest_first().for_headlines()
    return {
        "article": article,
        "previous": article.previous(at),
        "next": article.next(at),
        "related": related[:RELATED],
        "crumbs": [("资讯中心", reverse("news:front")), (article.title, "")],
        "canonical": request.build_absolute_uri(article.get_absolute_url()),
    }
