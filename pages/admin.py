"""The desk of who looks after the site itself: its data, its pages, its links, its post."""

from csp.decorators import csp_replace
from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.timesince import timesince

from axrc.text.fields import RichTextField
from news.widgets import POLICY, RichTextWidget
from pages.feedback import answer
from pages.models import Feedback, FriendLink, Page, SiteProfile

WITH_SCHEME = {models.URLField: {"form_class": forms.URLField, "assume_scheme": "https"}}


@admin.register(SiteProfile)
class SiteProfileAdmin(admin.ModelAdmin):
    formfield_overrides = WITH_SCHEME
    fieldsets = [
        ("名称与声明", {"fields": ["name", "domain", "slogan", "promise", "copyright_notice", "reprint_notice"]}),
        (
            "备案与证照",
            {
                "description": "没有填写的不会显示。请照证照原样填写。",
                "fields": ["icp_number", "police_number", "police_url", "business_licence_number", "hr_licence_number"],
            },
        ),
        ("联系方式", {"fields": ["service_phone", "service_hours", "complaint_phone", "email", "address"]}),
        ("监督", {"fields": ["authority", "authority_phone"]}),
    ]

    def has_add_permission(self, request):
        """The one row is made by who may change it."""
        return self.has_change_permission(request) and not SiteProfile.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        """A list of one row is a click too many."""
        profile = SiteProfile.objects.first()
        if profile and self.has_view_or_change_permission(request):
            return HttpResponseRedirect(reverse("admin:pages_siteprofile_change", args=[profile.pk]))
        else:
            return super().changelist_view(request, extra_context)


@admin.register(Page)
@method_decorator(csp_replace(POLICY), name="changeform_view")
class PageAdmin(admin.ModelAdmin):
    formfield_overrides = {RichTextField: {"widget": RichTextWidget}}
    list_display = ["title", "slug", "is_in_footer", "order", "updated_at"]
    fields = ["slug", "title", "summary", "body", "is_in_footer", "order"]

    def get_readonly_fields(self, request, obj=None):
        """A page keeps its address: others link to it."""
        return ["slug"] if obj else []


@admin.register(FriendLink)
class FriendLinkAdmin(admin.ModelAdmin):
    formfield_overrides = WITH_SCHEME
    list_display = ["name", "url", "order", "is_visible"]
    list_editable = ["order", "is_visible"]


class AnswerForm(forms.ModelForm):
    class Meta:
        model = Feedback
        fields = ["answer", "is_public"]
        widgets = {"answer": forms.Textarea(attrs={"rows": 8, "class": "vLargeTextField"})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "answer" in self.fields:  # who may only look has no fields
            self.fields["answer"].required = True


@admin.register(Feedback)
class FeedbackAdmin(admin.ModelAdmin):
    """The person's words stay as they are; staff add an answer and decide whether others may read both."""

    form = AnswerForm
    ordering = Feedback.BY_WAITING
    list_display = ["excerpt", "type", "status", "waiting_time", "is_public", "created_at"]
    list_filter = ["status", "type", "is_public"]
    search_fields = ["text", "answer", "name", "contact"]
    fieldsets = [
        ("来信", {"fields": ["type", "text", "name", "contact", "created_at", "sender"]}),
        ("答复", {"fields": ["answer", "is_public", "status", "answered_by", "answered_at"]}),
    ]
    readonly_fields = ["type", "text", "name", "contact", "created_at", "sender", "status", "answered_by", "answered_at"]

    def has_add_permission(self, request):
        return False

    def save_model(self, request, feedback, form, change):
        answer(feedback, form.cleaned_data["answer"], by=request.user, public=form.cleaned_data["is_public"])

    @admin.display(description="内容")
    def excerpt(self, feedback):
        return feedback.text[:40] + ("…" if len(feedback.text) > 40 else "")

    @admin.display(description="已等待", empty_value="已答复")
    def waiting_time(self, feedback):
        return timesince(feedback.created_at, depth=1) if feedback.waiting else None
