"""A posting is handed in, or saved; whatever stands in its way, nothing of what was typed is lost."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect

from jobs.employers.paper import OVERTAKEN
from jobs.employers.writing import page
from jobs.life import Refused, deeds, possible
from jobs.models import Submission


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
