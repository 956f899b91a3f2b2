"""The rules by which postings are screened: staff edit them, try them on a text, and see what of the board they point at."""

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone

from axrc.web.paging import page_number
from jobs.models import ScreeningRule
from jobs.screening import live
from jobs.screening.matching import Screen


class TrialForm(forms.Form):
    text = forms.CharField(
        label="一段招聘文字",
        max_length=5000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "class": "vLargeTextField"}),
    )


@admin.register(ScreeningRule)
class ScreeningRuleAdmin(admin.ModelAdmin):
    list_display = ["name", "topic", "severity", "is_enabled", "better", "changed_at"]
    list_filter = ["topic", "severity", "is_enabled"]
    search_fields = ["name", "words", "harmless", "law", "advice", "better"]
    search_help_text = "按名称、写法、依据或说明搜索"
    list_per_page = 100
    change_form_template = "admin/jobs/screeningrule/change_form.html"
    change_list_template = "admin/jobs/screeningrule/change_list.html"
    fieldsets = [
        (None, {"fields": ["name", "topic", "severity", "is_enabled"]}),
        ("找什么", {"fields": ["words", "harmless"]}),
        ("告诉企业什么", {"fields": ["law", "advice", "better"]}),
    ]

    class Media:
        css = {"all": ["admin_jobs/screening.css"]}

    def has_delete_permission(self, request, obj=None):
        """What came with the site is switched off, not deleted: it would come back."""
        return (obj is None or obj.slug is None) and super().has_delete_permission(request, obj)

    def get_actions(self, request):
        """Deleting many at once asks for no single rule."""
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("live/", view(self.live_view), name="jobs_screeningrule_live"),
            path("<int:pk>/try/", view(self.try_view), name="jobs_screeningrule_try"),
            *super().get_urls(),
        ]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        context = {"trial": TrialForm(), **(extra_context or {})}
        return super().change_view(request, object_id, form_url, context)

    def try_view(self, request, pk):
        """What one rule finds in a text; enabled or not, so that it can be tried before it holds."""
        self.check_may_view(request)
        rule = get_object_or_404(ScreeningRule, pk=pk)
        form = TrialForm(request.POST or None)
        tried = form.cleaned_data["text"] if request.method == "POST" and form.is_valid() else None
        context = {"title": f"试一试：{rule.name}", "rule": rule, "trial": form, "tried": tried}
        if tried is not None:
            context["flags"] = Screen([rule]).flags(tried)
        return self.answer(request, "try.html", context)

    def live_view(self, request):
        """Live jobs that the rules point at, or one of them."""
        self.check_may_view(request)
        rule = self.chosen_rule(request.GET.get("rule"))
        page = live.page(page_number(request.GET.get("page")), timezone.now(), rule)
        asked = f"rule={rule.pk}&" if rule else ""
        address = reverse("admin:jobs_screeningrule_live")
        context = {
            "title": f"“{rule.name}”现在命中的职位" if rule else "现在命中的职位",
            "rule": rule,
            "page": page,
            "first": (page.number - 1) * live.PER_PAGE + 1,
            "last": (page.number - 1) * live.PER_PAGE + page.read,
            "previous_url": f"{address}?{asked}page={page.number - 1}" if page.number > 1 else "",
            "next_url": f"{address}?{asked}page={page.number + 1}" if page.has_next else "",
        }
        return self.answer(request, "live.html", context)

    def chosen_rule(self, written):
        if not written:
            return None
        if not (written.isascii() and written.isdigit() and len(written) < 18):
            raise Http404
        return get_object_or_404(ScreeningRule, pk=int(written))

    def check_may_view(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied

    def answer(self, request, template, context):
        whole = {**self.admin_site.each_context(request), "opts": self.opts, "media": self.media, **context}
        return render(request, f"admin/jobs/screeningrule/{template}", whole)
