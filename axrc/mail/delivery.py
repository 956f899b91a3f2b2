"""Handing letters to the e-mail server and to the text message service; those that failed are tried again."""

from datetime import timedelta

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMultiAlternatives
from django.db.models import F
from django.utils import timezone
from django.utils.module_loading import import_string

from axrc.mail.sms.message import Message, NotSent

# Whoever has been at a letter for so long has died over it.
PATIENCE = timedelta(minutes=10)
CONSOLE = "django.core.mail.backends.console.EmailBackend"


def deliver(letter_id):
    """Send a letter, once: whoever claims it first does it. Raises NotSent, which says nothing of what is in it."""
    letters = apps.get_model("mail", "Letter").objects
    if not letters.waiting().filter(pk=letter_id).update(claimed_at=timezone.now()):
        return
    letter = letters.get(pk=letter_id)
    try:
        hand_over(letter)
    except Exception as error:
        reason = str(error) if isinstance(error, NotSent | ImproperlyConfigured) else type(error).__name__
        letters.filter(pk=letter_id).update(claimed_at=None, tries=F("tries") + 1, error=reason[:200])
        # Without its cause: a server's or library's words may repeat the address, the number or the code.
        raise NotSent(f"{letter.kind} {letter.template}: {reason}") from None
    letters.filter(pk=letter_id).delete()


def hand_over(letter):
    if letter.kind == letter.Kind.SMS:
        backend = import_string(settings.SMS_BACKEND)()
        backend.send(Message(letter.to, letter.template, letter.text, letter.parameters))
    else:
        email(letter).send()


def email(letter):
    if settings.EMAIL_BACKEND == CONSOLE and not settings.DEBUG:
        raise ImproperlyConfigured("Set EMAIL_URL: the console backend writes codes to the log; it is for DEBUG only.")
    message = EmailMultiAlternatives(
        letter.subject, letter.text, to=[letter.to], headers={"Auto-Submitted": "auto-generated"}
    )
    if letter.html:
        message.attach_alternative(letter.html, "text/html")
    return message


def send_waiting(enqueue, at=None):
    """Put letters into the queue again that failed or were forgotten, and forget those that nobody needs any more."""
    at = at or timezone.now()
    letters = apps.get_model("mail", "Letter").objects
    letters.filter(claimed_at__lte=at - PATIENCE).update(claimed_at=None, tries=F("tries") + 1)
    letters.given_up(at).delete()
    waiting = list(letters.waiting(at).filter(created_at__lte=at - timedelta(minutes=1)).values_list("pk", flat=True))
    for letter_id in waiting:
        enqueue(letter_id)
    return len(waiting)
