"""The person's own resume as a whole: what is there, what is next, who may see it."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import seeker_required
from accounts.models import Company, Resume
from accounts.resumes import completeness, disclosing, editing, paper
from accounts.resumes.exporting import as_data
from accounts.resumes.forms import VisibilityForm
from accounts.windows import Overtaken

HOME = ("我的简历", "/my/resume/")


@never_cache
@require_safe
@seeker_required
def resume(request):
    resume = editing.of(request.user)
    parts = completeness.parts(resume)
    context = {
        "resume": resume,
        "parts": parts,
        "percent": completeness.percent(parts),
        "next": completeness.next_part(parts),
        "has_pdf": paper.is_available(),
        "crumbs": [("我的简历", "")],
    }
    return render(request, "my/resume.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@seeker_required
def visibility(request):
    resume = editing.of(request.user)
    form, different = VisibilityForm(request.POST or None, instance=resume), []
    if request.method == "POST" and form.is_valid():
        try:
            saved = editing.save_step(request.user, form.values, form.seen)
        except Overtaken as overtaken:
            form, different = form.again(overtaken.thing)
        else:
            messages.success(request, f"已保存：{saved.get_visibility_display()}")
            return redirect("my:resume")
    context = {
        "form": form,
        "different": different,
        "resume": resume,
        "disclosures": resume.disclosures.filter(withdrawn_at=None).select_related("company") if resume.pk else [],
        "crumbs": [HOME, ("谁可以看", "")],
    }
    return render(request, "my/resume_visibility.html", context)


@require_POST
@seeker_required
def withdraw(request, pk):
    """Take back the consent that a company has."""
    resume = get_object_or_404(Resume, user=request.user)
    company = get_object_or_404(Company, disclosures__resume=resume, disclosures__withdrawn_at=None, pk=pk)
    disclosing.withdraw(resume, company)
    messages.success(request, f"已收回：{company.name}不能再看您的简历")
    return redirect("my:resume_visibility")


@never_cache
@require_safe
@seeker_required
def export(request):
    """All that the site knows of the resume, for the person alone (DOMAIN.md L12)."""
    resume = get_object_or_404(Resume.objects.visible_to(request.user).for_paper(), user=request.user)
    response = JsonResponse(as_data(resume), json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = f'attachment; filename="resume-{timezone.localdate():%Y%m%d}.json"'
    return response
