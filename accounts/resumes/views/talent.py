"""找人才: recruiters of verified companies find and open resumes."""

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.models import Recruiter, Resume, ResumeEntry, ResumeView
from accounts.resumes import paper
from accounts.resumes.filters import TalentFilter
from accounts.resumes.opening import open_resume
from accounts.resumes.sight import Sight
from accounts.visibility import Standing
from axrc.web import private_files
from axrc.web.paging import PER_PAGE, Pager
from axrc.web.rate_limit import allowed

WHAT = ResumeView.What
# PDFs that one person may have made in an hour: each costs as much as a hundred pages.
MOST_PDFS = 60
HOUR = 3600


@never_cache
@require_safe
def search(request):
    at = timezone.now()
    standing = Standing.of(request.user, at)
    if not (standing and standing.may_search):
        return explain(request)
    talent_filter = TalentFilter(request.GET, at, standing.company)
    ids, total = ResumeEntry.objects.page(
        talent_filter.query(at), at=at, order=talent_filter.order, number=talent_filter.page, per_page=PER_PAGE
    )
    parameters = talent_filter.parameters()
    pager = Pager(talent_filter.page, total, talent_filter.address, parameters, talent_filter.unit)
    resumes = Resume.objects.visible_by(standing, at).for_rows().in_order(ids)
    context = {
        "filter": talent_filter,
        "facets": talent_filter.counted(at),
        "hidden": [("sort", talent_filter.sort)] if "sort" in parameters else [],
        # In a list everybody is masked: who is looked at closer is opened, and that leaves a trace.
        "sights": [Sight.of_stranger(resume) for resume in resumes],
        "pager": pager,
        "total_label": pager.total_label,
        "suggestions": [] if total else wider_searches(talent_filter),
        "crumbs": [("找人才", "")],
    }
    return render(request, "talent/search.html", context)


def wider_searches(talent_filter):
    found = talent_filter.wider()
    return found or ([{"label": "看全部简历", "url": talent_filter.clear_url}] if talent_filter.is_narrowed else [])


def explain(request):
    """What this is and how to come in, for everybody who may not search: no list, no figure of anybody."""
    user = request.user
    recruiter = Recruiter.objects.select_related("company").filter(user=user).first() if user.is_authenticated else None
    context = {
        "recruiter": recruiter,
        "is_seeker": user.is_authenticated and user.role == user.Role.SEEKER,
        "crumbs": [("找人才", "")],
    }
    return render(request, "talent/explanation.html", context)


@never_cache
@require_safe
def resume(request, pk):
    """Who is not logged in is asked to, whether there is such a resume or not."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    sight = open_resume(request.user, pk, WHAT.PAGE)
    is_preview = sight.is_own and request.GET.get("as") == "company"
    context = {
        "sight": Sight.of_stranger(sight.resume) if is_preview else sight,
        "resume": sight.resume,
        "is_own": sight.is_own,
        "is_preview": is_preview,
        "has_pdf": paper.is_available(),
        "crumbs": [("我的简历", reverse("my:resume")), ("预览", "")]
        if sight.is_own
        else [("找人才", reverse("talent:search")), (sight.name, "")],
    }
    return render(request, "talent/resume.html", context)


@never_cache
@require_safe
def print_resume(request, pk):
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    sight = open_resume(request.user, pk, WHAT.PRINT)
    photo = reverse("talent:photo", args=[pk]) if sight.has_photo else ""
    context = {"sight": sight, "resume": sight.resume, "photo": photo, "has_pdf": paper.is_available()}
    return render(request, "talent/print.html", context)


@never_cache
@require_safe
def pdf(request, pk):
    if not paper.is_available():
        raise Http404
    if request.user.is_authenticated and not allowed("resume_pdf", request.user.pk, MOST_PDFS, HOUR):
        return HttpResponse("下载太频繁，请一小时后再试。", status=429, content_type="text/plain; charset=utf-8")
    sight = open_resume(request.user, pk, WHAT.PDF)
    response = HttpResponse(paper.pdf(sight), content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(True, f"{sight.name}的简历.pdf")
    response["X-Content-Type-Options"] = "nosniff"
    return response


@never_cache
@require_safe
def attachment(request, pk):
    sight = open_resume(request.user, pk, WHAT.ATTACHMENT)
    return private_files.serve(sight.resume.attachment, sight.resume.attachment_name)


@never_cache
@require_safe
def photo(request, pk):
    """Part of the page that was opened, so it leaves no trace of its own."""
    standing = Standing.of(request.user)
    found = Resume.objects.visible_by(standing).knowing(standing).filter(pk=pk).first()
    if not (found and Sight.of(found, standing).has_photo):
        raise Http404
    return private_files.serve(found.photo, "photo")
