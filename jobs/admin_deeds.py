"""What staff do to a job beside writing it: a page that asks once more, and the deed. Asking changes nothing."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from jobs.admin_forms import MarkForm, NoForm, ReasonForm
from jobs.life import DEEDS, Actor, Refused, possible, reviewing, state_of
from jobs.models import Job


@dataclass(frozen=True)
class Asked:
    """`told` is what the page says before the deed is done."""

    told: str
    done: str
    is_grave: bool = False


ASKED = {
    "mark": Asked("设置或取消标记。留空就是不标记。", "已设置标记"),
    "freeze": Asked("冻结以后，公众在任何地方都看不到这个职位，直到解除。", "已冻结", is_grave=True),
    "unfreeze": Asked("解除以后，职位回到日期所定的状态。", "已解除冻结"),
    "remove": Asked(
        "下架不能撤销：职位从此不再公开，页面会写明已被移除，等待审核的内容也不再处理。只是要先查清楚，请用“冻结”。",
        "已下架",
        is_grave=True,
    ),
}


def buttons(job, at):
    """(address, label, is it grave) of what may be done now."""
    names = [name for name in possible(job, at, Actor.STAFF) if name in ASKED]
    return [(reverse("admin:jobs_job_deed", args=[job.pk, name]), DEEDS[name].label, ASKED[name].is_grave) for name in names]


def deed_view(admin, request, pk, deed):
    """Ask, and do it when it was confirmed; what was typed stays when it can't be done."""
    if deed not in ASKED:
        raise Http404
    job = get_object_or_404(Job.objects.select_related("company"), pk=pk)
    if not admin.has_change_permission(request, job):
        raise PermissionDenied
    form = form_of(deed, job, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            do(deed, job, form, request.user)
        except Refused as refused:
            messages.warning(request, f"{refused} 没有生效。")
            job.refresh_from_db()
        else:
            messages.success(request, f"{ASKED[deed].done}：{job.title}")
            return HttpResponseRedirect(reverse("admin:jobs_job_change", args=[job.pk]))
    at = timezone.now()
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": f"{DEEDS[deed].label}：{job.title}",
        "job": job,
        "state": state_of(job, at).label,
        "label": DEEDS[deed].label,
        "asked": ASKED[deed],
        "is_possible": deed in possible(job, at, Actor.STAFF),
        "form": form,
    }
    return render(request, "admin/jobs/job/deed.html", context)


def form_of(deed, job, data):
    if deed == "mark":
        return MarkForm(data, job=job)
    return NoForm(data) if deed == "unfreeze" else ReasonForm(data)


def do(deed, job, form, by):
    if deed == "mark":
        reviewing.mark(job, by=by, urgent_until=form.until("urgent_on"), promoted_until=form.until("promoted_on"))
    elif deed == "unfreeze":
        reviewing.unfreeze(job, by=by)
    else:
        getattr(reviewing, deed)(job, by=by, reason=form.cleaned_data["reason"])
