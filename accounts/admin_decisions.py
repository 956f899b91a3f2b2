"""What all desks of reviewers have in common: a decision with its reason, and the reasons to choose from."""

from django import forms
from django.contrib import admin
from django.db.models import Case, F, When


class DecisionForm(forms.Form):
    """`reasons` are the rows that may be chosen, of a model made of accounts.models.reason.Reason."""

    reason = forms.ModelChoiceField(None, label="原因", required=False, empty_label="（不选，只用下面的说明）")
    note = forms.CharField(
        label="补充说明",
        required=False,
        max_length=450,
        widget=forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}),
        help_text="接在原因后面，企业会看到",
    )

    def __init__(self, *args, reasons, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].queryset = reasons.filter(is_active=True)

    def clean(self):
        cleaned = super().clean()
        if "accept" not in self.data and not self.errors and not self.text:
            self.add_error("reason", "请选择原因，或写下说明：企业要知道该改什么")
        return cleaned

    @property
    def text(self):
        reason, note = self.cleaned_data.get("reason"), self.cleaned_data.get("note", "").strip()
        return "\n\n".join(filter(None, [reason.text if reason else "", note]))


class DecidedByReviewers(admin.ModelAdmin):
    """A queue: what lies in it comes from companies, and decisions are kept for three years (DOMAIN.md L8)."""

    # The waiting from the longest waiting on, then the decided from the newest on.
    ordering = [
        Case(When(status="waiting", then=0), default=1),
        Case(When(status="waiting", then=F("submitted_at"))).asc(nulls_last=True),
        F("decided_at").desc(nulls_last=True),
        "id",
    ]
    show_full_result_count = False

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class ReasonAdmin(admin.ModelAdmin):
    list_display = ["title", "text", "order", "is_active"]
    list_editable = ["order", "is_active"]
