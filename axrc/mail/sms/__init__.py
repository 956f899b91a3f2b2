"""Text messages. Which backend sends them is settings.SMS_BACKEND, as with Django's e-mail."""

from axrc.mail.sms.message import Message, NotSent

# What the locmem backend "sent", for tests.
outbox = []

__all__ = ["Message", "NotSent", "outbox"]
