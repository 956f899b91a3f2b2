"""The reviewers' desk: who waits longest comes first, the pictures stand beside the decision."""

from pathlib import Path

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.timesince import timesince

from accounts import verification as checking
from accounts.admin_decisions import DecidedByReviewers, DecisionForm, ReasonAdmin
from accounts.models import RefusalReason, Verification
from axrc import audit
from axrc.web import second_factor
from axrc.web.private_files import serve

MOVED = "在您审核的时候，使用这个代码的企业有了变化。请看右边的提示，再决定一次；您写的说明还在。"


class VerificationDecisionForm(DecisionForm):
    makes_owner = forms.BooleanField(label="设为那家企业的负责人（原负责人改为普通招聘专员）", required=False)
    joins = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, other=None, **kwargs):
        initial = {"joins": other.pk if other else ""}
        super().__init__(*args, initial=initial, reasons=RefusalReason.objects, **kwargs)
        if not other:
            del self.fields["makes_owner"]


@admin.register(Verification)
class VerificationAdmin(DecidedByReviewers):
    list_display = ["name", "waiting_time", "status", "kind", "role", "credit_code", "submitted_at", "decided_by"]
    list_filter = ["status", "kind", "role", "submitted_at"]
    list_select_related = ["decided_by"]
    search_fields = ["name", "credit_code", "submitter_name", "company__name"]
    search_help_text = "按企业名称、信用代码或提交人搜索"

    class Media:
        css = {"all": ["admin_accounts/verification.css"]}

    @admin.display(description="已等待", empty_value="-")
    def waiting_time(self, verification):
        return timesince(verification.submitted_at, depth=1) if verification.is_waiting else None

    def get_urls(self):
        return [
            path("<int:pk>/<slug:which>.file", self.file_view, name="accounts_verification_file"),
            *super().get_urls(),
        ]

    def file_view(self, request, pk, which):
        """A private picture. Every look at it is written down; for anybody else it is not there."""
        if not (second_factor.is_staff(request.user) and self.has_view_permission(request)):
            raise Http404
        verification = get_object_or_404(Verification, pk=pk)
        file = getattr(verification, which) if which in Verification.FILES else None
        label = Verification._meta.get_field(which).verbose_name if file else ""
        response = serve(file, f"{verification.name}-{label}{Path(file.name).suffix}" if file else "")
        audit.record(request.user, "verification.file_opened", verification, file=which)
        return response

    def change_view(self, request, object_id, form_url="", extra_context=None):
        verification = self.get_object(request, unquote(object_id))
        if verification is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, verification):
            raise PermissionDenied
        form = VerificationDecisionForm(request.POST or None, other=checking.holder(verification))
        if request.method == "POST":
            if not self.has_change_permission(request, verification):
                raise PermissionDenied
            if form.is_valid():
                try:
                    self.decide(request, verification, form)
                    return HttpResponseRedirect(reverse("admin:accounts_verification_changelist"))
                except checking.AlreadyDecided as decided:
                    verification = decided.verification
                    self.message_user(request, told(verification), messages.WARNING)
                except checking.OtherHolder:
                    data = request.POST.copy()
                    other = checking.holder(verification)
                    data["joins"] = other.pk if other else ""
                    form = VerificationDecisionForm(data, other=other)
                    self.message_user(request, MOVED, messages.WARNING)
        return self.page(request, verification, form)

    def decide(self, request, verification, form):
        if "accept" in request.POST:
            other = checking.holder(verification)
            if form.cleaned_data["joins"] != (str(other.pk) if other else ""):
                raise checking.OtherHolder
            accepted = checking.accept(
                verification, by=request.user, joins=other, makes_owner=form.cleaned_data.get("makes_owner", False)
            )
            self.message_user(
                request, f"已通过：{accepted.name}，有效期至 {checking.day(accepted.valid_until)}", messages.SUCCESS
            )
        else:
            refused = checking.refuse(verification, by=request.user, reason=form.text)
            self.message_user(request, f"已退回：{refused.name}，原因已通知企业", messages.SUCCESS)

    def page(self, request, verification, form):
        company = verification.company
        waiting = Verification.objects.filter(status=Verification.Status.WAITING)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": verification.name,
            "verification": verification,
            "company": company,
            "form": form,
            "pictures": pictures(verification),
            "other": checking.holder(verification) if verification.is_waiting else None,
            "rivals": waiting.filter(credit_code=verification.credit_code).exclude(company=company)[:5],
            "earlier": company.verifications.exclude(pk=verification.pk)[:10],
            "waited": timesince(verification.submitted_at, depth=1),
            "may_decide": verification.is_waiting and self.has_change_permission(request, verification),
            "waiting": waiting.count(),
        }
        return render(request, "admin/accounts/verification/decide.html", context)


@admin.register(RefusalReason)
class RefusalReasonAdmin(ReasonAdmin):
    pass


def pictures(verification):
    return [
        (
            Verification._meta.get_field(which).verbose_name,
            reverse("admin:accounts_verification_file", args=[verification.pk, which]),
        )
        for which in Verification.FILES
        if getattr(verification, which)
    ]


def told(verification):
    at = timezone.localtime(verification.decided_at).strftime("%Y-%m-%d %H:%M")
    who = str(verification.decided_by or "企业自己")
    return f"{who} 已在 {at} 处理了这份认证（{verification.get_status_display()}），您的决定没有生效。您写的说明还在下面。"
