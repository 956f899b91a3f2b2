"""The one field: a set of tokens, indexed by the engine of the database."""

from django.db import models

from axrc.search import engines


class TokensField(models.Field):
    """A set of strings without blanks. Looked up by `matches=Query(...)`.

    PostgreSQL keeps a tsvector without positions, SQLite the tokens in a line that an FTS5 table mirrors.
    """

    description = "search tokens"

    def db_type(self, connection):
        return engines.of(connection).column_type

    def get_placeholder(self, value, compiler, connection):
        return engines.of(connection).placeholder

    def get_db_prep_value(self, value, connection, prepared=False):
        return engines.of(connection).pack(value)

    def select_format(self, compiler, sql, params):
        return engines.of(compiler.connection).readable % sql, params

    def from_db_value(self, value, expression, connection):
        return engines.of(connection).unpack(value)


@TokensField.register_lookup
class Matches(models.Lookup):
    """entries.filter(tokens__matches=query); the table's `text` column settles phrases."""

    lookup_name = "matches"
    prepare_rhs = False

    def get_db_prep_lookup(self, value, connection):
        return "%s", [value]

    def as_sql(self, compiler, connection):
        table = compiler.quote_name_unless_alias(self.lhs.alias)
        made = engines.of(connection).condition(table, self.lhs.target.model._meta.db_table, self.rhs)
        return made.sql, made.params
