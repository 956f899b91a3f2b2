"""The public pages of the board."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from axrc.search.query import Query
from axrc.web.page_cache import for_visitors
from axrc.web.paging import PER_PAGE, Pager, total_label
from jobs.filters import JobFilter
from jobs.models import BoardEntry, Job

SIMILAR = 6


@for_visitors
def board(request):
    at = timezone.now()
    job_filter = JobFilter(request.GET)
    query = job_filter.query(at)
    ids, total = BoardEntry.objects.page(query, at=at, order=job_filter.order, number=job_filter.page, per_page=PER_PAGE)
    pager = Pager(job_filter.page, total, reverse("jobs:board"), job_filter.parameters(), "个职位")
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
    wider = {label: JobFilter(parameters) for label, parameters in job_filter.without_each()[:most]}
    counts = BoardEntry.objects.tallies([other.query(at) for other in wider.values()], at=at)
    return [
        {"label": f"去掉“{label}”（{total_label(count, '个职位')}）", "url": other.url()}
        for (label, other), count in zip(wider.items(), counts, strict=True)
        if count and other.is_narrowed
    ]


@for_visitors
def job(request, pk):
    at = timezone.now()
    job = Job.objects.viewable(at).for_rows().filter(pk=pk).first()
    if not job:
        return missing(request, pk)
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


def missing(request, pk):
    """Removed for good, or nothing that the public may know of."""
    get_object_or_404(Job.objects.removed(), pk=pk)
    return render(request, "410.html", {"crumbs": [("找工作", reverse("jobs:board")), ("职位已下架", "")]}, status=410)


def similar(job, at):
    """The newest of the same category, those of the same town first."""
    query = Query(clauses=(frozenset([f"category:{job.category_id}"]),), preferred=(f"region:{job.region_id}",))
    ids = BoardEntry.objects.find(query, at=at, order="relevance", limit=SIMILAR + 1)
    return Job.objects.live(at).for_rows().in_order([pk for pk in ids if pk != job.pk][:SIMILAR])
