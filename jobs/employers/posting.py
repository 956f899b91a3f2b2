"""/my/jobs/new/ and its like: the addresses where a posting is written, kept and copied."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import recruiter_required
from axrc.web import rate_limit
from jobs.employers import drafts
from jobs.employers.handing_in import save, submit
from jobs.employers.paper import Paper, whole
from jobs.employers.writing import back, fill, keep, page, preview
from jobs.life import Refused
from jobs.models import Job, JobDraft

LIMIT = 40, 60
ACTIONS = {"keep": keep, "fill": fill, "back": back, "preview": preview, "save": save, "submit": submit}


@recruiter_required
def new(request):
    return write(request, Paper(request))


@recruiter_required
def edit(request, pk):
    job = get_object_or_404(Job.objects.of(request.recruiter.company).select_related("company", "region"), pk=pk)
    return write(request, Paper(request, job=job))


@recruiter_required
def draft(request, pk):
    draft = get_object_or_404(JobDraft.objects.filter(company=request.recruiter.company).select_related("job"), pk=pk)
    return write(request, Paper(request, draft=draft))


@recruiter_required
@require_POST
def copy(request, pk):
    job = get_object_or_404(Job.objects.of(request.recruiter.company), pk=pk)
    try:
        draft = drafts.copy_of(job, by=request.user)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("my:jobs")
    messages.success(request, "已复制成一份草稿。核对内容和截止日期，再提交。")
    return redirect("my:job-draft", draft.pk)


@recruiter_required
@require_POST
def remove_draft(request, pk):
    get_object_or_404(JobDraft, company=request.recruiter.company, pk=pk).delete()
    messages.success(request, "草稿已删除。")
    return redirect("my:jobs")


@recruiter_required
@require_POST
def keep_draft(request):
    """Asked by the form's script while somebody types. What is gone, since it was handed in, is not made anew."""
    if not rate_limit.allowed("job-draft", request.user.pk, *LIMIT):
        return JsonResponse({"problem": "保存得太频繁，过一会儿会自动再保存。"}, status=429)
    job = None
    if number := request.POST.get("job"):
        job = Job.objects.of(request.recruiter.company).filter(pk=whole(number)).first()
    paper = Paper(request, job=job)
    is_gone = request.POST.get("draft") and not paper.draft
    if is_gone or (number and not job) or not drafts.typed_in(request.POST):
        return JsonResponse({"problem": "这份草稿已经提交或删除，不再自动保存。"}, status=409)
    try:
        draft = paper.keep()
    except Refused as refused:
        return JsonResponse({"problem": str(refused)}, status=409)
    at = timezone.localtime(draft.saved_at)
    return JsonResponse(
        {"draft": draft.pk, "saved": f"已保存 {at:%H:%M}", "address": reverse("my:job-draft", args=[draft.pk])}
    )


def write(request, paper):
    if paper.job and not paper.may_edit:
        return too_late(paper)
    if request.method != "POST":
        return page(paper, paper.opened())
    return ACTIONS.get(request.POST.get("action"), preview)(paper)


def too_late(paper):
    """Of a job that was closed or taken away meanwhile; what was typed is there to be posted anew."""
    job, state = paper.job, paper.state
    said = f"这个职位现在是“{state.label}”，不能修改。"
    if paper.request.method != "POST":
        messages.error(paper.request, f"{said}可以复制一份，改好再提交。")
        return redirect("my:job", job.pk)
    paper.job = None
    try:
        paper.keep()
    except Refused as refused:
        messages.error(paper.request, f"{said}{refused}")
        return back(paper)
    messages.error(paper.request, f"{said}您填的已存为草稿，可以当作新职位提交。")
    return redirect("my:job-draft", paper.draft.pk)
