"""How often a job is looked at: one row a day, without a trace of who looked.

As with articles (news/readership.py) the page says so by a small POST, so a GET counts nothing and pages may come from a
cache.
"""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from accounts.models import Recruiter
from axrc.web.addresses import sender_key
from axrc.web.counting import Buffer
from axrc.web.rate_limit import allowed
from axrc.web.same_site import is_ours
from jobs.models import Job, JobViews

# A whole factory may share one address; a loop that counts up its own job runs into this.
VIEWS_A_MINUTE = 120


@csrf_exempt
@require_POST
def seen(request, pk):
    """Somebody looks at a job. Those who work for its company and staff don't count, nor does what is not live."""
    if not is_ours(request):
        raise PermissionDenied
    if allowed("jobs.seen", sender_key(request), VIEWS_A_MINUTE, 60):
        job = Job.objects.live().filter(pk=pk).first()
        if job and not is_insider(request.user, job):
            record(job.pk)
    return HttpResponse(status=204)


def is_insider(user, job):
    works_there = Recruiter.objects.filter(user=user.pk, company=job.company_id)
    return user.is_authenticated and (user.is_staff or works_there.exists())


def record(pk, at=None):
    """Let one more view of the job wait."""
    views.record((pk, timezone.localdate(at)))


@transaction.atomic
def add_to_days(counts):
    """In the order of the ids, so that no two folds wait for each other; what is gone since is left out."""
    known = set(Job.objects.filter(pk__in={pk for pk, _day in counts}).values_list("pk", flat=True))
    for (pk, day), count in sorted(counts.items()):
        if pk in known:
            row, _created = JobViews.objects.get_or_create(job_id=pk, day=day)
            JobViews.objects.filter(pk=row.pk).update(count=F("count") + count)


views = Buffer("jobs.views", add_to_days)
