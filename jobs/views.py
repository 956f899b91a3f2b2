"""The public pages of the board."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from axrc.search.query import Query
from axrc.web.page_cache import for_visitors
from axrc.web.paging import Pager
from jobs.filters import JobFilter
from jobs.models import BoardEntry, Job

SIMILAR = 6


@for_visitors
def board(request):
    at = timezone.now()
    job_filter = JobFilter(request.GET)
    query = job_filter.query(at)
    total = BoardEntry.objects.tally(query, at=at)
    pager = Pager(job_filter.page, total, reverse("jobs:board"), job_filter.parameters(), unit="个职位")
    pager.number = min(pager.number, pager.last)
    ids = BoardEntry.objects.find(
        query, at=at, order=job_filter.order, offset=(pager.number - 1) * pager.per_page, limit=pager.per_page
    )
    context = {
        "filter": job_filter,
        "facets": job_filter.facets,
        "hidden": [("sort", job_filter.sort)] if "sort" in job_filter.parameters() else [],
        "jobs": Job.objects.live(at).for_rows().in_order(ids),
        "pager": pager,
        "total_label": pager.total_label,
        "suggestions": [] if total else wider_searches(job_filter, at),
        "feed_url": job_filter.url(reverse("feeds:jobs")),
        "crumbs": [("找工作", "")],
    }
    return render(request, "jobs/board.html", context)


def wider_searches(job_filter, at, most=3):
    """The same search without one of its conditions, where that finds something."""
    found = []
    for label, parameters in job_filter.without_each()[:most]:
        wider = JobFilter(parameters)
        pager = Pager(1, BoardEntry.objects.tally(wider.query(at), at=at), reverse("jobs:board"), parameters, unit="个职位")
        if pager.total and wider.is_narrowed:
            found.append({"label": f"去掉“{label}”({pager.total_label})", "url": wider.url()})
    return found


@for_visitors
def job(request, pk):
    at = timezone.now()
    if Job.objects.removed().filter(pk=pk).exists():
        return render(request, "410.html", {"crumbs": [("找工作", reverse("jobs:board")), ("职位已下架", "")]}, status=410)
    job = get_object_or_404(Job.objects.viewable(at).for_rows(), pk=pk)
    context = {
        "job": job,
        "similar": similar(job, at),
        "apply_url": "",
        "report_url": "",
        "crumbs": [
            ("找工作", reverse("jobs:board")),
            (job.category.name, f"{reverse('jobs:board')}?{urlencode({'category': job.category.slug})}"),
            (job.title, ""),
        ],
    }
    return render(request, "jobs/job.html", context)


def similar(job, at):
    """The newest of the same category, those of the same town first."""
    category = Query().narrowed([f"category:{job.category_id}"])
    nearby = category.narrowed([f"region:{job.region_id}"])
    ids = dict.fromkeys(
        pk for query in (nearby, category) for pk in BoardEntry.objects.find(query, at=at, limit=SIMILAR + 1) if pk != job.pk
    )
    return Job.objects.live(at).for_rows().in_order(list(ids)[:SIMILAR])
