"""Mobile numbers of the mainland: what people type, what is stored, what is shown."""

import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError

MOBILE = re.compile(r"(?:\+?86|0086)?(1[3-9]\d{9})")
STORED = re.compile(r"\+86(\d{3})(\d{4})(\d{4})")


def normalised(text):
    """The number as it is stored (+8613800138000), or None if the text is no mobile number of the mainland."""
    typed = re.sub(r"[\s\-()\u2010-\u2015]", "", unicodedata.normalize("NFKC", text or ""))
    found = MOBILE.fullmatch(typed)
    return f"+86{found[1]}" if found else None


def readable(number):
    """138 0013 8000"""
    return STORED.sub(r"\1 \2 \3", number or "")


def masked(number):
    """138****8000"""
    return STORED.sub(r"\1****\3", number or "")


class PhoneField(forms.CharField):
    """Takes a number however it is written and gives it as it is stored."""

    widget = forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "tel"})
    default_error_messages = {"invalid": "请填写中国大陆的 11 位手机号"}

    def __init__(self, **options):
        super().__init__(**{"label": "手机号", "max_length": 40, "empty_value": None} | options)

    def clean(self, value):
        typed = super().clean(value)
        number = normalised(typed)
        if typed and not number:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return number

    def prepare_value(self, value):
        return readable(value) if isinstance(value, str) and STORED.fullmatch(value) else value
