"""The page of one job."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from axrc.web.page_cache import for_visitors
from jobs.landing import address
from jobs.models import Job
from jobs.similar import similar
from jobs.structured_data import job_posting


@for_visitors
def job(request, pk):
    at = timezone.now()
    job = Job.objects.viewable(at).for_rows().filter(pk=pk).first()
    if not job:
        return missing(request, pk)
    absolute = request.build_absolute_uri
    context = {
        "job": job,
        "canonical": absolute(job.get_absolute_url()),
        "posting": None if job.has_ended else job_posting(job, absolute=absolute),
        "similar": similar(job, at),
        "landing_url": address(job.region, job.category),
        "apply_url": "",
        "report_url": f"{reverse('pages:feedback')}?{urlencode({'type': 'complaint', 'job': job.pk})}",
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
