"""tsvector with a GIN index. Two ways to read it, and the choice is made here: the planner's own was off by a thousandfold.

Walking the entries by recency is cheap for what is frequent, the GIN index for what is rare. A look at the newest
entries tells which is which, and often is the answer already.
"""

from axrc.search.engines.paging import in_two_parts
from axrc.search.engines.statement import Statement, moment, subject_column

# How many of the newest entries are looked at first.
SAMPLE = 3000
# Hits per entry from which on counting by walking is cheaper than by the index.
FREQUENT = 0.05


class PostgreSQL:
    column_type = "tsvector"
    placeholder = "array_to_tsvector(%s::text[])"
    readable = "tsvector_to_array(%s)"

    def pack(self, tokens):
        return sorted(tokens)

    def unpack(self, value):
        return frozenset(value)

    def condition(self, alias, table, query):
        """The lookup's SQL."""
        made = Statement()
        if query:
            made.add(f'"{alias}"."tokens" @@ %s::tsquery', expression(query))
        else:
            made.add("TRUE")
        for phrase in query.phrases:
            made.add(f'AND position(%s IN "{alias}"."text") > 0', phrase)
        return f"({made.sql})", made.params

    def find(self, model, query, *, at, order, offset, limit):
        if order == "relevance":
            return in_two_parts(self, model, query, at=at, offset=offset, limit=limit)
        wanted = offset + limit
        if not query:
            hits = self.walk(model, query, at, order=order).add(by(order))
        elif order == "newest":
            sample = self.sample(model, query, at).add(by(order)).add("LIMIT %s", wanted).column(model)
            if len(sample) == wanted:
                return sample[offset:]
            hits = self.gathered(model, query, at, order)
        elif self.share(model, query, at) * SAMPLE >= limit:
            hits = self.walk(model, query, at, order=order).add(by(order))
        else:
            hits = self.gathered(model, query, at, order)
        return hits.add("LIMIT %s OFFSET %s", limit, offset).column(model)

    def tally(self, model, query, *, at, most):
        if query and self.share(model, query, at) < FREQUENT:
            hits = self.index(model, query, at)
        else:
            hits = self.walk(model, query, at).add(by("newest"))
        return Statement(f"SELECT count(*) FROM ({hits.sql} LIMIT %s) hits", [*hits.params, most + 1]).column(model)[0]

    def share(self, model, query, at):
        """Which part of the newest entries the query hits, from 0 to 1."""
        hits = self.sample(model, query, at)
        return Statement(f"SELECT count(*) FROM ({hits.sql}) hits", hits.params).column(model)[0] / SAMPLE

    def sample(self, model, query, at):
        newest = f'(SELECT * FROM "{model._meta.db_table}" ORDER BY seq DESC LIMIT {SAMPLE})'
        return self.walk(model, query, at, rows=newest)

    def walk(self, model, query, at, rows=None, order="newest"):
        """Test entry by entry: a function call instead of the operator, so that no index offers itself."""
        made = self.select(model, rows, order)
        if query:
            made.add("AND ts_match_vq(e.tokens, %s::tsquery)", expression(query))
        return self.shown(made, model, query, at)

    def index(self, model, query, at, order="newest"):
        made = self.select(model, order=order).add("AND e.tokens @@ %s::tsquery", expression(query))
        return self.shown(made, model, query, at)

    def gathered(self, model, query, at, order):
        """All hits of the index, then in order. The fence keeps the planner from walking in that order instead."""
        hits = self.index(model, query, at, order)
        return Statement(f"WITH e AS MATERIALIZED ({hits.sql}) SELECT subject FROM e", hits.params).add(by(order))

    def select(self, model, rows=None, order="newest"):
        rows = rows or f'"{model._meta.db_table}"'
        column = "" if order == "newest" else f', e."{order.column}"'
        return Statement(f'SELECT e."{subject_column(model)}" AS subject, e.seq{column} FROM {rows} e WHERE TRUE')

    def shown(self, made, model, query, at):
        made.add("AND e.dated_at <= %s AND e.ends_at > %s", moment(model, at), moment(model, at))
        for phrase in query.phrases:
            made.add("AND position(%s IN e.text) > 0", phrase)
        return made

    def build(self, connection, model):
        """Index the tokens; keep them in the row, uncompressed, where a walk reads them without a detour."""
        table = model._meta.db_table
        # Foreign keys are checked at the end of a transaction; an index can't be built while that is due.
        connection.check_constraints()
        with connection.cursor() as cursor:
            for statement in BUILD:
                cursor.execute(statement.replace("TABLE_", table))

    def take_down(self, connection, model):
        with connection.cursor() as cursor:
            cursor.execute(f'DROP INDEX IF EXISTS "{model._meta.db_table}_tokens"')


BUILD = [
    'CREATE INDEX IF NOT EXISTS "TABLE__tokens" ON "TABLE_" USING gin (tokens) WITH (fastupdate = off)',
    'ALTER TABLE "TABLE_" ALTER tokens SET STORAGE MAIN, ALTER text SET STORAGE EXTERNAL, ALTER tokens SET STATISTICS 1000',
]


def by(order):
    return "ORDER BY seq DESC" if order == "newest" else f'ORDER BY "{order.column}" DESC, seq DESC'


def expression(query):
    """The query in the language of tsquery."""
    made = " & ".join("(" + " | ".join(map(quoted, sorted(clause))) + ")" for clause in query.clauses)
    if query.without:
        made += f" & !({' & '.join(map(quoted, query.without))})"
    return made


def quoted(token):
    return "'" + token.replace("\\", "\\\\").replace("'", "''") + "'"
