"""What becomes of a task whose worker was killed."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from axrc.background.sweeping import LONGEST, MOST_WORKERS, sweep
from axrc.mail.tasks import deliver

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _queue(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def left_lying(since, workers=1):
    deliver.enqueue(0)
    task = DBTaskResult.objects.get()
    for number in range(workers):
        task.claim(f"worker-{number}")
    DBTaskResult.objects.update(started_at=timezone.now() - since)
    return task


def test_a_task_whose_worker_died_is_done_by_another():
    task = left_lying(LONGEST)
    call_command("sweep_tasks", verbosity=0)
    call_command("db_worker", batch=True, startup_delay=False, interval=0, reload=False, verbosity=0)
    task.refresh_from_db()
    assert task.status == "SUCCESSFUL"
    assert len(task.worker_ids) == 2


def test_a_task_that_is_being_done_is_left_alone():
    left_lying(LONGEST - timedelta(minutes=1))
    assert sweep() == (0, 0)


def test_a_task_that_kills_its_workers_is_given_up():
    task = left_lying(LONGEST, workers=MOST_WORKERS)
    assert sweep() == (0, 1)
    task.refresh_from_db()
    assert task.status == "FAILED"
