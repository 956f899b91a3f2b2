from django.apps import AppConfig
from django.core import checks

from axrc.mail.checks import letters_can_leave


class MailConfig(AppConfig):
    name = "axrc.mail"
    verbose_name = "信件"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        checks.register(letters_can_leave)
