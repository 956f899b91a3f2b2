"""What staff fill in about a job: its content, why it is stopped, what marks it has."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from accounts.resumes.fields import CategoryField, RegionField
from axrc.taxonomy.models import Benefit
from jobs.life import content, deeds
from jobs.life.staff import SOURCES
from jobs.models import Job

# A range wider than this asks for a reason.
WIDEST = 2
MARKED_DAYS = 90
PLAIN = [name for name in content.FIELDS if name not in {"category_id", "region_id"}]


class JobForm(forms.ModelForm):
    """The content alone. `refused` is what the deed said the first time, so that nothing typed is lost."""

    refused = None
    category = CategoryField(label="职位类别")
    region = RegionField(label="工作地区")
    benefits = forms.ModelMultipleChoiceField(
        Benefit.objects.all(), label="福利", required=False, widget=forms.CheckboxSelectMultiple
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Job
        fields = [*PLAIN, "category", "region", "benefits"]
        widgets = {
            "description": forms.Textarea(attrs={"rows": 8, "class": "vLargeTextField"}),
            "requirements": forms.Textarea(attrs={"rows": 6, "class": "vLargeTextField"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and "seen" in self.fields:
            self.initial["seen"] = deeds.version(self.instance)

    def clean(self):
        cleaned = super().clean()
        low, high = cleaned.get("salary_min"), cleaned.get("salary_max")
        if low is not None and high is not None:
            if low == 0:
                self.add_error("salary_min", "请写明薪资，不能是 0")
            elif high < low:
                self.add_error("salary_max", "上限不能低于下限")
            elif high > low * WIDEST and not cleaned.get("pay_reason", "").strip():
                self.add_error("pay_reason", "上限超过下限两倍，请说明由哪些部分组成")
        if self.refused:
            self.add_error(None, self.refused)
        return cleaned

    @property
    def values(self):
        """As content.content() gives them."""
        cleaned = self.cleaned_data
        said = {name: cleaned[name] for name in PLAIN}
        said |= {"category_id": cleaned["category"].pk, "region_id": cleaned["region"].pk}
        return said | {content.BENEFITS: sorted(benefit.pk for benefit in cleaned["benefits"])}


class EntryForm(JobForm):
    """A job written down for a company, and how the company asked for it."""

    source = forms.ChoiceField(label="来源", choices=[("", "请选择"), *((one.value, one.label) for one in SOURCES)])
    source_note = forms.CharField(
        label="来源说明", max_length=120, help_text="谁、什么时候、怎么委托的，例如：林女士 11 月 20 日来电"
    )
    ends_on = forms.DateField(
        label="截止日期",
        help_text=f"最远 {deeds.MOST_DAYS} 天",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    class Meta(JobForm.Meta):
        fields = ["company", *JobForm.Meta.fields, "source", "source_note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("ends_on", timezone.localdate() + timedelta(days=30))

    def clean_company(self):
        company = self.cleaned_data["company"]
        if not company.is_verified(timezone.now()):
            raise forms.ValidationError("这家企业现在没有有效的认证，依法不能发布职位。请先请企业提交营业执照。")
        return company

    def clean_ends_on(self):
        chosen, today = self.cleaned_data["ends_on"], timezone.localdate()
        if not today <= chosen <= deeds.latest_end(timezone.now()):
            raise forms.ValidationError(f"请选今天到 {deeds.MOST_DAYS} 天以内的日期")
        return chosen


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="原因",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text="企业会收到通知，看到这里写的话",
    )


class NoForm(forms.Form):
    """Nothing to be said."""


class MarkForm(forms.Form):
    urgent_on = forms.DateField(label="急聘，到这一天为止", required=False)
    promoted_on = forms.DateField(
        label="推广（广告），到这一天为止",
        required=False,
        help_text="在职位列表的最上面轮流显示，每页最多两个，都标明“广告”",
    )

    def __init__(self, *args, job, **kwargs):
        at = timezone.now()
        marks = {"urgent_on": job.urgent_until, "promoted_on": job.promoted_until}
        initial = {name: timezone.localdate(until) for name, until in marks.items() if until and until > at}
        super().__init__(*args, initial=initial, **kwargs)
        last = timezone.localdate(at) + timedelta(days=MARKED_DAYS)
        limits = {"type": "date", "min": f"{timezone.localdate(at)}", "max": f"{last}"}
        for field in self.fields.values():
            field.widget = forms.DateInput(attrs=limits, format="%Y-%m-%d")

    def clean(self):
        cleaned, today = super().clean(), timezone.localdate()
        for name in ("urgent_on", "promoted_on"):
            chosen = cleaned.get(name)
            if chosen and not today <= chosen <= today + timedelta(days=MARKED_DAYS):
                self.add_error(name, f"请选今天到 {MARKED_DAYS} 天以内的日期，不要标记就留空")
        return cleaned

    def until(self, name):
        """The end of the chosen day, or None."""
        return deeds.end_of_day(self.cleaned_data[name]) if self.cleaned_data[name] else None
