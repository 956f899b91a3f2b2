"""What allauth asks of us: who is known by which number, what is sent, and where people go."""

from datetime import timedelta

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal.ratelimit import respond_429
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from accounts import consents, phones
from accounts.models import User
from axrc import mail
from axrc.web.addresses import sender_key

CODE_IS_USEFUL = timedelta(minutes=15)

# What allauth calls its notices, and what has happened then.
DEEDS = {
    "email_changed": "登录邮箱已经更换",
    "email_deleted": "登录邮箱已经移除",
    "email_confirm": "登录邮箱已经通过验证",
    "password_changed": "登录密码已经修改",
    "password_reset": "登录密码已经重新设置",
    "password_set": "登录密码已经设置",
    "totp_activated": "验证器应用已经启用",
    "totp_deactivated": "验证器应用已经停用",
    "webauthn_added": "新的通行密钥已经添加",
    "webauthn_removed": "一个通行密钥已经移除",
    "recovery_codes_generated": "恢复码已经重新生成",
    "account_connected": "微信已经绑定到您的账号",
    "account_disconnected": "微信已经与您的账号解除绑定",
}


class AccountAdapter(DefaultAccountAdapter):
    # One sentence for whatever was wrong, so that nobody learns which half of it was right.
    WRONG = "账号或密码不正确，请检查后重试。"
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": WRONG,
        "phone_password_mismatch": WRONG,
        "username_password_mismatch": WRONG,
        "incorrect_code": "验证码不正确，请检查后重试。",
        "too_many_login_attempts": "尝试次数太多，请稍后再试。",
        "rate_limited": "请求太频繁，请过一会儿再试。",
        "select_only_one": "手机号和邮箱填一个就行。",
    }

    def get_login_stages(self):
        theirs = "allauth.account.stages.EmailVerificationStage"
        return [
            "accounts.login_stages.EmailVerificationStage" if stage == theirs else stage
            for stage in super().get_login_stages()
        ]

    def _get_login_attempts_cache_key(self, request, **credentials):
        """Each number has its own tries. allauth counts all logins by phone as one."""
        phone = credentials.get("phone")
        if phone:
            credentials = credentials | {"email": phones.normalised(phone) or phone}
        return super()._get_login_attempts_cache_key(request, **credentials)

    # Numbers ------------------------------------------------------------------------------------------------------

    def phone_form_field(self, **options):
        return phones.PhoneField(**options)

    def get_user_by_phone(self, phone):
        number = phones.normalised(phone)
        return User.objects.with_phone(number).first() if number else None

    def get_phone(self, user):
        return (user.phone, bool(user.phone_verified_at)) if user.phone else None

    def set_phone(self, user, phone, verified):
        user.phone = phones.normalised(phone)
        user.phone_verified_at = timezone.now() if verified else None
        user.save(update_fields=["phone", "phone_verified_at"])

    def set_phone_verified(self, user, phone):
        """Also how a number is changed: the old one hears of it."""
        before = user.phone if user.phone_verified_at else None
        if before != phone:
            try:
                with transaction.atomic():
                    self.set_phone(user, phone, True)
            except IntegrityError as error:
                messages.error(self.request, "这个手机号刚刚被另一个账号验证了，请用它登录，或换一个号码。")
                raise ImmediateHttpResponse(redirect("account_login")) from error
            if before:
                self.announce(user, f"登录手机号已经换成 {phones.masked(phone)}", numbers=[before])

    # Messages -----------------------------------------------------------------------------------------------------

    def send_verification_code_sms(self, user, phone, code, **kwargs):
        self.send_sms(phone, "accounts/sms/code", code=code)

    def send_account_already_exists_sms(self, phone):
        self.send_sms(phone, "accounts/sms/already_registered")

    def send_unknown_account_sms(self, phone, **kwargs):
        self.send_sms(phone, "accounts/sms/not_registered")

    def send_sms(self, number, name, **context_of_text):
        """Forms claim the message before anything happens; on other ways too many of them end in a page that says so."""
        is_claimed = getattr(self.request, "claimed_sms", None) == number
        try:
            mail.sms(number, name, sender=sender_key(self.request), claimed=is_claimed, **context_of_text)
        except ValidationError as error:
            messages.error(self.request, error.messages[0])
            raise ImmediateHttpResponse(respond_429(self.request)) from error

    def send_mail(self, template_prefix, email, context):
        name = template_prefix.rpartition("/")[2]
        if deed := DEEDS.get(name):
            mail.send("accounts/mail/account_changed", to=email, deed=deed, **self.circumstances())
        else:
            wanted = ("code", "password_reset_url", "signup_url")
            mail.send(
                f"accounts/mail/{name}",
                to=email,
                useful_for=CODE_IS_USEFUL,
                **{key: context[key] for key in wanted if key in context},
            )

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        deed = DEEDS[template_prefix.rpartition("/")[2]]
        if email and email != user.email:
            self.announce(user, deed, addresses=[email])
        else:
            self.announce(user, deed)

    def announce(self, user, deed, *, addresses=(), numbers=()):
        """Tell a person what happened to the account, and at addresses that were theirs until now."""
        what = {"deed": deed, **self.circumstances()}
        mail.send("accounts/mail/account_changed", to=user, **what)
        for address in addresses:
            mail.send("accounts/mail/account_changed", to=address, **what)
        for number in numbers if mail.can_sms() else ():
            mail.sms(number, "accounts/mail/account_changed.sms", claimed=True, **what)

    def circumstances(self):
        return {"at": timezone.localtime(), "ip": self.get_client_ip(self.request)}

    # Ways ---------------------------------------------------------------------------------------------------------

    def post_login(self, request, user, **kwargs):
        consents.remember(request.session, user)
        return super().post_login(request, user, **kwargs)

    def get_signup_redirect_url(self, request):
        first = "my:company" if request.user.role == User.Role.EMPLOYER else "my:resume"
        return first_address(first, "my:home", "account:home")

    def get_login_redirect_url(self, request):
        return first_address("admin:index") if request.user.is_staff else first_address("my:home", "account:home")

    def get_email_verification_redirect_url(self, email_address):
        return reverse("account:home")


def claim_sms(number):
    """Count a message to a number, known or not, before it is asked for. Raises a ValidationError for the form."""
    mail.claim_sms(number, sender_key(context.request))
    context.request.claimed_sms = number


def first_address(*names):
    """The address of the first of the names that the site has."""
    for name in names:
        try:
            return reverse(name)
        except NoReverseMatch:
            continue
    return "/"
