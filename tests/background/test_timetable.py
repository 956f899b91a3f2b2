"""What is due is done, whatever becomes of the others."""

import pytest
from django.core.management import CommandError, call_command
from django.utils.module_loading import import_string

from axrc.background import timetable
from axrc.schedule import SCHEDULE

done = []


def works():
    done.append("works")


def fails():
    raise RuntimeError("no")


@pytest.fixture(autouse=True)
def _forgotten():
    done.clear()


def test_what_fails_is_logged_and_keeps_nobody(caplog):
    names = [f"{__name__}.fails", f"{__name__}.works"]
    assert timetable.run(names) == names[:1]
    assert done == ["works"]
    assert "fails failed" in caplog.text
    assert "RuntimeError: no" in caplog.text


def test_a_name_that_leads_nowhere_keeps_nobody(caplog):
    assert timetable.run(["accounts.nowhere.at_all", f"{__name__}.works"]) == ["accounts.nowhere.at_all"]
    assert done == ["works"]


@pytest.mark.parametrize("when", SCHEDULE)
@pytest.mark.django_db
def test_the_command_runs_all_that_is_due_and_twice_does_no_harm(when, capsys):
    for _ in range(2):
        call_command("run_due", when)
    assert f"{len(SCHEDULE[when])} done." in capsys.readouterr().out


def test_the_command_ends_with_an_error_when_something_failed(monkeypatch):
    monkeypatch.setitem(SCHEDULE, "daily", [f"{__name__}.fails", f"{__name__}.works"])
    with pytest.raises(CommandError, match="1 of 2 failed"):
        call_command("run_due", "daily")
    assert done == ["works"]


def test_everything_in_the_schedule_is_there_and_needs_nothing():
    for name in {name for names in SCHEDULE.values() for name in names}:
        assert callable(import_string(name))
