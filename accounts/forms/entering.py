"""Joining, logging in and getting back in, by e-mail or by mobile number."""

from allauth.account import forms as allauth_forms
from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal.ratelimit import respond_429
from allauth.socialaccount import forms as social_forms
from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.adapters import claim_sms
from accounts.models import User
from axrc import mail

EITHER = "请填写手机号或邮箱，填一个就行"
GOOD_PASSWORD = "至少 8 位，不能全是数字，也不要用常见的密码"  # noqa: S105  a hint


class EitherAddressMixin:
    """Either a mobile number or an e-mail address; where no text messages can be sent, an address."""

    def offer_either(self):
        email = self.fields["email"]
        email.label, email.required = "邮箱", not mail.can_sms()
        email.widget = forms.EmailInput(attrs={"autocomplete": "email"})
        if mail.can_sms():
            phone = self.fields["phone"]
            phone.label, phone.required, phone.help_text = "手机号", False, "手机号和邮箱填一个就行"
            phone.is_one_of_several = email.is_one_of_several = True
        else:
            del self.fields["phone"]

    def need_one(self):
        given = [name for name in ("phone", "email") if self.data.get(self.add_prefix(name), "").strip()]
        if not given and "phone" in self.fields:
            self.add_error("phone", EITHER)
        elif len(given) == 2 and "phone" in self.fields:
            self.add_error("email", get_adapter().error_messages["select_only_one"])

    def claim(self):
        """The message is counted for known and unknown numbers alike, once all else is right."""
        number = self.cleaned_data.get("phone")
        if number and not self.errors:
            try:
                claim_sms(number)
            except ValidationError as error:
                self.add_error("phone", error)


class RegistrationMixin(EitherAddressMixin):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer_either()
        if password := self.fields.get("password1"):
            password.help_text = GOOD_PASSWORD
            password.error_messages["required"] = "请设置密码"
        role = context.request.GET.get("role")
        if role in dict(self.fields["role"].choices):
            self.fields["role"].initial = role
        self.order_fields(["role", "phone", "email", "password1", "consent"])

    def clean(self):
        cleaned = super().clean()
        self.need_one()
        self.claim()
        return cleaned

    def validate_unique_email(self, value):
        """An account that nobody confirmed keeps no address from its owner."""
        if User.objects.filter(email=value).exists() and not self.never_confirmed(email=value):
            return super().validate_unique_email(value)
        else:
            return value

    def never_confirmed(self, **address):
        return User.objects.filter(pk__in=User.objects.never_confirmed().filter(**address).values("pk"))

    def save(self, request):
        number, address = self.cleaned_data.get("phone"), self.cleaned_data.get("email")
        try:
            with transaction.atomic():
                (self.never_confirmed(phone=number) if number else self.never_confirmed(email=address)).delete()
                return super().save(request)
        except IntegrityError as error:  # the same address in two requests at once
            raise ImmediateHttpResponse(respond_429(request)) from error


class SignupForm(RegistrationMixin, allauth_forms.SignupForm):
    def try_save(self, request):
        """Takes as long for a known address as for a new one, whose password is hashed."""
        if self.account_already_exists:
            User().set_password(self.cleaned_data["password1"])
        return super().try_save(request)


class SocialSignupForm(RegistrationMixin, social_forms.SignupForm):
    """After the first login by WeChat, which tells neither number nor address."""


class LoginForm(allauth_forms.LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        login = self.fields["login"]
        login.label = "手机号或邮箱" if mail.can_sms() else "邮箱"
        login.widget.attrs = {"autocomplete": "username", "autocapitalize": "none"}
        self.fields["password"].help_text = ""
        self.fields["remember"].label = "在这台设备上保持登录（公用电脑请不要勾选）"


class RequestLoginCodeForm(EitherAddressMixin, allauth_forms.RequestLoginCodeForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer_either()
        self.order_fields(["phone", "email"])

    def clean_email(self):
        """Nobody is let into an account that somebody else began with this address, and whose password he knows."""
        email = super().clean_email()
        if email and self._user and User.objects.never_confirmed().filter(pk=self._user.pk).exists():
            self._user = None
        return email

    def clean(self):
        cleaned = super().clean()
        self.need_one()
        self.claim()
        return cleaned


class ResetPasswordForm(allauth_forms.ResetPasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "邮箱"

    def clean_email(self):
        email = super().clean_email()
        begun = set(User.objects.never_confirmed().filter(pk__in=[user.pk for user in self.users]))
        self.users = [user for user in self.users if user not in begun]
        return email
