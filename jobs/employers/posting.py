"""/my/jobs/new/ and its like: a posting is written, looked at as the public will see it, and handed in."""

from django.contrib import messages
from django.db import transaction
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import recruiter_required
from axrc.taxonomy import lists
from axrc.web import rate_limit
from jobs.employers import descriptions, drafts
from jobs.employers.paper import OVERTAKEN, Paper, benefit_names, whole
from jobs.life import Refused, content, deeds, possible
from jobs.models import Job, JobDraft, Submission
from jobs.screening import screen_job

LIMIT = 40, 60
FILLED = "已填入模板。请按实际情况修改，和实际不符的要删掉。"
NOT_FILLED = "职责和要求都已经写了，没有改动。想用模板，先清空再填入。"
NO_TEMPLATE = "请先选职位类别，或选一个模板。"


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
    act = {"keep": keep, "fill": fill, "back": back, "save": save, "submit": submit}.get(request.POST.get("action"), preview)
    return act(paper)


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


def page(paper, form, status=200, **more):
    name = "job_edit" if paper.job else "job_new"
    label = f"修改：{paper.job.title}" if paper.job else "发布职位"
    crumbs = [("我的", reverse("my:home")), ("职位管理", reverse("my:jobs")), (label, "")]
    context = paper.context(form, crumbs=crumbs, **more)
    return render(paper.request, f"jobs/my/{name}.html", context, status=status)


def keep(paper):
    try:
        paper.keep()
    except Refused as refused:
        messages.error(paper.request, str(refused))
        return back(paper)
    messages.success(paper.request, "草稿已保存，随时可以接着写。")
    return redirect("my:job-draft", paper.draft.pk)


def back(paper):
    return page(paper, paper.again(paper.request.POST))


def fill(paper):
    """The texts that are still empty, from the template of the trade."""
    category = lists.current().categories.by_id.get(whole(paper.request.POST.get("category", "")))
    data, is_filled = descriptions.filled(paper.request.POST, category)
    has_one = category or data.get("template") in descriptions.known()
    said = FILLED if is_filled else NOT_FILLED if has_one else NO_TEMPLATE
    return page(paper, paper.again(data), filled=said)


def preview(paper):
    """As the public will see it; nothing is written."""
    form = paper.sent()
    if not form.is_valid():
        return page(paper, form)
    job = paper.posting(form.values, form.ends_on)
    flags = screen_job(job, paper.at)
    context = paper.context(
        form,
        posting=job,
        benefits=benefit_names(form.values[content.BENEFITS]),
        flagged=[(form[name].label, getattr(job, name)) for name in flags],
        typed=[(name, value) for name, values in drafts.typed_in(paper.request.POST).items() for value in values],
        crumbs=[("我的", reverse("my:home")), ("职位管理", reverse("my:jobs")), ("预览", "")],
    )
    return render(paper.request, "jobs/my/job_preview.html", context)


def save(paper):
    """Of a job: what nobody has seen yet, what waits, or a change of what is public."""
    return finish(paper, saved) if paper.job else submit(paper)


def submit(paper):
    return finish(paper, handed_in)


def finish(paper, deed):
    """Do the deed with what was typed; whatever stands in its way is said, and nothing typed is lost."""
    form = paper.sent()
    if not form.is_valid():
        return page(paper, form)
    try:
        answer = deed(paper, form)
    except deeds.Overtaken as overtaken:
        return overtaken_page(paper, overtaken.job)
    except Refused as refused:
        return refused_page(paper, form, refused)
    paper.forget()
    return answer


def saved(paper, form):
    request, job, waiting = paper.request, paper.job, paper.waiting_edit
    with transaction.atomic():
        submission = written(paper, form)
        # The form showed the change that waits, so what is the same as the public version now has been taken back.
        if waiting and not submission:
            deeds.withdraw_edit(job, by=paper.user, at=paper.at)
    if submission and submission.kind == Submission.Kind.EDIT:
        messages.success(request, "修改已提交审核。审核期间，现在公开的内容不变；结果会通知您。")
    elif submission:
        messages.success(request, "修改已保存，仍在排队审核，排队时间不重新计算。")
    else:
        messages.success(request, "修改已生效。" if paper.is_public else "已保存。写好后别忘了提交审核。")
    return redirect("my:job", job.pk)


def written(paper, form):
    answer = form.cleaned_data.get("answer", "")
    values = {"seen": paper.seen, "ends_on": form.ends_on, "answer": answer}
    return deeds.edit(paper.job, form.values, by=paper.user, at=paper.at, **values)


def handed_in(paper, form):
    """A new job, or one that nobody has seen yet as it is now. A job that waits or is public is saved instead."""
    answer = form.cleaned_data.get("answer", "")
    if not paper.job:
        with transaction.atomic():
            job = deeds.create(paper.company, form.values, by=paper.user, ends_on=form.ends_on)
            submission = deeds.submit(job, by=paper.user, at=paper.at)
        return told(paper, job, submission)
    if "submit" not in possible(paper.job, paper.at):
        return saved(paper, form)
    written(paper, form)
    try:
        return told(paper, paper.job, deeds.submit(paper.job, by=paper.user, answer=answer, at=paper.at))
    except Refused as refused:
        # What was written stands in the job.
        messages.warning(paper.request, f"已保存，还没有提交。{refused}")
        return redirect("my:job", paper.job.pk) if paper.is_verified else redirect("my:verification")


def told(paper, job, submission):
    if submission.kind == Submission.Kind.AFTER:
        messages.success(paper.request, "职位已发布，求职者现在就能看到。")
    else:
        messages.success(paper.request, "职位已提交审核。审核通过后自动公开，结果会通知您。")
    return redirect("my:job", job.pk)


def refused_page(paper, form, refused):
    """Kept as a draft, so that it is there when the way is free."""
    try:
        paper.keep()
    except Refused as full:
        form.add_error(None, str(full))
    if not paper.is_verified and paper.draft:
        messages.warning(paper.request, f"{refused}已存为草稿，在“职位管理”里。")
        return redirect("my:verification")
    form.add_error(None, str(refused))
    return page(paper, form)


def overtaken_page(paper, job):
    """The form with all that was written, on top of the latest version; and what differs from it."""
    paper.job = job
    form = paper.sent()
    form.is_valid()
    different = paper.differences(form, job)
    form.add_error(None, OVERTAKEN)
    return page(paper, form, version=deeds.version(job), different=different)
