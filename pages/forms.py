"""The form of /feedback/."""

import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from axrc.web.proof_of_work import ProofInput
from pages.models import Feedback
from pages.models.feedback import LONGEST, SHORTEST

PHONE = re.compile(r"(\+?86)?(1\d{10}|0\d{9,11}|\d{7,8})")


class FeedbackForm(forms.ModelForm):
    # Nobody sees this field; who fills it in is a program.
    website = forms.CharField(
        label="请留空", required=False, widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": -1})
    )
    proof = forms.CharField(required=False, widget=ProofInput)

    class Meta:
        model = Feedback
        fields = ["type", "text", "name", "contact"]
        widgets = {
            "type": forms.RadioSelect,
            "text": forms.Textarea(attrs={"rows": 6, "minlength": SHORTEST, "maxlength": LONGEST}),
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "contact": forms.TextInput(attrs={"autocomplete": "email"}),
        }
        help_texts = {
            "text": f"{SHORTEST} 至 {LONGEST} 个字。投诉企业或职位时，请写明企业名称和职位名称。",
            "name": "可以不填，例如：陈先生",
            "contact": "手机号、固定电话或邮箱，只用于答复您，不会公开。求助和投诉必须填写。",
        }
        error_messages = {
            "type": {"required": "请选择反馈的类型"},
            "text": {"required": "请填写内容", "min_length": f"内容太短，请至少写 {SHORTEST} 个字"},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["type"].choices = Feedback.Type.choices  # without the empty one

    @property
    def is_from_a_program(self):
        return bool(self.cleaned_data["website"])

    def clean_contact(self):
        """Full-width digits and blanks between them are how some keyboards write a number."""
        contact = unicodedata.normalize("NFKC", self.cleaned_data["contact"]).strip()
        if contact and not is_phone(contact):
            try:
                validate_email(contact)
            except ValidationError:
                raise ValidationError("请填写手机号、带区号的固定电话或邮箱") from None
        return contact

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("type") in Feedback.NEEDS_CONTACT and not cleaned.get("contact") and "contact" not in self.errors:
            self.add_error("contact", "求助和投诉需要留下联系方式，否则无法把处理结果告诉您")
        return cleaned

    @property
    def message(self):
        """What receive() takes."""
        return {field: self.cleaned_data[field] for field in self._meta.fields}


def is_phone(text):
    return bool(PHONE.fullmatch(re.sub(r"[\s\-()]", "", text)))
