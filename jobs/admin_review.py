"""The reviewers' queue of postings: who waits longest comes first, and of what was changed only the difference is read."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from accounts.admin_decisions import DecidedByReviewers, DecisionForm, ReasonAdmin
from jobs.life import NotNow, Refused, content, reviewing, state_of
from jobs.life.queue import figures, following, span_label
from jobs.life.readable import parts
from jobs.life.submitting import GOOD_FOR, accepted
from jobs.models import Job, SendBackReason, Submission

QUEUE = "admin:jobs_submission_changelist"
PAGE = "admin:jobs_submission_change"


@admin.register(Submission)
class SubmissionAdmin(DecidedByReviewers):
    list_display = ["title", "company", "waited", "kind", "decision", "submitted"]
    list_filter = ["status", "kind", "submitted_at"]
    list_select_related = ["job__company", "decided_by"]
    search_fields = ["job__title", "job__company__name", "submitted_by__name"]
    search_help_text = "按职位、企业或提交人搜索"
    change_list_template = "admin/jobs/submission/change_list.html"

    class Media:
        css = {"all": ["admin_accounts/verification.css", "admin_jobs/screening.css", "admin_jobs/review.css"]}

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm("jobs.moderate_job")

    @admin.display(description="职位")
    def title(self, submission):
        return submission.values.get("title") or submission.job.title

    @admin.display(description="企业", ordering="job__company__name")
    def company(self, submission):
        return submission.job.company

    @admin.display(description="已等待", empty_value="-", ordering="submitted_at")
    def waited(self, submission):
        return span_label(timezone.now() - submission.submitted_at) if submission.is_waiting else None

    @admin.display(description="状态", ordering="status")
    def decision(self, submission):
        return "，".join(str(said) for said in [submission.get_status_display(), submission.decided_by] if said)

    @admin.display(description="提交时间", ordering="submitted_at")
    def submitted(self, submission):
        return f"{timezone.localtime(submission.submitted_at):%Y-%m-%d %H:%M}"

    def changelist_view(self, request, extra_context=None):
        found = figures(timezone.now())
        shown = {
            "title": "职位审核",
            "waiting": found.waiting,
            "longest": span_label(found.longest) if found.longest else "",
            "usual": span_label(found.usual) if found.usual is not None else "",
        }
        return super().changelist_view(request, shown | (extra_context or {}))

    def change_view(self, request, object_id, form_url="", extra_context=None):
        submission = self.get_object(request, unquote(object_id))
        if submission is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, submission):
            raise PermissionDenied
        form = DecisionForm(request.POST or None, reasons=SendBackReason.objects)
        if request.method == "POST":
            if not self.has_change_permission(request, submission):
                raise PermissionDenied
            if form.is_valid():
                try:
                    self.decide(request, submission, form)
                    return HttpResponseRedirect(self.onward(request, submission))
                except reviewing.AlreadyDecided as decided:
                    submission = decided.submission
                    self.message_user(request, told(submission), messages.WARNING)
                except NotNow as changed:
                    self.message_user(request, f"{changed} 您的决定没有生效，写的说明还在。", messages.WARNING)
                except Refused as refused:
                    self.message_user(request, str(refused), messages.WARNING)
        return self.page(request, submission, form)

    def decide(self, request, submission, form):
        title = submission.values["title"]
        if "accept" in request.POST:
            reviewing.accept(submission, by=request.user)
            self.message_user(request, f"已通过：{title}", messages.SUCCESS)
        else:
            reviewing.send_back(submission, by=request.user, reason=form.text)
            self.message_user(request, f"已退回：{title}，原因已通知企业", messages.SUCCESS)

    def onward(self, request, submission):
        """To whoever waits longest now, if the reviewer goes on."""
        goes_on = "next" in {request.POST.get("accept"), request.POST.get("refuse")}
        other = following(submission) if goes_on else None
        if goes_on and not other:
            self.message_user(request, "没有在等待的了。", messages.INFO)
        return reverse(PAGE, args=[other.pk]) if other else reverse(QUEUE)

    def page(self, request, submission, form):
        at = timezone.now()
        job = Job.objects.select_related("company", "created_by").get(pk=submission.job_id)
        is_out = submission.kind != Submission.Kind.FIRST and submission.is_waiting
        to_read, same = parts(submission, at, content.content(job) if is_out else None)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "media": self.media,
            "title": submission.values["title"],
            "submission": submission,
            "job": job,
            "company": job.company,
            "state": state_of(job, at).label,
            "form": form,
            "to_read": to_read,
            "same": same,
            "flagged": sum(len(part.flags) for part in to_read),
            "flagged_same": sum(len(part.flags) for part in same),
            "earlier": job.submissions.exclude(pk=submission.pk).select_related("decided_by")[:10],
            "accepted": accepted(job.company),
            "is_verified": job.company.is_verified(at),
            "stopped": Job.objects.of(job.company).stopped_since(at - GOOD_FOR).count(),
            "waited": span_label(at - submission.submitted_at),
            "may_decide": submission.is_waiting and self.has_change_permission(request, submission),
            "waiting": Submission.objects.waiting().count(),
        }
        return render(request, "admin/jobs/submission/decide.html", context)


@admin.register(SendBackReason)
class SendBackReasonAdmin(ReasonAdmin):
    pass


def told(submission):
    at = timezone.localtime(submission.decided_at).strftime("%Y-%m-%d %H:%M")
    if submission.status == Submission.Status.WITHDRAWN:
        what = f"企业已在 {at} 撤回或改写了这份提交，您的决定没有生效。您写的说明还在下面。"
    else:
        who = submission.decided_by or "系统"
        what = f"{who} 已在 {at} 处理了这份提交（{submission.get_status_display()}），您的决定没有生效。您写的说明还在下面。"
    newer = Submission.objects.waiting().filter(job=submission.job_id).longest_waiting_first().first()
    if not newer:
        return what
    return format_html('{}<a href="{}">打开这个职位正在等待的提交</a>', what, reverse(PAGE, args=[newer.pk]))
