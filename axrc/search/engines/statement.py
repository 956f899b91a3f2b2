"""Pieces of SQL that both engines put together. Values always travel as parameters."""

from dataclasses import dataclass, field

from django.db import connections, router


@dataclass
class Statement:
    """SQL with its parameters, built up piece by piece."""

    sql: str = ""
    params: list = field(default_factory=list)

    def add(self, sql, *params):
        self.sql += f" {sql}"
        self.params += params
        return self

    def rows(self, model):
        connection = connections[router.db_for_read(model)]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self.params)
            return cursor.fetchall()

    def column(self, model):
        return [row[0] for row in self.rows(model)]


def first_of(number, per_page, total, most):
    """How many stand before a page, or before the last page when there are not so many."""
    last = max(1, -(-min(total, most) // per_page))
    return (min(number, last) - 1) * per_page


def counted(statements, most):
    """How many rows each of the statements has, at the most `most + 1`, in one row."""
    made = Statement("SELECT")
    for number, statement in enumerate(statements):
        made.add("," if number else "")
        made.add(f"(SELECT count(*) FROM ({statement.sql} LIMIT %s) counted)", *statement.params, most + 1)
    return made


def moment(model, at):
    """A moment in the form in which the model's database stores it."""
    connection = connections[router.db_for_read(model)]
    return connection.ops.adapt_datetimefield_value(at)


def subject_column(model):
    return model._meta.get_field(model.subject).column
