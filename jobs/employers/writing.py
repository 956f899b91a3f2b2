"""What the buttons of a posting's form do that hand nothing in: keep it, fill it in, show it as the public will see it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse

from axrc.taxonomy import lists
from jobs.employers import descriptions, drafts
from jobs.employers.paper import benefit_names, whole
from jobs.life import Refused, content
from jobs.screening import screen_job

FILLED = "已填入模板。请按实际情况修改，和实际不符的要删掉。"
NOT_FILLED = "职责和要求都已经写了，没有改动。想用模板，先清空再填入。"
NO_TEMPLATE = "请先选职位类别，或选一个模板。"


def page(paper, form, **more):
    name = "job_edit" if paper.job else "job_new"
    label = f"修改：{paper.job.title}" if paper.job else "发布职位"
    crumbs = [("我的", reverse("my:home")), ("职位管理", reverse("my:jobs")), (label, "")]
    context = paper.context(form, crumbs=crumbs, **more)
    return render(paper.request, f"jobs/my/{name}.html", context)


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
