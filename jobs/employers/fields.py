"""Fields of the posting's form: they take what people type, and say what to do where that will not do."""

import re
import unicodedata
from datetime import date, datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from axrc.text import printable
from axrc.text.plain import UNPRINTABLE

UNSEEN = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
DAY = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?")
AROUND_NUMBERS = re.compile(r"[\s,，']|元|人|名|个")
# More digits than any number here has.
MOST_DIGITS = 12


def too_long(most):
    return f"最多 {most} 个字，请缩短一些"


class LineField(forms.CharField):
    """One line, without what nobody sees."""

    def __init__(self, *, most, least=0, **kwargs):
        messages = {"max_length": too_long(most), "min_length": f"太短了，请至少写 {least} 个字"}
        kwargs["error_messages"] = messages | kwargs.get("error_messages", {})
        super().__init__(max_length=most, min_length=least or None, **kwargs)

    def to_python(self, value):
        return printable(UNSEEN.sub("", super().to_python(value)))


class ParagraphsField(forms.CharField):
    """Some lines, parted as everywhere by a line feed alone."""

    def __init__(self, *, most, least=0, rows=8, **kwargs):
        messages = {"max_length": too_long(most), "min_length": f"太短了，请至少写 {least} 个字，求职者才看得明白"}
        kwargs["error_messages"] = messages | kwargs.get("error_messages", {})
        # Browsers count a line's end as one letter and send it as two.
        kwargs["widget"] = forms.Textarea({"rows": rows})
        super().__init__(max_length=most, min_length=least or None, **kwargs)

    def to_python(self, value):
        text = re.sub("\r\n?|\x0b|\x0c|\x85", "\n", super().to_python(value))
        lines = [line.rstrip() for line in UNPRINTABLE.sub("", UNSEEN.sub("", text)).split("\n")]
        return re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip()


class NumberField(forms.IntegerField):
    """A whole number as people write it: ５０００, 5,000, 5000元, 3人."""

    def __init__(self, *, least, most, **kwargs):
        between = f"请填写 {least} 到 {most} 之间的整数"
        kwargs["error_messages"] = {"invalid": between, "min_value": between, "max_value": between} | kwargs.get(
            "error_messages", {}
        )
        # A text field with figures on the phone's keys: browsers throw away what they do not take for a number.
        kwargs["widget"] = forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "size": 9})
        super().__init__(min_value=least, max_value=most, **kwargs)

    def to_python(self, value):
        if isinstance(value, str):
            value = AROUND_NUMBERS.sub("", unicodedata.normalize("NFKC", value))
            if len(value) > MOST_DIGITS:
                raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)


class DayField(forms.DateField):
    """A day as browsers send it or as people write it: 2026-12-31, 2026/12/31, 2026年12月31日."""

    def __init__(self, **kwargs):
        kwargs["error_messages"] = {"invalid": "请填写日期，例如 2026-12-31"} | kwargs.get("error_messages", {})
        super().__init__(widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), **kwargs)

    def to_python(self, value):
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
        if isinstance(value, date):
            return value
        found = DAY.fullmatch(unicodedata.normalize("NFKC", str(value)).strip())
        try:
            return date(*map(int, found.groups())) if found else self.refuse()
        except ValueError:
            return self.refuse()

    def refuse(self):
        raise ValidationError(self.error_messages["invalid"], code="invalid")
