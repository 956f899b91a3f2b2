"""What everybody tells who joins, by whichever way. allauth builds its own forms upon this one."""

from django import forms
from django.urls import reverse
from django.utils.functional import lazy
from django.utils.html import format_html

from accounts import consents
from accounts.models.user import User


class ConsentBox(forms.BooleanField):
    """Unticked, with links to what is agreed to."""

    def __init__(self):
        missing = "请先阅读用户协议和隐私政策，同意后勾选"
        super().__init__(
            label="我已阅读并同意用户协议和隐私政策",
            error_messages={"required": missing},
            help_text=lazy(policy_links, str)(),
        )


def policy_links():
    return format_html(
        '点开阅读：<a href="{}" target="_blank">用户协议</a> · <a href="{}" target="_blank">隐私政策</a>',
        reverse("pages:page", args=["terms"]),
        reverse("pages:page", args=["privacy"]),
    )


class JoiningForm(forms.Form):
    role = forms.ChoiceField(
        label="我是",
        choices=[(User.Role.SEEKER, "求职者，要找工作"), (User.Role.EMPLOYER, "企业，要招人")],
        widget=forms.RadioSelect,
        error_messages={"required": "请选择您是求职者还是企业", "invalid_choice": "请选择您是求职者还是企业"},
    )
    consent = ConsentBox()

    def signup(self, request, user):
        """What allauth calls when the account is there."""
        user.role = self.cleaned_data["role"]
        user.save(update_fields=["role"])
        consents.agree(user)
