"""Codes, and what is changed on an account that is there."""

import time

from allauth.account import forms as allauth_forms
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.core import context
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.totp import forms as totp_forms
from django import forms

from accounts.adapters import claim_sms
from accounts.forms.entering import GOOD_PASSWORD

# Who has just come in by a code may set a new password without the forgotten one, for so many seconds.
CODE_COUNTS_FOR = 15 * 60


class ChangePasswordForm(allauth_forms.ChangePasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = GOOD_PASSWORD
        self.fields["oldpassword"].help_text = ""
        if came_by_code(context.request):
            del self.fields["oldpassword"]


class ReauthenticateForm(allauth_forms.ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""


class SetPasswordForm(allauth_forms.SetPasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = GOOD_PASSWORD


class ResetPasswordKeyForm(allauth_forms.ResetPasswordKeyForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = GOOD_PASSWORD


def came_by_code(request):
    """Whether this session proved the number or address a moment ago: the way back in for whoever forgot the password."""
    records = get_authentication_records(request, request.user)
    return any(record["method"] == "code" and time.time() - record["at"] < CODE_COUNTS_FOR for record in records)


class AddEmailForm(allauth_forms.AddEmailForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "新的邮箱"


class ChangePhoneForm(allauth_forms.ChangePhoneForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["phone"].label = "新的手机号"

    def clean_phone(self):
        number = super().clean_phone()
        # Who has to prove the password first sends the form again afterwards: one message, counted once.
        raise_if_reauthentication_required(context.request, app="allauth.account")
        claim_sms(number)
        return number


class ConfirmForm(forms.Form):
    """A code of six digits, with the right keyboard."""

    label = "6 位验证码"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        code = self.fields["code"]
        code.label = self.label
        code.widget.attrs = {"inputmode": "numeric", "autocomplete": "one-time-code", "maxlength": 12}
        code.error_messages["required"] = f"请填写{self.label}"


class ConfirmLoginCodeForm(ConfirmForm, allauth_forms.ConfirmLoginCodeForm):
    pass


class ConfirmEmailForm(ConfirmForm, allauth_forms.ConfirmEmailVerificationCodeForm):
    pass


class VerifyPhoneForm(ConfirmForm, allauth_forms.VerifyPhoneForm):
    pass


class ActivateAppForm(ConfirmForm, totp_forms.ActivateTOTPForm):
    label = "应用里的 6 位数字"


class SecondFactorForm(ConfirmForm, mfa_forms.AuthenticateForm):
    label = "6 位数字或恢复码"


class SecondFactorAgainForm(ConfirmForm, mfa_forms.ReauthenticateForm):
    label = "6 位数字或恢复码"
