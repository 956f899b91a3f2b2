"""/my/jobs/<id>/<deed>/: what an employer's people do to a job, one address a deed, from jobs.life.deeds."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.access import recruiter_required
from jobs.employers.deed_forms import CloseForm, EndForm, HiredForm, proposed_end
from jobs.employers.desk import job_page, own
from jobs.employers.groups import where_from
from jobs.life import NotNow, Refused, deeds, possible
from jobs.models import Job


@dataclass(frozen=True)
class Errand:
    """`done` says to the person what has come of it; `form` asks for what the deed wants to know."""

    deed: Callable
    done: Callable
    form: type[forms.Form] | None = None


def until(words):
    return lambda job: f"“{job.title}”已{words}，招到 {timezone.localtime(job.ends_at):%Y-%m-%d}。"


def refreshed(job):
    left = deeds.refreshes_left(job.company, timezone.now())
    return f"“{job.title}”已刷新，排在最新的前面。" + (f"今天还能刷新 {left} 次。" if left else "今天的刷新用完了。")


ERRANDS = {
    "pause": Errand(deeds.pause, lambda job: f"“{job.title}”已暂停，求职者暂时看不到。"),
    "resume": Errand(deeds.resume, lambda job: f"“{job.title}”已恢复招聘。"),
    "refresh": Errand(deeds.refresh, refreshed),
    "withdraw": Errand(deeds.withdraw, lambda job: f"“{job.title}”已撤回，现在是草稿。"),
    "withdraw-edit": Errand(deeds.withdraw_edit, lambda job: f"“{job.title}”的修改已撤回，公开的内容没有变。"),
    "renew": Errand(deeds.renew, until("延期"), EndForm),
    "relist": Errand(deeds.relist, until("重新发布"), EndForm),
    "close": Errand(deeds.close, lambda job: f"“{job.title}”已关闭。", CloseForm),
}


def run(request, pk, name):
    """Do it and go back to where it was asked for. What is refused is said, with what was filled in still there."""
    errand, job = ERRANDS[name], own(request, pk)
    kind = errand.form
    form = kind and kind(request.POST, job=job, at=timezone.now(), auto_id=f"{name}_%s")
    if form and not form.is_valid():
        return unfinished(request, job, name, form)
    try:
        job = errand.deed(job, by=request.user, **(form.cleaned_data if form else {}))
    except NotNow as refused:
        messages.error(request, str(refused))
    except Refused as refused:
        if form:
            form.add_error(None, str(refused))
            return unfinished(request, job, name, form)
        messages.error(request, str(refused))
    else:
        messages.success(request, errand.done(job))
        if job.close_reason == Job.CloseReason.FILLED and name == "close":
            return redirect("my:job-hired", job.pk)
    return redirect(where_from(request.POST["back"]) if "back" in request.POST else reverse("my:job", args=[job.pk]))


def unfinished(request, job, name, form):
    """The page of the job with the form unfolded; where its state no longer has the form, the reason is said above."""
    if name not in possible(job, timezone.now()):
        messages.error(request, "；".join(error for errors in form.errors.values() for error in errors))
    return job_page(request, job, opened=name, form=form)


def sent(name):
    @require_POST
    @recruiter_required
    def view(request, pk):
        return run(request, pk, name)

    return view


VIEWS = {name: sent(name) for name in ERRANDS if name != "renew"}


@never_cache
@recruiter_required
def renew(request, pk):
    """Where the reminder leads: looking changes nothing, one button renews; what has ended by now is published again."""
    if request.method == "POST":
        return run(request, pk, "renew")
    job, at = own(request, pk), timezone.now()
    context = {
        "job": job,
        "deed": next((name for name in ("renew", "relist") if name in possible(job, at)), ""),
        "ends_on": proposed_end(job, at),
        "crumbs": crumbs(job, "延期"),
    }
    return render(request, "jobs/my/job_renew.html", context)


@never_cache
@recruiter_required
def hired(request, pk):
    """What came of it: asked when a job is closed as filled, and by letter two weeks after its end."""
    job = own(request, pk)
    form = HiredForm(request.POST if request.method == "POST" else None, job=job)
    if request.method == "POST" and form.is_valid():
        try:
            deeds.answer_hired(job, by=request.user, hired=form.cleaned_data["hired"])
            messages.success(request, "谢谢，已经记下了。")
        except Refused as refused:
            messages.error(request, str(refused))
        return redirect("my:job", job.pk)
    is_over = "answer_hired" in possible(job, timezone.now())
    context = {"job": job, "form": form, "is_over": is_over, "crumbs": crumbs(job, "招聘结果")}
    return render(request, "jobs/my/job_hired.html", context)


def crumbs(job, name):
    return [
        ("我的", reverse("my:home")),
        ("职位管理", reverse("my:jobs")),
        (job.title, reverse("my:job", args=[job.pk])),
        (name, ""),
    ]
