"""Logging in with WeChat, where its keys are set."""

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.utils import import_attribute

from accounts.models import User


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    error_messages = DefaultSocialAccountAdapter.error_messages | {
        "no_password": "请先设置登录密码，再解除绑定。",
        "no_verified_email": "请先绑定并验证手机号或邮箱，再解除绑定。",
        "disconnect_last": "这是您唯一的登录方式，请先设置登录密码，再解除绑定。",
        "connected_other": "这个微信已经绑定了另一个账号。",
    }

    def populate_user(self, request, sociallogin, data):
        """Only the nickname; WeChat tells no number and no address."""
        user = sociallogin.user
        user.name = readable_nickname(data.get("name"))[: User._meta.get_field("name").max_length]
        return user

    def save_user(self, request, sociallogin, form=None):
        user = super().save_user(request, sociallogin, form)
        number = form and form.cleaned_data.get("phone")
        if number and user.phone != number:
            adapter = import_attribute("accounts.adapters.AccountAdapter")(request)
            adapter.set_phone(user, number, False)
        return user

    def validate_disconnect(self, account, accounts):
        """Whoever has a confirmed number needs no e-mail to come back."""
        if not account.user.phone_verified_at:
            super().validate_disconnect(account, accounts)


def readable_nickname(nickname):
    r"""allauth hands over \u5f20\u4e09 where the person is called 张三."""
    if nickname and "\\u" in nickname:
        try:
            return nickname.encode("raw_unicode_escape").decode("raw_unicode_escape")
        except UnicodeDecodeError:
            return nickname
    else:
        return nickname or ""
