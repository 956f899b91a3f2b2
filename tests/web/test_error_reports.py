"""Who is told of an error learns nothing that visitors typed."""

import logging

import pytest
from django.core import mail
from django.test import RequestFactory
from django.utils.log import AdminEmailHandler

TYPED = {"code": "482913", "password": "tieguanyin"}
ADDRESS = "/accounts/login/code/confirm/"


def report(request):
    """Let Django tell the administrators that answering a request failed."""
    try:
        raise RuntimeError
    except RuntimeError as error:
        told = (type(error), error, error.__traceback__)
    record = logging.LogRecord("django.request", logging.ERROR, __file__, 1, "Internal Server Error", (), told)
    record.request, record.status_code = request, 500
    AdminEmailHandler(include_html=True).emit(record)


@pytest.mark.django_db
def test_the_letter_about_an_error_holds_no_code_and_no_password(settings):
    settings.ADMINS = [("", "admin@example.com")]
    report(RequestFactory().post(ADDRESS, TYPED))
    [letter] = mail.outbox
    for text in (letter.body, letter.alternatives[0][0]):
        assert "RuntimeError" in text
        assert ADDRESS in text
        assert not [value for value in TYPED.values() if value in text]
