"""The board: every search for a job."""

from django.shortcuts import render
from django.utils import timezone

from axrc.web.page_cache import for_visitors
from axrc.web.paging import PER_PAGE, Pager
from axrc.web.routes import address_of
from jobs.did_you_mean import did_you_mean
from jobs.filters import JobFilter
from jobs.models import BoardEntry
from jobs.promoted import lifted
from jobs.rows import rows


@for_visitors
def board(request):
    at = timezone.now()
    job_filter = JobFilter(request.GET, at)
    query = job_filter.query(at)
    ids, total = BoardEntry.objects.page(query, at=at, order=job_filter.order, number=job_filter.page, per_page=PER_PAGE)
    pager = Pager(job_filter.page, total, address_of("jobs:board"), job_filter.parameters(), job_filter.unit)
    paid = lifted(query, job_filter.order, pager.number, at) if ids else []
    context = {
        "filter": job_filter,
        "facet_on_top": "region",
        "facets": job_filter.counted(at),
        "hidden": [("sort", job_filter.sort)] if "sort" in job_filter.parameters() else [],
        "rows": rows([*paid, *(pk for pk in ids if pk not in paid)], at, job_filter.meanings.writings(), paid),
        "pager": pager,
        "total_label": pager.total_label,
        "suggestions": [] if total else job_filter.wider(),
        "did_you_mean": [] if total else did_you_mean(job_filter, at),
        "feed_url": job_filter.url(address_of("feeds:jobs")),
        "json_feed_url": job_filter.url(address_of("feeds:jobs-json")),
        "crumbs": [("找工作", "")],
    }
    return render(request, "jobs/board.html", context)
