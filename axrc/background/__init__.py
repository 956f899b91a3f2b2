"""Work that is done after the answer: from axrc.background import task. How and where it runs is settings.TASKS."""

from django_tasks import task

__all__ = ["task"]
