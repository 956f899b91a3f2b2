"""Tasks whose worker died without a word: they would be running for ever."""

from datetime import timedelta

from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

# No task of this site takes so long.
LONGEST = timedelta(hours=1)
# A task over which so many workers died is the reason for it.
MOST_WORKERS = 3


def sweep(at=None):
    """Put what was left lying back into the queue, give up what always fails; returns how many of each."""
    at = at or timezone.now()
    put_back = given_up = 0
    for task in DBTaskResult.objects.running().filter(started_at__lte=at - LONGEST):
        untouched = DBTaskResult.objects.running().filter(pk=task.pk, started_at=task.started_at)
        if len(task.worker_ids) < MOST_WORKERS:
            put_back += untouched.update(status=TaskResultStatus.READY)
        else:
            given_up += untouched.update(status=TaskResultStatus.FAILED, finished_at=at, traceback="Its workers died.")
    return put_back, given_up
