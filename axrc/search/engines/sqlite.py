"""FTS5: an external-content table beside each table of entries, kept in step by triggers that also write the log."""

from axrc.search.engines.statement import Statement, joined


class SQLite:
    column_type = "text"
    placeholder = "%s"
    readable = "%s"
    # As text, the form of `moment`; a bare column would be parsed.
    dates = "dated_at || '', ends_at || ''"

    @property
    def everything_changed(self):
        return EVERYTHING_CHANGED

    def pack(self, tokens):
        return " ".join(sorted(tokens))

    def unpack(self, value):
        return frozenset(value.split(" "))

    def condition(self, alias, table, query):
        """The SQL for entries that a query finds."""
        made = joined([self.any_of(alias, table, clause) for clause in query.clauses] or [Statement("1 = 1")], "AND")
        if query.excluded:
            excluded = self.any_of(alias, table, query.excluded)
            made.add(f"AND NOT {excluded.sql}", *excluded.params)
        return made

    def any_of(self, alias, table, clause):
        return joined([self.term(alias, table, term) for term in sorted(clause, key=expression)], "OR")

    def term(self, alias, table, term):
        index = f'"{table}_fts"'
        made = Statement(f'{alias}."seq" IN (SELECT rowid FROM {index} WHERE {index} MATCH %s)', [expression(term)])
        for phrase in term.phrases:
            made.add(f'AND instr({alias}."text", %s) > 0', phrase)
        return made

    def seqs(self, model, terms):
        """Rows of (number of the term, seq) of all entries that have each of the terms."""
        table, index = f'"{model._meta.db_table}"', f'"{model._meta.db_table}_fts"'
        made = Statement()
        for number, term in enumerate(terms):
            made.add("UNION ALL" if number else "")
            made.add(f"SELECT {number}, f.rowid FROM {index} f")
            if term.phrases:
                made.add(f"CROSS JOIN {table} e ON e.seq = f.rowid")
            made.add(f"WHERE f.{index} MATCH %s", expression(term))
            for phrase in term.phrases:
                made.add("AND instr(e.text, %s) > 0", phrase)
        return made

    def build(self, connection, model):
        """Make the index and its triggers where they are missing, then fill it.

        Django rebuilds a table for many migrations and so loses its triggers: without them the index is out of step.
        The ascii tokenizer takes every character beyond ASCII as a letter and folds none, so a token stays as it was made.
        """
        table = model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s", [f"{table}_fts_%"])
            if cursor.fetchone()[0] == 3:
                return
            for statement in BUILD:
                cursor.execute(statement.replace("ENTRIES_", table))

    def take_down(self, connection, model):
        with connection.cursor() as cursor:
            for event in ("insert", "delete", "update"):
                cursor.execute(f'DROP TRIGGER IF EXISTS "{model._meta.db_table}_fts_{event}"')


# What the log keeps: enough for a process that has not been asked for a while (axrc/search/memory.py).
LOGGED = """INSERT INTO search_change(mark, entries, seq) VALUES (random(), 'ENTRIES_', {seq});
            DELETE FROM search_change WHERE id <= last_insert_rowid() - 5000;"""

EVERYTHING_CHANGED = "INSERT INTO search_change(mark, entries, seq) VALUES (random(), 'ENTRIES_', NULL)"

BUILD = [
    """CREATE VIRTUAL TABLE IF NOT EXISTS "ENTRIES__fts" USING fts5(
           tokens, content="ENTRIES_", content_rowid="seq", detail="none", columnsize=0,
           tokenize="ascii tokenchars ':+-_'")""",
    'DROP TRIGGER IF EXISTS "ENTRIES__fts_insert"',
    'DROP TRIGGER IF EXISTS "ENTRIES__fts_delete"',
    'DROP TRIGGER IF EXISTS "ENTRIES__fts_update"',
    f"""CREATE TRIGGER "ENTRIES__fts_insert" AFTER INSERT ON "ENTRIES_" BEGIN
           INSERT INTO "ENTRIES__fts"(rowid, tokens) VALUES (new.seq, new.tokens);
           {LOGGED.format(seq="new.seq")}
       END""",
    f"""CREATE TRIGGER "ENTRIES__fts_delete" AFTER DELETE ON "ENTRIES_" BEGIN
           INSERT INTO "ENTRIES__fts"("ENTRIES__fts", rowid, tokens) VALUES ('delete', old.seq, old.tokens);
           {LOGGED.format(seq="old.seq")}
       END""",
    f"""CREATE TRIGGER "ENTRIES__fts_update" AFTER UPDATE ON "ENTRIES_" BEGIN
           INSERT INTO "ENTRIES__fts"("ENTRIES__fts", rowid, tokens) VALUES ('delete', old.seq, old.tokens);
           INSERT INTO "ENTRIES__fts"(rowid, tokens) VALUES (new.seq, new.tokens);
           {LOGGED.format(seq="new.seq")}
       END""",
    """INSERT INTO "ENTRIES__fts"("ENTRIES__fts") VALUES ('rebuild')""",
    EVERYTHING_CHANGED,
]


def expression(term):
    """The term in FTS5's language, its phrases left aside."""
    return " AND ".join(map(quoted, sorted(term.tokens)))


def quoted(token):
    return '"' + token.replace('"', '""') + '"'
