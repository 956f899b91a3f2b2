"""A server that is killed at any point of publishing has published a job with all that belongs to it, or not at all."""

import os
import signal
import sqlite3
from contextlib import closing, contextmanager, nullcontext
from datetime import timedelta
from io import StringIO
from itertools import count

import pytest
import time_machine
from django.core.mail.backends import filebased
from django.core.management import call_command
from django.db import connection, connections
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from axrc.audit.models import Entry
from axrc.mail import delivery
from axrc.mail.models import Letter
from jobs.life import content, deeds, reviewing
from jobs.models import BoardEntry, Job, Submission
from tests.factories import JobFactory, RecruiterFactory, UserFactory

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked"),
]
# More statements than a deed can have.
MOST = 200


@pytest.fixture(autouse=True)
def _as_on_a_server(settings, tmp_path):
    """Tasks wait in the database, letters are files that outlive whoever wrote them."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.EMAIL_BACKEND = f"{filebased.__name__}.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "letters"


@pytest.fixture(autouse=True)
def _on_disk(tmp_path, transactional_db):
    """A database that others can open: that of the tests where it is a server, else a file with all that is in memory."""
    with on_file(tmp_path / "killed.sqlite3") if connection.vendor == "sqlite" else nullcontext():
        yield


@contextmanager
def on_file(path):
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as file:
        connection.connection.backup(file)
    usual = connections["default"]
    other = connections.create_connection("default")
    other.settings_dict = usual.settings_dict | {"NAME": str(path)}
    connections["default"] = other
    try:
        yield
    finally:
        other.close()
        connections["default"] = usual


def is_killed(deed, before):
    """Do it in a process of its own, which kills itself before a statement, commits counted. Whether it came to that."""
    connection.close()
    child = os.fork()
    if not child:
        try:
            numbers = count(1)

            def strike():
                if next(numbers) == before:
                    os.kill(os.getpid(), signal.SIGKILL)

            def wrapper(execute, *arguments):
                strike()
                return execute(*arguments)

            connection.ensure_connection()
            commit = connection._commit
            connection._commit = lambda: (strike(), commit())
            with connection.execute_wrapper(wrapper):
                deed()
        except BaseException:
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status):
        assert os.WEXITSTATUS(status) == 0, "the deed itself failed"
    return os.WIFSIGNALED(status)


def killed_everywhere(prepare, look):
    """Kill the deed at each of its statements; {number: what look() saw after it}, the last one without a kill."""
    seen = {}
    for number in range(1, MOST):
        subject, deed = prepare()
        was_killed = is_killed(deed, number)
        seen[number] = look(subject)
        if not was_killed:
            return seen
    raise AssertionError("it does not come to an end")


def are_all_or_none(seen, least_after=2):
    """`least_after`: of the last so many times the deed was done, though killed after its commit but for the very last."""
    for number, facts in seen.items():
        assert len(set(facts.values())) == 1, f"killed before statement {number}: {facts}"
    done = [all(facts.values()) for facts in seen.values()]
    assert done == sorted(done), "once it is done, it stays done"
    assert len(seen) > 10, "the kills missed the deed"
    assert not done[0]
    assert sum(done) >= least_after, "no kill came after the commit"


def draft(recruiter):
    likeness = JobFactory(company=recruiter.company)
    values = content.content(likeness)
    likeness.delete()
    ends_on = timezone.localdate() + timedelta(days=30)
    return deeds.create(recruiter.company, values | {"title": "评茶员"}, by=recruiter.user, ends_on=ends_on)


def test_a_server_is_killed_while_a_reviewer_accepts(tmp_path):
    recruiter, reviewer = RecruiterFactory(), UserFactory(is_staff=True, is_superuser=True)

    def prepare():
        submission = deeds.submit(draft(recruiter), by=recruiter.user)
        return submission, lambda: reviewing.accept(submission, by=reviewer)

    def look(submission):
        submission, job = Submission.objects.get(pk=submission.pk), Job.objects.get(pk=submission.job_id)
        facts = published(job, "job.accepted") | {
            "submission": submission.status == Submission.Status.ACCEPTED,
            "letter": Letter.objects.filter(template="jobs/mail/job_accepted").count() == 1,
        }
        assert letters_sent(tmp_path) == int(facts["letter"]), "one letter where there is something to tell, else none"
        return facts

    are_all_or_none(killed_everywhere(prepare, look))


def test_a_server_is_killed_while_a_proved_company_publishes():
    recruiter = RecruiterFactory()
    for _ in range(3):
        accepted = JobFactory(company=recruiter.company)
        Submission.objects.create(job=accepted, kind="first", status="accepted", values={}, decided_at=timezone.now())

    def prepare():
        job = draft(recruiter)
        return job, lambda: deeds.submit(job, by=recruiter.user)

    def look(job):
        job = Job.objects.get(pk=job.pk)
        return published(job, "job.published") | {
            "handed in": job.submitted_at is not None,
            "submission": job.submissions.waiting().filter(kind=Submission.Kind.AFTER).exists(),
        }

    are_all_or_none(killed_everywhere(prepare, look), least_after=1)


def published(job, action):
    return {
        "row": job.published_at is not None,
        "board entry": BoardEntry.objects.filter(job=job).exists(),
        "public": Job.objects.live().filter(pk=job.pk).exists(),
        "audit": Entry.objects.about(job).filter(action=action).exists(),
    }


def letters_sent(tmp_path):
    """How many arrive once the timetable has queued again what was left lying, and the workers have done what waits."""
    folder = tmp_path / "letters"
    before = len(list(folder.glob("*")))
    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        call_command("send_waiting_letters", verbosity=0, stdout=StringIO())
        waiting = DBTaskResult.objects.ready()
        for task in waiting:
            delivery.deliver(*task.args_kwargs["args"])
        waiting.delete()
    assert not Letter.objects.exists()
    return len(list(folder.glob("*"))) - before
