"""FTS5: an external-content table beside each table of entries, kept in step by triggers."""

from axrc.search.engines.statement import Statement, counted, first_of, moment, subject_column

# More hits than this are not sorted by a column but read step by step.
SORTED_AT_MOST = 2000


class SQLite:
    column_type = "text"
    placeholder = "%s"
    readable = "%s"

    def pack(self, tokens):
        return " ".join(sorted(tokens))

    def unpack(self, value):
        return frozenset(value.split(" "))

    def condition(self, alias, table, query):
        """The lookup's SQL."""
        index = f'"{table}_fts"'
        made = Statement()
        if query:
            made.add(f'{alias}."seq" IN (SELECT rowid FROM {index} WHERE {index} MATCH %s)', expression(query))
        else:
            made.add("1 = 1")
        for phrase in query.phrases:
            made.add(f'AND instr({alias}."text", %s) > 0', phrase)
        return f"({made.sql})", made.params

    def find(self, model, query, *, at, order, offset, limit):
        """Relevance is a search in two parts, hits in the title first."""
        if order == "relevance":
            made = self.chained(model, query.by_relevance(), at, offset + limit)
        elif order == "newest":
            made = self.hits(model, query, at).add("ORDER BY 1 DESC")
        elif self.tallies(model, [query], at=at, most=SORTED_AT_MOST)[0] <= SORTED_AT_MOST:
            made = self.hits(model, query, at).add(f'ORDER BY e."{order.column}" DESC, 1 DESC')
        else:
            parts = [query.narrowed([order.token(level)]) for level in sorted(order.levels, reverse=True)]
            made = self.chained(model, parts, at, offset + limit)
        return [row[1] for row in made.add("LIMIT %s OFFSET %s", limit, offset).rows(model)]

    def page(self, model, query, *, at, order, number, per_page, most):
        total = self.tallies(model, [query], at=at, most=most)[0]
        offset = first_of(number, per_page, total, most)
        return self.find(model, query, at=at, order=order, offset=offset, limit=per_page) if total else [], total

    def tallies(self, model, queries, *, at, most):
        return counted([self.hits(model, query, at) for query in queries], most).rows(model)[0]

    def hits(self, model, query, at):
        """Rows of (seq, subject). The index leads and streams newest first; the entry says whether the hit shows."""
        table = f'"{model._meta.db_table}"'
        subject = f'e."{subject_column(model)}"'
        made = Statement()
        if query:
            index = f'"{model._meta.db_table}_fts"'
            made.add(
                f"SELECT f.rowid, {subject} FROM {index} f CROSS JOIN {table} e ON e.seq = f.rowid WHERE f.{index} MATCH %s"
            )
            made.params.append(expression(query))
        else:
            made.add(f"SELECT e.seq, {subject} FROM {table} e WHERE 1 = 1")
        made.add("AND e.dated_at <= %s AND e.ends_at > %s", moment(model, at), moment(model, at))
        for phrase in query.phrases:
            made.add("AND instr(e.text, %s) > 0", phrase)
        return made

    def chained(self, model, parts, at, wanted):
        """The hits of several queries in turn, each newest first; a part is read when those before it were too few."""
        made = Statement("SELECT * FROM (")
        for number, part in enumerate(parts):
            hits = self.hits(model, part, at)
            made.add("UNION ALL" if number else "").add(
                f"SELECT * FROM ({hits.sql} ORDER BY 1 DESC LIMIT %s)", *hits.params, wanted
            )
        return made.add(")")

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
                cursor.execute(statement.replace("TABLE_", table))

    def take_down(self, connection, model):
        with connection.cursor() as cursor:
            for event in ("insert", "delete", "update"):
                cursor.execute(f'DROP TRIGGER IF EXISTS "{model._meta.db_table}_fts_{event}"')


BUILD = [
    """CREATE VIRTUAL TABLE IF NOT EXISTS "TABLE__fts" USING fts5(
           tokens, content="TABLE_", content_rowid="seq", detail="none", columnsize=0,
           tokenize="ascii tokenchars ':+-_'")""",
    'DROP TRIGGER IF EXISTS "TABLE__fts_insert"',
    'DROP TRIGGER IF EXISTS "TABLE__fts_delete"',
    'DROP TRIGGER IF EXISTS "TABLE__fts_update"',
    """CREATE TRIGGER "TABLE__fts_insert" AFTER INSERT ON "TABLE_" BEGIN
           INSERT INTO "TABLE__fts"(rowid, tokens) VALUES (new.seq, new.tokens);
       END""",
    """CREATE TRIGGER "TABLE__fts_delete" AFTER DELETE ON "TABLE_" BEGIN
           INSERT INTO "TABLE__fts"("TABLE__fts", rowid, tokens) VALUES ('delete', old.seq, old.tokens);
       END""",
    """CREATE TRIGGER "TABLE__fts_update" AFTER UPDATE OF seq, tokens ON "TABLE_" BEGIN
           INSERT INTO "TABLE__fts"("TABLE__fts", rowid, tokens) VALUES ('delete', old.seq, old.tokens);
           INSERT INTO "TABLE__fts"(rowid, tokens) VALUES (new.seq, new.tokens);
       END""",
    """INSERT INTO "TABLE__fts"("TABLE__fts") VALUES ('rebuild')""",
]


def expression(query):
    """The query in FTS5's language: rarest-looking clauses need no place of their own, FTS5 zips sorted lists."""
    made = " AND ".join("(" + " OR ".join(map(quoted, sorted(clause))) + ")" for clause in query.clauses)
    if query.without:
        made = f"({made}) NOT ({' AND '.join(map(quoted, query.without))})"
    return made


def quoted(token):
    return '"' + token.replace('"', '""') + '"'
