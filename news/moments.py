"""Dates as editors type them."""

import unicodedata
from datetime import datetime, time

from django import forms

SHOWN = "%Y-%m-%d %H:%M:%S"
DAYS = ["%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日"]
# Besides what is written like 2026-03-05T09:30.
MOMENTS = ["%Y/%m/%d %H:%M", "%Y年%m月%d日 %H:%M"]
LAST = time(23, 59, 59, 999_999)
YEARS = range(1980, 2101)


class MomentField(forms.DateTimeField):
    """A date with or without a time. Without one, the day begins."""

    def __init__(self, **kwargs):
        kwargs.setdefault("required", False)
        kwargs.setdefault("input_formats", [*DAYS, *MOMENTS])
        super().__init__(
            widget=forms.DateTimeInput(format=SHOWN, attrs={"class": "vTextField", "size": 20, "autocomplete": "off"}),
            error_messages={"invalid": "请按 2026-03-05 或 2026-03-05 09:30 的格式填写日期。"},
            **kwargs,
        )

    def to_python(self, value):
        moment = super().to_python(unicodedata.normalize("NFKC", value) if isinstance(value, str) else value)
        if moment and moment.year not in YEARS:
            raise forms.ValidationError(f"年份要在 {YEARS[0]} 和 {YEARS[-1]} 之间，请检查是不是写错了。", code="year")
        return moment


class LastMomentField(MomentField):
    """The same for what ends: without a time the day is over at 23:59:59, and its last second still belongs to it."""

    def to_python(self, value):
        moment = super().to_python(value)
        if moment and (is_day(value) or is_last_second(moment)):
            moment = datetime.combine(moment.date(), LAST, tzinfo=moment.tzinfo)
        return moment

    def has_changed(self, initial, data):
        """What is shown has no fractions of a second, so their return is no change."""
        try:
            typed = self.to_python(data)
        except forms.ValidationError:
            return True
        return (initial and initial.replace(microsecond=0)) != (typed and typed.replace(microsecond=0))


def is_last_second(moment):
    return (moment.hour, moment.minute, moment.second) == (23, 59, 59)


def is_day(value):
    """Whether somebody typed a date and no time."""
    return isinstance(value, str) and ":" not in unicodedata.normalize("NFKC", value)
