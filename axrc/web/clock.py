"""When something next changes by itself: the earliest moment to come in any of the columns that hold one."""

from datetime import UTC

from django.db import connections, router
from django.utils.dateparse import parse_datetime


def next_moment(columns, at):
    """The earliest value after `at` of any (model, column), or None; one statement for all."""
    connection = connections[router.db_for_read(columns[0][0])]
    parts = [
        f'(SELECT min("{column}") FROM "{model._meta.db_table}" WHERE "{column}" > %s)'  # noqa: S608  names of models
        for model, column in columns
    ]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", [connection.ops.adapt_datetimefield_value(at)] * len(parts))
        found = cursor.fetchone()
    return min((as_moment(value) for value in found if value), default=None)


def as_moment(value):
    """A moment as the database gave it: SQLite keeps text, in UTC."""
    return parse_datetime(value).replace(tzinfo=UTC) if isinstance(value, str) else value
