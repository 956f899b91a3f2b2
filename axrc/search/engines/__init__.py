"""The two engines behind the field and the lookup."""

from django.db import connections

from axrc.search.engines.postgresql import PostgreSQL
from axrc.search.engines.sqlite import SQLite

ENGINES = {"sqlite": SQLite(), "postgresql": PostgreSQL()}


def of(connection):
    return ENGINES[connection.vendor]


def current(alias):
    return of(connections[alias])
