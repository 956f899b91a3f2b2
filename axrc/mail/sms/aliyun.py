"""Sends messages through Aliyun (SendSms of 2017-05-25). Needs requirements-aliyun.in and the settings ALIYUN_*."""

import json
import logging

from alibabacloud_dysmsapi20170525.client import Client
from alibabacloud_dysmsapi20170525.models import SendSmsRequest
from alibabacloud_tea_openapi.utils_models import Config
from darabonba.runtime import RuntimeOptions
from django.conf import settings

from axrc.mail.sms.message import NotSent

MAINLAND = "+86"
SECOND = 1000

# On import the library sets its own loggers to tell everything, addresses with number and code among it.
for chatty in ("darabonba-core", "alibabacloud-tea", "urllib3"):
    logging.getLogger(chatty).setLevel(logging.WARNING)


class Backend:
    def send(self, message):
        """Raises NotSent with Aliyun's own word for why, never with the number or the code."""
        answer = self.answer_to(request_for(message))
        if answer.code != "OK":
            raise NotSent(f"Aliyun: {answer.code}, request {answer.request_id}")

    def answer_to(self, request):
        runtime = RuntimeOptions(connect_timeout=5 * SECOND, read_timeout=10 * SECOND, autoretry=False)
        try:
            return client().send_sms_with_options(request, runtime).body
        except Exception as error:  # its words repeat the whole request, so only its name goes on
            raise NotSent(f"Aliyun: {getattr(error, 'code', None) or type(error).__name__}") from None


def request_for(message):
    template = settings.ALIYUN_SMS_TEMPLATES.get(message.template)
    if not template:
        raise NotSent(f"ALIYUN_SMS_TEMPLATES names no template for {message.template}")
    return SendSmsRequest(
        phone_numbers=message.number.removeprefix(MAINLAND),
        sign_name=settings.SMS_SIGN_NAME,
        template_code=template,
        template_param=json.dumps(message.parameters, ensure_ascii=False),
    )


def client():
    scheme, _, host = settings.ALIYUN_SMS_ENDPOINT.rpartition("://")
    return Client(
        Config(
            access_key_id=settings.ALIYUN_ACCESS_KEY_ID,
            access_key_secret=settings.ALIYUN_ACCESS_KEY_SECRET,
            endpoint=host,
            protocol=scheme or "https",
        )
    )
