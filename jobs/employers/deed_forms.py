"""What is asked when a job gets another end, is closed, or has come to its end."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from jobs.life.deeds import latest_end
from jobs.models import Job

# A renewal without a choice of the date is for so long.
RENEWED_BY = timedelta(days=30)


def proposed_end(job, at):
    """30 days on top of what is left, as far as the law lets it."""
    today = timezone.localdate(at)
    end = timezone.localdate(job.ends_at) if job.ends_at else today
    return min(max(today, end) + RENEWED_BY, latest_end(at))


class EndForm(forms.Form):
    """For 延期 and 重新发布."""

    ends_on = forms.DateField(
        label="截止日期",
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "请选择截止日期", "invalid": "请填写日期，例如 2026-12-31"},
    )

    def __init__(self, *args, job, at, **kwargs):
        super().__init__(*args, initial={"ends_on": proposed_end(job, at)}, **kwargs)
        field = self.fields["ends_on"]
        field.help_text = f"最晚 {latest_end(at):%Y-%m-%d}，当天 24 点结束"
        field.widget.attrs |= {"min": f"{timezone.localdate(at):%Y-%m-%d}", "max": f"{latest_end(at):%Y-%m-%d}"}


class CloseForm(forms.Form):
    reason = forms.ChoiceField(
        label="为什么关闭",
        choices=Job.CloseReason,
        widget=forms.RadioSelect,
        error_messages={"required": "请选择关闭的原因"},
    )

    def __init__(self, *args, job, at, **kwargs):
        super().__init__(*args, **kwargs)


class HiredForm(forms.Form):
    hired = forms.ChoiceField(
        label="招到人了吗",
        choices=Job.Hired,
        widget=forms.RadioSelect,
        error_messages={"required": "请选择一项"},
    )

    def __init__(self, *args, job, **kwargs):
        super().__init__(*args, initial={"hired": job.hired}, **kwargs)
        if job.close_reason == Job.CloseReason.FILLED:
            self.fields["hired"].choices = [one for one in Job.Hired.choices if one[0] != Job.Hired.NOBODY]
