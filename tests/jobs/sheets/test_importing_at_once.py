"""The same sheet imported from two windows at the very same moment; on PostgreSQL, where writes truly overlap."""

import pytest
from django.db import connection  # noqa: F401, the condition below names it

from axrc.taxonomy import lists, loading
from jobs.models import Job
from jobs.sheets import importing
from tests.accounts.test_verification_at_once import at_once, kinds
from tests.factories import RecruiterFactory
from tests.jobs.sheets.making import row, sheet

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite lets one write at a time"),
]


@pytest.fixture
def recruiter():
    loading.load()
    lists.changed()
    return RecruiterFactory()


def taken(recruiter):
    return importing.take_in(
        recruiter.company, sheet(*(row(title=f"普工{number}") for number in range(20))), by=recruiter.user
    )


@pytest.mark.parametrize("_time", range(3))
def test_of_two_windows_one_imports_and_the_other_is_told(recruiter, _time):
    found = taken(recruiter)
    results = at_once(*[lambda: importing.confirm(found, by=recruiter.user)] * 2)
    assert kinds(results) == ["AlreadyImported", "JobImport"]
    assert Job.objects.count() == 20


@pytest.mark.parametrize("_time", range(3))
def test_of_two_equal_sheets_one_is_imported(recruiter, _time):
    first, second = taken(recruiter), taken(recruiter)
    results = at_once(
        lambda: importing.confirm(first, by=recruiter.user), lambda: importing.confirm(second, by=recruiter.user)
    )
    assert kinds(results) == ["JobImport", "Refused"]
    assert Job.objects.count() == 20
