"""Collects messages in axrc.mail.sms.outbox, for tests."""

from axrc.mail.sms import outbox


class Backend:
    def send(self, message):
        outbox.append(message)
