"""Asking for an export. It is made by a task, since a resume's files may be large."""

from functools import partial

from django.db import transaction

from accounts.models import Export
from accounts.tasks import make_export
from axrc.web.rate_limit import allowed

MOST_A_DAY = 3
DAY = 24 * 60 * 60


def may_ask(user):
    """Count one more and say whether it is within the limit."""
    return allowed("export", user.pk, MOST_A_DAY, DAY)


@transaction.atomic
def ask_for(user):
    """A new export takes the place of the old one."""
    for old in Export.objects.filter(user=user):
        old.delete()
    export = Export.objects.create(user=user)
    transaction.on_commit(partial(make_export.enqueue, export.pk))
    return export
