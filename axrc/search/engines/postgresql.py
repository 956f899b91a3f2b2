"""tsvector with a GIN index. Two ways to read it, and the choice is made here: the planner's own was off by a thousandfold.

Walking the entries in order is cheap for what is frequent, gathering all hits by the index for what is rare. A look at
the newest entries tells how frequent a query is.
"""

from dataclasses import dataclass

from axrc.search.engines.statement import Statement, counted, first_of, moment, subject_column

# How many of the newest entries are looked at.
SAMPLE = 3000
# What finding a hit in the index costs beside reading its entry.
LOOKUP = 0.15


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
            made.add(f'{alias}."tokens" @@ %s::tsquery', expression(query))
        else:
            made.add("TRUE")
        for phrase in query.phrases:
            made.add(f'AND position(%s IN {alias}."text") > 0', phrase)
        return f"({made.sql})", made.params

    def page(self, model, query, *, at, order, number, per_page, most):
        """Count and page, with one look at the newest entries for both."""
        parts = self.parts(query, order)
        whole, *found = self.frequencies(model, (query, *parts))
        total = counted([self.countable(model, query, at, most, whole)], most).column(model)[0]
        offset = first_of(number, per_page, total, most)
        return self.ordered(model, parts, found, at, order, offset, per_page) if total else [], total

    def find(self, model, query, *, at, order, offset, limit):
        parts = self.parts(query, order)
        return self.ordered(model, parts, self.frequencies(model, parts), at, order, offset, limit)

    def parts(self, query, order):
        """Relevance is a search in two parts."""
        return query.by_relevance() if order == "relevance" else (query,)

    def ordered(self, model, parts, found, at, order, offset, limit):
        """The parts one after the other; each is walked or gathered as is cheaper."""
        column = "NULL" if order in ("newest", "relevance") else f'e."{order.column}"'
        made = Statement("SELECT subject FROM (")
        for number, part in enumerate(parts):
            columns = f'{number} AS part, {column} AS rank, e.seq, e."{subject_column(model)}" AS subject'
            if found[number].is_walked(offset + limit):
                hits = self.walk(model, part, at, columns)
                ceiling = max(order.levels) if column != "NULL" else None
                if ceiling is not None:
                    hits.add(f"AND {column} <= %s", ceiling)
                hits.add("ORDER BY" if column == "NULL" else f"ORDER BY {column} DESC,").add("e.seq DESC")
            else:
                # The fence keeps the planner from walking in the order that is asked for.
                hits = self.index(model, part, at, columns)
                hits = Statement(f"SELECT * FROM ({hits.sql} OFFSET 0) hits", hits.params).add(
                    "ORDER BY rank DESC, seq DESC"
                )
            made.add("UNION ALL" if number else "").add(
                f"(SELECT * FROM ({hits.sql} LIMIT %s) part)", *hits.params, offset + limit
            )
        return made.add(") hits ORDER BY part, rank DESC, seq DESC LIMIT %s OFFSET %s", limit, offset).column(model)

    def tallies(self, model, queries, *, at, most):
        found = zip(queries, self.frequencies(model, queries), strict=True)
        hits = [self.countable(model, query, at, most, frequency) for query, frequency in found]
        return counted(hits, most).rows(model)[0]

    def countable(self, model, query, at, most, frequency):
        if frequency.is_walked(most + 1, needs_all=False):
            return self.walk(model, query, at, "1").add("ORDER BY e.seq DESC")
        else:
            return self.index(model, query, at, "1")

    def frequencies(self, model, queries):
        """How frequent each query is among the newest entries. Few entries are not worth the look."""
        if not any(queries):
            return [Frequency(1.0, 0)] * len(queries)
        elif not model.is_large:
            return [Frequency(0.0 if query else 1.0, 0) for query in queries]
        else:
            table = f'"{model._meta.db_table}"'
            made = Statement("SELECT (SELECT reltuples FROM pg_class WHERE oid = %s::regclass)", [table])
            for query in queries:
                tested = self.tested(query)
                made.add(f", count(*) FILTER (WHERE {tested.sql})", *tested.params)
            made.add(f"FROM (SELECT * FROM {table} ORDER BY seq DESC LIMIT {SAMPLE}) e")
            total, *counts = made.rows(model)[0]
            return [Frequency(count / SAMPLE, total) for count in counts]

    def walk(self, model, query, at, columns):
        tested = self.tested(query)
        return self.shown(model, at, columns).add(f"AND {tested.sql}", *tested.params)

    def tested(self, query):
        """The condition for one entry: a function call instead of the operator, so that no index offers itself."""
        if not query:
            return Statement("TRUE")
        made = Statement("ts_match_vq(e.tokens, %s::tsquery)", [expression(query)])
        return self.with_phrases(made, query)

    def index(self, model, query, at, columns):
        made = self.shown(model, at, columns).add("AND e.tokens @@ %s::tsquery", expression(query))
        return self.with_phrases(made, query)

    def with_phrases(self, made, query):
        for phrase in query.phrases:
            made.add("AND position(%s IN e.text) > 0", phrase)
        return made

    def shown(self, model, at, columns):
        made = Statement(f'SELECT {columns} FROM "{model._meta.db_table}" e')
        return made.add("WHERE e.dated_at <= %s AND e.ends_at > %s", moment(model, at), moment(model, at))

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


@dataclass(frozen=True)
class Frequency:
    """The share of the entries that a query hits, from 0 to 1, and how many entries there are."""

    share: float
    total: float

    def is_walked(self, wanted, needs_all=True):
        """Whether reading entries until enough are hits costs less than reading the hits by the index.

        To bring them in order it needs all of them; to count, only as many as are wanted.
        """
        if not self.share:
            return False
        hits = self.share * self.total
        by_index = hits if needs_all else LOOKUP * hits + min(hits, wanted)
        return wanted / self.share <= by_index or not self.total


def expression(query):
    """The query in the language of tsquery."""
    made = " & ".join("(" + " | ".join(map(quoted, sorted(clause))) + ")" for clause in query.clauses)
    if query.without:
        made += f" & !({' & '.join(map(quoted, query.without))})"
    return made


def quoted(token):
    return "'" + token.replace("\\", "\\\\").replace("'", "''") + "'"
