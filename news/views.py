"""The public pages of the news centre."""

from django.http import QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from axrc.web.paging import MOST, Pager, page_number
from news.models import NOTICES, Article, Section

# The lead is chosen from so many of the newest articles.
CANDIDATES = 60
HEADLINES_A_SECTION = 5
RELATED = 6


@require_safe
def front(request):
    at = timezone.now()
    published = Article.objects.published(at).newest_first()
    pager = pager_for(request, published, reverse("news:front"))
    context = {
        "sections": Section.objects.all(),
        "articles": page_of(published, pager),
        "pager": pager,
        "crumbs": [("资讯中心", "")],
        "canonical": request.build_absolute_uri(pager.url(pager.number)),
        "lead": lead(published) if pager.number == 1 else None,
        "headlines": headlines(published) if pager.number == 1 else {},
    }
    return render(request, "news/front.html", context)


def lead(published):
    """The newest pick of the editors that has a picture, or whatever comes nearest to that."""
    candidates = published.for_rows()[:CANDIDATES]
    return max(candidates, key=lambda article: (bool(article.cover), article.is_recommended), default=None)


def headlines(published):
    """{section: its newest articles}; the site's own notices stand at the side."""
    found = published.newest_by_section(HEADLINES_A_SECTION)
    return {section: articles for section, articles in found.items() if section.slug != NOTICES}


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
    pager.number = min(pager.number, pager.last)
    return pager


def page_of(articles, pager):
    first = (pager.number - 1) * pager.per_page
    return articles.for_rows()[first : first + pager.per_page]


@require_safe
def article(request, pk):
    at = timezone.now()
    published = Article.objects.published(at)
    article = get_object_or_404(published.select_related("section"), pk=pk)
    context = {
        "article": article,
        "previous": article.previous(at),
        "next": article.next(at),
        "related": published.in_section(article.section).exclude(pk=pk).newest_first().for_rows()[:RELATED],
        "crumbs": [("资讯中心", reverse("news:front")), (article.title, "")],
        "canonical": request.build_absolute_uri(article.get_absolute_url()),
        "cover": request.build_absolute_uri(article.cover.url) if article.cover else "",
    }
    return render(request, "news/article.html", context)
