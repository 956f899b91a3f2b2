"""tsvector with a GIN index, and triggers that write the log."""

from axrc.search.engines.statement import Statement, joined


class PostgreSQL:
    column_type = "tsvector"
    placeholder = "array_to_tsvector(%s::text[])"
    readable = "tsvector_to_array(%s)"
    dates = "dated_at, ends_at"

    @property
    def everything_changed(self):
        return EVERYTHING_CHANGED

    def pack(self, tokens):
        return sorted(tokens)

    def unpack(self, value):
        return frozenset(value)

    def condition(self, alias, table, query):
        """The SQL for entries that a query finds."""
        made = joined([self.any_of(alias, clause) for clause in query.clauses] or [Statement("TRUE")], "AND")
        if query.excluded:
            excluded = self.any_of(alias, query.excluded)
            made.add(f"AND NOT {excluded.sql}", *excluded.params)
        return made

    def any_of(self, alias, clause):
        return joined([self.term(alias, term) for term in sorted(clause, key=expression)], "OR")

    def term(self, alias, term):
        made = Statement(f'{alias}."tokens" @@ %s::tsquery', [expression(term)])
        for phrase in term.phrases:
            made.add(f'AND position(%s IN {alias}."text") > 0', phrase)
        return made

    def seqs(self, model, terms):
        """Rows of (number of the term, seq) of all entries that have each of the terms."""
        made = Statement()
        for number, term in enumerate(terms):
            found = self.term("e", term)
            made.add("UNION ALL" if number else "")
            made.add(f'SELECT {number}, e.seq FROM "{model._meta.db_table}" e WHERE {found.sql}', *found.params)
        return made

    def build(self, connection, model):
        """Index the tokens; keep them in the row, uncompressed, where a scan reads them without a detour."""
        table = model._meta.db_table
        # Foreign keys are checked at the end of a transaction; an index can't be built while that is due.
        connection.check_constraints()
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgname = %s", [f"{table}_logged"])
            if cursor.fetchone()[0]:
                return
            for statement in BUILD:
                cursor.execute(statement.replace("ENTRIES_", table))

    def take_down(self, connection, model):
        table = model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(f'DROP TRIGGER IF EXISTS "{table}_logged" ON "{table}"')
            cursor.execute(f'DROP INDEX IF EXISTS "{table}_tokens"')


EVERYTHING_CHANGED = """INSERT INTO search_change(mark, entries, seq)
    SELECT (random() * 9e18)::bigint, 'ENTRIES_', NULL FROM pg_advisory_xact_lock(hashtext('search_change'))"""

BUILD = [
    'CREATE INDEX IF NOT EXISTS "ENTRIES__tokens" ON "ENTRIES_" USING gin (tokens) WITH (fastupdate = off)',
    'ALTER TABLE "ENTRIES_" ALTER tokens SET STORAGE MAIN, ALTER text SET STORAGE EXTERNAL',
    # Who writes the log does so alone to the end of the transaction: whoever has read up to a number has all before it.
    # It keeps enough for a process that has not been asked for a while (axrc/search/memory.py).
    """CREATE OR REPLACE FUNCTION search_log() RETURNS trigger LANGUAGE plpgsql AS $$
       DECLARE
           logged bigint;
       BEGIN
           PERFORM pg_advisory_xact_lock(hashtext('search_change'));
           INSERT INTO search_change(mark, entries, seq)
           VALUES ((random() * 9e18)::bigint, TG_TABLE_NAME, CASE WHEN TG_OP = 'DELETE' THEN OLD.seq ELSE NEW.seq END)
           RETURNING id INTO logged;
           DELETE FROM search_change WHERE id <= logged - 5000;
           RETURN NULL;
       END $$""",
    """CREATE TRIGGER "ENTRIES__logged" AFTER INSERT OR UPDATE OR DELETE ON "ENTRIES_"
       FOR EACH ROW EXECUTE FUNCTION search_log()""",
    EVERYTHING_CHANGED,
]


def expression(term):
    """The term in the language of tsquery, its phrases left aside."""
    return " & ".join(map(quoted, sorted(term.tokens)))


def quoted(token):
    return "'" + token.replace("\\", "\\\\").replace("'", "''") + "'"
