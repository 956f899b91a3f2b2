"""/my/jobs/: all jobs of a company, and one of them."""

from django.shortcuts import get_object_or_404, render

from accounts.access import recruiter_required
from jobs.models import Job


@recruiter_required
def jobs(request):
    return render(request, "jobs/my/jobs.html", {"jobs": Job.objects.of(request.recruiter.company)})


@recruiter_required
def job(request, pk):
    return render(request, "jobs/my/job.html", {"job": get_object_or_404(Job.objects.of(request.recruiter.company), pk=pk)})
