"""The pages of the archive: all years, a year, a month. Each may be narrowed to a section."""

from django.http import Http404, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from axrc.web.paging import MOST, Pager, page_number
from news import archive
from news.archive import Period, articles_of
from news.models import Section
from news.moments import YEARS


@require_safe
def years(request):
    at = timezone.now()
    return periods(request, archive.years(at), at, title="资讯归档")


@require_safe
def year(request, year):
    at = timezone.now()
    period = written(year)
    return periods(request, period.months, at, title=f"{period.label}资讯归档", period=period)


def periods(request, shown, at, *, title, period=None):
    section, note = section_asked(request)
    counted = archive.counted(shown, section, at)
    if period and not counted and not articles_of(period, None, at).exists():
        raise Http404
    context = {
        "title": title,
        "lines": [{"label": one.label, "count": archive.label(count), "url": one.url(section)} for one, count in counted],
        **chrome(request, section, note, period),
    }
    return render(request, "news/archive.html", context)


@require_safe
def month(request, year, month):
    at = timezone.now()
    period = written(year, month)
    section, note = section_asked(request)
    articles = articles_of(period, section, at).newest_first()
    total = articles[: MOST + 1].count()
    if not total and not articles_of(period, None, at).exists():
        raise Http404
    parameters = QueryDict(mutable=True)
    if section:
        parameters["section"] = section.slug
    pager = Pager(page_number(request.GET.get("page")), total, period.url(), parameters, unit="篇文章")
    pager.number = min(pager.number, pager.last)
    first = (pager.number - 1) * pager.per_page
    context = {
        "title": f"{period.label}资讯归档",
        "articles": articles.for_headlines()[first : first + pager.per_page],
        "pager": pager,
        **chrome(request, section, note, period),
        "canonical": request.build_absolute_uri(pager.url(pager.number)),
    }
    return render(request, "news/archive_month.html", context)


def written(year, month=None):
    """The period of an address. There is only one way to write it, 2026/03 and not 2026/3."""
    if int(year) not in YEARS or (month and not 1 <= int(month) <= 12):
        raise Http404
    return Period(int(year), int(month) if month else None)


def section_asked(request):
    """(section, note): the section of the address, also by a slug that it had before."""
    slug = request.GET.get("section", "")
    section = Section.objects.at_address(slug) if slug and "\x00" not in slug else None
    return section, "没有这个分类，下面是全部分类的文章。" if slug and not section else ""


def chrome(request, section, note, period):
    """What the pages of the archive have in common: where one is, and the way to the sections."""
    return {
        "section": section,
        "note": note,
        "choices": [choice("全部", period, None, section), *(choice(one.name, period, one, section) for one in sections())],
        "crumbs": crumbs(period),
        "canonical": request.build_absolute_uri(address(period, section)),
    }


def sections():
    return Section.objects.all()


def choice(label, period, one, chosen):
    return {"label": label, "url": address(period, one), "is_current": one == chosen}


def address(period, section):
    return period.url(section) if period else archive.archive_url(section)


def crumbs(period):
    trail = [("资讯中心", reverse("news:front")), ("资讯归档", reverse("news:archive") if period else "")]
    if period and period.month:
        trail.append((f"{period.year}年", Period(period.year).url()))
        trail.append((f"{period.month}月", ""))
    elif period:
        trail.append((period.label, ""))
    return trail
