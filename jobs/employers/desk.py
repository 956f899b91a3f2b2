"""/my/jobs/: all jobs of a company, and one of them."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from accounts.access import recruiter_required
from jobs.employers.deed_forms import CloseForm, EndForm
from jobs.employers.figures import Views
from jobs.employers.groups import JobList
from jobs.employers.history import history
from jobs.employers.lines import lines
from jobs.life import possible
from jobs.life.deeds import refreshes_left
from jobs.models import Job, JobDraft

# Forms half filled in are few; who has more finishes those first.
MOST_DRAFTS = 10
FORMS = {"renew": EndForm, "relist": EndForm, "close": CloseForm}


@never_cache
@recruiter_required
def jobs(request):
    at, company = timezone.now(), request.recruiter.company
    asked = JobList(request.recruiter, request.GET, at)
    context = {
        "company": company,
        "is_verified": company.is_verified(at),
        "asked": asked,
        "pager": asked.pager,
        "back": asked.parameters(page=asked.pager.number).urlencode(),
        "lines": lines(asked.page(), at),
        "drafts": JobDraft.objects.filter(company=company).select_related("job", "by")[:MOST_DRAFTS],
        "refreshes_left": refreshes_left(company, at),
        "crumbs": [("我的", reverse("my:home")), ("职位管理", "")],
    }
    return render(request, "jobs/my/jobs.html", context)


@never_cache
@recruiter_required
def job(request, pk):
    return job_page(request, own(request, pk), opened=request.GET.get("open", ""))


def own(request, pk):
    return get_object_or_404(Job.objects.of(request.recruiter.company), pk=pk)


def job_page(request, job, opened="", form=None):
    """The page of one job. `opened` names the deed whose form is unfolded, `form` is that form as it was sent."""
    at, company = timezone.now(), request.recruiter.company
    (line,) = lines(Job.objects.filter(pk=job.pk), at)
    deeds = possible(line.job, at)
    forms = {name: kind(job=line.job, at=at, auto_id=f"{name}_%s") for name, kind in FORMS.items() if name in deeds}
    if form is not None and opened in forms:
        forms[opened] = form
    context = {
        "line": line,
        "job": line.job,
        "is_public": Job.objects.viewable(at).filter(pk=job.pk).exists(),
        "company": company,
        "is_verified": company.is_verified(at),
        "deeds": deeds,
        "forms": forms,
        # What is over has one thing left to do.
        "opened": opened or ("relist" if line.next_step == "relist" else ""),
        "form": form,
        "refreshes_left": refreshes_left(company, at),
        "views": Views(line.job, at),
        "history": history(line.job),
        "crumbs": [("我的", reverse("my:home")), ("职位管理", reverse("my:jobs")), (line.job.title, "")],
    }
    return render(request, "jobs/my/job.html", context)
