"""Writes messages to the terminal, codes and all: for development only."""

import sys

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


class Backend:
    def __init__(self):
        if not settings.DEBUG:
            raise ImproperlyConfigured("The console backend writes codes to the log; it is for DEBUG only.")

    def send(self, message):
        sys.stdout.write(f"\n短信 {message.number}\n【{settings.SMS_SIGN_NAME}】{message.text}\n\n")
        sys.stdout.flush()
