"""Codes reach the person and nobody else: no log, no list of tasks, no error."""

import logging

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from axrc import mail
from axrc.mail.models import Letter
from axrc.mail.sms import outbox
from axrc.mail.sms.message import Message

CODE, NUMBER = "482913", "+8613800138000"


class Broken:
    """A service whose errors repeat all that it was told."""

    def send(self, message):
        raise RuntimeError(f"POST /?PhoneNumbers={message.number}&TemplateParam={message.parameters} {message.text}")


@pytest.fixture
def queue(settings):
    """The queue as in production: in the database."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def work():
    call_command("db_worker", batch=True, startup_delay=False, interval=0, reload=False, verbosity=0)


def ask():
    mail.sms(NUMBER, "shop/code", code=CODE, minutes=5)


def test_a_message_does_not_show_what_is_in_it():
    shown = repr(Message(NUMBER, "shop/code", f"验证码 {CODE}", {"code": CODE}))
    assert CODE not in shown
    assert "13800138000" not in shown
    assert "shop/code" in shown


@pytest.mark.django_db(transaction=True)
def test_codes_do_not_lie_in_the_queue(queue):
    ask()
    assert outbox == []
    [waiting] = DBTaskResult.objects.all()
    assert waiting.args_kwargs == {"args": [Letter.objects.get().pk], "kwargs": {}}
    work()
    assert [message.parameters["code"] for message in outbox] == [CODE]
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"
    assert not Letter.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_service_that_fails_tells_nothing_to_log_or_queue(queue, monkeypatch, caplog):
    monkeypatch.setattr("axrc.mail.delivery.import_string", lambda path: Broken)
    ask()
    with caplog.at_level(logging.DEBUG):
        work()
    [failed] = DBTaskResult.objects.all()
    assert failed.status == "FAILED"
    assert "RuntimeError" in failed.traceback
    told = failed.traceback + caplog.text + Letter.objects.get().error
    assert CODE not in told
    assert "13800138000" not in told


@pytest.mark.django_db
def test_a_service_that_fails_at_once_tells_nothing_either(through, monkeypatch, caplog):
    monkeypatch.setattr("axrc.mail.delivery.import_string", lambda path: Broken)
    with caplog.at_level(logging.DEBUG), through():
        ask()
    assert "RuntimeError" in caplog.text
    assert CODE not in caplog.text


@pytest.mark.django_db
def test_in_production_no_letter_is_written_to_the_log(settings, capsys, through):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    with through():
        mail.send("shop/plain", to="wang@example.com", name=CODE)
    assert CODE not in capsys.readouterr().out
    assert "EMAIL_URL" in Letter.objects.get().error


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend", "mail.E001"),
        ("SMS_BACKEND", "axrc.mail.sms.console.Backend", "mail.E002"),
        ("SMS_BACKEND", "axrc.mail.sms.nothing.Backend", "mail.E003"),
        ("SMS_BACKEND", "axrc.mail.sms.aliyun.Backend", "mail.E004"),
    ],
)
def test_the_check_finds_what_would_tell_codes_or_send_none(settings, name, value, error):
    if error == "mail.E004":
        pytest.importorskip("alibabacloud_dysmsapi20170525")
    assert error not in [found.id for found in run_checks()]
    setattr(settings, name, value)
    assert error in [found.id for found in run_checks()]
