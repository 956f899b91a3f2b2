"""Jobs as staff see them: by state, with what may be done. What they write goes through deeds: nothing skips the audit."""

from functools import partial

from django.contrib import admin, messages
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import PermissionDenied
from django.forms import ModelForm
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from jobs.admin_deeds import buttons, deed_view
from jobs.admin_forms import EntryForm, JobForm
from jobs.admin_history import history
from jobs.life import Refused, State, deeds, possible, staff, state_of
from jobs.life.states import in_state
from jobs.models import Job

PAY = ["pay_unit", "salary_min", "salary_max", "salary_months"]
CONTENT = [
    (None, {"fields": ["title", "category", "nature", "headcount", "region", "address"]}),
    ("薪资和福利", {"fields": [*PAY, "pay_reason", "is_negotiable", "benefits"]}),
    ("要求", {"fields": ["education", "experience", "description", "requirements"]}),
    ("联系方式", {"fields": ["contact_name", "contact_phone", "is_phone_hidden"]}),
]  # fmt: skip
ORIGIN = ["company", "source", "source_note", "created_by", "created_at"]
DATES = [
    *("submitted_at", "published_at", "refreshed_at", "ends_at", "paused_at", "closed_at", "close_reason", "hired"),
    *("frozen_at", "removed_at", "stop_reason", "urgent_until", "promoted_until", "updated_at"),
]


class StateFilter(admin.SimpleListFilter):
    title = "状态"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return State.choices

    def queryset(self, request, queryset):
        return queryset.filter(in_state(self.value(), timezone.now())) if self.value() in State.values else queryset


class MarkFilter(admin.SimpleListFilter):
    title = "标记"
    parameter_name = "marked"

    def lookups(self, request, model_admin):
        return [("urgent", "急聘中"), ("promoted", "推广中")]

    def queryset(self, request, queryset):
        known = self.value() in {"urgent", "promoted"}
        return queryset.filter(**{f"{self.value()}_until__gt": timezone.now()}) if known else queryset


@admin.register(Job)
class JobAdmin(admin.ModelAdmin):
    list_display = ["title", "company", "state", "marks", "pay_label", "ends_on"]
    list_filter = [StateFilter, MarkFilter, "source", "nature"]
    list_select_related = ["company"]
    search_fields = ["title", "company__name"]
    search_help_text = "按职位或企业名称搜索"
    autocomplete_fields = ["company"]
    show_full_result_count = False
    list_per_page = 50
    change_form_template = "admin/jobs/job/change_form.html"

    class Media:
        css = {"all": ["admin_jobs/job.css"]}

    def has_delete_permission(self, request, obj=None):
        """Postings are kept for three years (DOMAIN.md L8); what should not be seen is taken down by a deed."""
        return False

    def has_add_permission(self, request):
        return super().has_add_permission(request) and request.user.has_perm("jobs.moderate_job")

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and request.user.has_perm("jobs.moderate_job")

    @admin.display(description="状态")
    def state(self, job):
        return state_of(job, timezone.now()).label

    @admin.display(description="标记")
    def marks(self, job):
        return "、".join(label for label, is_on in [("急聘", job.is_urgent), ("推广", job.is_promoted)] if is_on)

    @admin.display(description="薪资")
    def pay_label(self, job):
        return job.pay_label

    @admin.display(description="截止", ordering="ends_at", empty_value="-")
    def ends_on(self, job):
        return timezone.localdate(job.ends_at).isoformat() if job.ends_at else None

    def may_edit(self, request, job):
        """What was sent is heard out, so that the answer can say why it came too late, and keep it."""
        is_open = request.method == "POST" or "edit" in possible(job, timezone.now())
        return is_open and self.has_change_permission(request, job)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = (JobForm if self.may_edit(request, obj) else ModelForm) if obj else EntryForm
        made = super().get_form(request, obj, change, form=form, **kwargs)
        made.refused = getattr(request, "refused", None)
        return made

    def get_fieldsets(self, request, obj=None):
        if not obj:
            return [("委托", {"fields": ["company", "source", "source_note", "ends_on"]}), *CONTENT]
        seen = [("", {"fields": ["seen"], "classes": ["job-seen"]})] if self.may_edit(request, obj) else []
        known = [name for name in DATES if getattr(obj, name)]
        return [*CONTENT, ("来源", {"fields": ORIGIN}), ("状态和日期", {"fields": ["state", *known]}), *seen]

    def get_readonly_fields(self, request, obj=None):
        if not obj:
            return []
        content = [] if self.may_edit(request, obj) else flatten_fieldsets(CONTENT)
        return ["state", *ORIGIN, *DATES, *content]

    def get_urls(self):
        view = self.admin_site.admin_view(partial(deed_view, self))
        return [path("<int:pk>/deeds/<slug:deed>/", view, name="jobs_job_deed"), *super().get_urls()]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Where a deed refuses, the form comes back with what was typed, and with why."""
        job = self.get_object(request, unquote(object_id)) if object_id else None
        may_edit = self.may_edit(request, job) if job else True
        context = {
            "buttons": buttons(job, timezone.now()) if job and self.has_change_permission(request, job) else [],
            "state": state_of(job, timezone.now()).label if job else "",
            "waiting": list(job.submissions.waiting()) if job else [],
            "show_save": may_edit,
            "show_save_and_continue": may_edit,
            "show_save_and_add_another": False,
            **(extra_context or {}),
        }
        try:
            return super().changeform_view(request, object_id, form_url, context)
        except Refused as refused:
            request.refused = str(refused)
            if isinstance(refused, deeds.Overtaken):
                # Whoever saves once more has read what is said.
                request.refused += "下面是您写的，请核对以后再保存一次。"
                request.POST = request.POST.copy()
                request.POST["seen"] = deeds.version(refused.job)
            return super().changeform_view(request, object_id, form_url, context)

    def save_model(self, request, obj, form, change):
        if change:
            job = staff.edit(obj, form.values, by=request.user, seen=form.cleaned_data["seen"])
        else:
            asked = {name: form.cleaned_data[name] for name in ("ends_on", "source", "source_note")}
            job = staff.enter(form.cleaned_data["company"], form.values, by=request.user, **asked)
            messages.info(request, "已提交审核。" if not job.published_at else "这家企业先发后审，职位已经公开。")
        obj.pk = job.pk
        obj.refresh_from_db()

    def save_related(self, request, form, formsets, change):
        """The deed has written the benefits too."""

    def history_view(self, request, object_id, extra_context=None):
        """What was done to the job, by whomever."""
        job = self.get_object(request, unquote(object_id))
        if job is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, job):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": f"操作记录：{job.title}",
            "job": job,
            "entries": history(job),
        }
        return render(request, "admin/jobs/job/history.html", context)
