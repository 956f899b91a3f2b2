"""A letter is written at once, with what is true now, and leaves when the transaction is through."""

import logging
import re
from datetime import timedelta
from functools import partial

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from axrc.mail import rendering
from axrc.mail.limits import TooManyMessages, claim_notice, claim_sms
from axrc.mail.tasks import deliver

logger = logging.getLogger(__name__)

NOTICE_IS_USEFUL = timedelta(days=2)
CODE_IS_USEFUL = timedelta(minutes=10)
MAINLAND_MOBILE = re.compile(r"\+861[3-9]\d{9}")

NO_SMS = "暂时不能发送短信，请改用邮箱。"
NOT_MAINLAND = "短信只能发到中国大陆的手机号。"


class SMSUnavailable(ValidationError):
    """This site has no way to send text messages. The message is for the person who asked."""


def can_sms():
    return bool(settings.SMS_BACKEND)


def send(name, /, *, to, useful_for=NOTICE_IS_USEFUL, **context):
    """Send templates/<name>.subject.txt, .txt and, if it is there, .html to a user or an e-mail address.

    A user without e-mail gets <name>.sms.txt, if it is there. What could not be sent in `useful_for` is given up.
    """
    address = to if isinstance(to, str) else to.email
    number = "" if isinstance(to, str) else to.phone
    context = context if isinstance(to, str) else {"user": to} | context
    if address:
        post(
            kind="email",
            to=address,
            template=name,
            useful_for=useful_for,
            subject=rendering.one_line(f"{name}.subject.txt", context),
            text=rendering.plain(f"{name}.txt", context),
            html=rendering.markup(f"{name}.html", context),
        )
    elif number and can_sms() and rendering.exists(f"{name}.sms.txt"):
        notify(number, f"{name}.sms", useful_for, context)
    else:
        logger.info("Nobody can be reached by %s", name)


def notify(number, name, useful_for, context):
    """A notice by text message. That there were too many is no reason for the deed to fail."""
    try:
        claim_notice(number)
    except TooManyMessages:
        logger.warning("Too many text messages: %s was not sent", name)
    else:
        post_sms(number, name, useful_for, context)


def sms(number, name, /, *, sender="", claimed=False, useful_for=CODE_IS_USEFUL, **context):
    """Send templates/<name>.txt to a mainland mobile number (E.164), within the limits of axrc/mail/limits.py.

    `sender` is axrc.web.addresses.sender_key(request). Raises TooManyMessages, SMSUnavailable or ValidationError, each
    with a message for the person who asked.
    """
    if not can_sms():
        raise SMSUnavailable(NO_SMS, code="no_sms")
    if not MAINLAND_MOBILE.fullmatch(number):
        raise ValidationError(NOT_MAINLAND, code="not_mainland")
    if not claimed:
        claim_sms(number, sender)
    post_sms(number, name, useful_for, context)


def post_sms(number, name, useful_for, context):
    post(
        kind="sms",
        to=number,
        template=name,
        useful_for=useful_for,
        text=rendering.one_line(f"{name}.txt", context),
        parameters=rendering.parameters(f"{name}.txt", context),
    )


def post(*, useful_for, **fields):
    letters = apps.get_model("mail", "Letter").objects
    letter = letters.create(useful_until=timezone.now() + useful_for, **fields)
    transaction.on_commit(partial(deliver.enqueue, letter.pk))
