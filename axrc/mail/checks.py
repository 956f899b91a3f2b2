"""What must be set before letters can leave a server."""

from django.conf import settings
from django.core import checks
from django.utils.module_loading import import_string

from axrc.mail.delivery import CONSOLE

CONSOLE_SMS = "axrc.mail.sms.console.Backend"
ALIYUN = "axrc.mail.sms.aliyun.Backend"
ALIYUN_NEEDS = ["ALIYUN_ACCESS_KEY_ID", "ALIYUN_ACCESS_KEY_SECRET", "ALIYUN_SMS_TEMPLATES"]


def letters_can_leave(app_configs, **kwargs):
    if not settings.DEBUG and settings.EMAIL_BACKEND == CONSOLE:
        yield checks.Error("EMAIL_URL is consolemail://, which writes codes to the log.", id="mail.E001")
    if not settings.DEBUG and settings.SMS_BACKEND == CONSOLE_SMS:
        yield checks.Error("SMS_BACKEND is the console, which writes codes to the log.", id="mail.E002")
    if settings.SMS_BACKEND:
        try:
            import_string(settings.SMS_BACKEND)
        except ImportError as error:
            hint = "pip install -r requirements-aliyun.in" if settings.SMS_BACKEND == ALIYUN else None
            yield checks.Error(f"SMS_BACKEND can't be imported: {error}", hint=hint, id="mail.E003")
    if settings.SMS_BACKEND == ALIYUN:
        for name in ALIYUN_NEEDS:
            if not getattr(settings, name):
                yield checks.Error(f"Aliyun's text messages need {name}.", id="mail.E004")
