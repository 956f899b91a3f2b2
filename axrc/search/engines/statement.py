"""Pieces of SQL that both engines put together. Values always travel as parameters."""

from dataclasses import dataclass, field

from django.db import connections


@dataclass
class Statement:
    """SQL with its parameters, built up piece by piece."""

    sql: str = ""
    params: list = field(default_factory=list)

    def add(self, sql, *params):
        self.sql += f" {sql}"
        self.params += params
        return self

    def rows(self, alias):
        with connections[alias].cursor() as cursor:
            cursor.execute(self.sql, self.params)
            return cursor.fetchall()


def joined(statements, word):
    """Several conditions as one."""
    made = Statement("(")
    for number, statement in enumerate(statements):
        made.add(word if number else "").add(statement.sql, *statement.params)
    return made.add(")")


def moment(alias, at):
    """A moment in the form in which the database stores it."""
    return connections[alias].ops.adapt_datetimefield_value(at)


def subject_column(model):
    return model._meta.get_field(model.subject).column
