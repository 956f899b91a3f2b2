"""How many text messages a number, a sender and the whole site may cause; each costs money and somebody's patience."""

from django.conf import settings
from django.core.exceptions import ValidationError

from axrc.web.rate_limit import allowed

MINUTE, HOUR, DAY = 60, 60 * 60, 24 * 60 * 60

# (how many, in how many seconds, what is said when there are more)
PER_NUMBER = [
    (1, MINUTE, "短信刚刚发过，请 1 分钟后再试。"),
    (5, HOUR, "这个号码 1 小时内收到的短信太多，请稍后再试，或改用邮箱。"),
    (10, DAY, "这个号码今天收到的短信太多，请明天再试，或改用邮箱。"),
]
# A household, a dormitory or a shop shares an address.
PER_SENDER = [
    (10, HOUR, "您的网络 1 小时内请求的短信太多，请稍后再试，或改用邮箱。"),
    (30, DAY, "您的网络今天请求的短信太多，请明天再试，或改用邮箱。"),
]
# Notices that nobody asked for at this moment: they neither use up nor wait for what is left for codes.
NOTICES_PER_NUMBER = [(10, DAY, "这个号码今天收到的通知太多。")]
SITE_IS_FULL = "今天的短信已经发完，请改用邮箱，或明天再试。"


class TooManyMessages(ValidationError):
    """Its message is for the person who asked."""


def claim_sms(number, sender=""):
    """Count one message to a number on behalf of a sender (axrc.web.addresses.sender_key), or raise TooManyMessages.

    Whoever must not tell known from unknown numbers calls this for both, and then `sms(..., claimed=True)` for the one.
    """
    if sender:
        claim("sms.sender", sender, PER_SENDER)
    claim("sms.number", number, PER_NUMBER)
    claim_of_site()


def claim_notice(number):
    claim("sms.notice", number, NOTICES_PER_NUMBER)
    claim_of_site()


def claim_of_site():
    claim("sms.site", "", [(settings.SMS_DAILY_LIMIT, DAY, SITE_IS_FULL)])


def claim(scope, key, limits):
    for limit, seconds, message in limits:
        if not allowed(f"{scope}.{seconds}", key, limit, seconds):
            raise TooManyMessages(message, code="too_many_messages")
