"""Passkeys, authenticator apps and recovery codes: how they are kept, named and guarded."""

import base64
import hashlib

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

from accounts import phones
from axrc.web import second_factor

SITE = "安溪人才网"


class MFAAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "验证码不正确，请检查后重试。",
        "cannot_delete_authenticator": "工作人员至少要保留一种两步验证方式，请先添加另一种再移除这一种。",
    }

    def can_delete_authenticator(self, authenticator):
        """Staff keep one; recovery codes alone are none."""
        others = Authenticator.objects.filter(user=authenticator.user, type__in=second_factor.KINDS)
        return not second_factor.is_required_of(authenticator.user) or others.exclude(pk=authenticator.pk).exists()

    def encrypt(self, text):
        return keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        """A secret of a key that is gone opens nothing."""
        try:
            return keys().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return ""

    def generate_authenticator_name(self, user, type):
        return f"通行密钥 {Authenticator.objects.filter(user=user, type=type).count() + 1}"

    def _get_site_name(self):
        return SITE

    def _get_user_identifier(self, user):
        return user.email or phones.readable(user.phone) or str(user)


def keys():
    """Made of SECRET_KEY; earlier ones in SECRET_KEY_FALLBACKS still open what they closed."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [hashlib.sha256(f"accounts.second_factor:{secret}".encode()).digest() for secret in secrets]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])


class AddPasskeyForm(AddWebAuthnForm):
    """A key that can log in by itself, unless its owner wants it beside the password only."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label, self.fields["name"].required = "名称", False
        self.fields["name"].help_text = "方便以后分清，例如“我的手机”"
        passwordless = self.fields["passwordless"]
        passwordless.label, passwordless.initial = "以后用它直接登录，不输密码", True
        passwordless.help_text = "老式的安全钥匙没有指纹或 PIN 码，请不要勾选：它只作为密码之外的第二步"
