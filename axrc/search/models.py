"""The indexed row of whatever is searched."""

from contextlib import contextmanager

from django.db import connections, models, transaction

from axrc.search import engines, memory
from axrc.search.engines.statement import Statement, moment, subject_column
from axrc.search.fields import TokensField
from axrc.search.query import Query
from axrc.web import page_cache


class EntryQuerySet(models.QuerySet):
    def current(self, at):
        """The entries that show at a moment."""
        return self.filter(dated_at__lte=at, ends_at__gt=at)


class EntryManager(models.Manager.from_queryset(EntryQuerySet)):
    def put(self, subject):
        """Make the subject's entry anew, on top of "newest"; take it away when there is nothing to find."""
        self.put_all([subject])

    @transaction.atomic
    def put_all(self, subjects):
        """Make the entries of many anew, in the order given (the last one is the newest)."""
        self.drop_all(subjects)
        entries = (self.model.of(subject) for subject in subjects)
        self.bulk_create([entry for entry in entries if entry], batch_size=500)
        self.changed()

    @transaction.atomic
    def revise(self, subject):
        """Bring the subject's entry up to date without moving it in the order."""
        old = self.filter(**{self.model.subject: subject}).only("pk").first()
        new = self.model.of(subject)
        if old and new:
            new.pk = old.pk
            new.save(force_update=True)
            self.changed()
        else:
            self.put(subject)

    def changed(self):
        """What this request has already read of the log is no longer the end of it."""
        memory.of(self.db).at = None
        page_cache.empty()

    def drop_all(self, subjects):
        self.filter(**{f"{self.model.subject}__in": [subject.pk for subject in subjects]}).delete()

    @contextmanager
    def rebuilding(self):
        """Write very many entries: the index is taken down before and built as a whole after."""
        connection = connections[self.db]
        engine = engines.of(connection)
        engine.take_down(connection, self.model)
        yield
        engine.build(connection, self.model)

    def find(self, query, *, at, order="newest", offset=0, limit=20):
        """Ids of the subjects found now, a page of them. Order is "newest", "relevance" or `Levels`.

        `at` is the present moment, the same object for all that one page asks. As time only goes on, what was shown at
        an earlier moment is not to be had cheaply.
        """
        return self.page_from(query, at, order, lambda total: offset, limit)[0]

    def page(self, query, *, at, order="newest", number=1, per_page=20, most=1000):
        """(ids, total) of a page of the first `most` found, the last page when there are fewer; total as of tally()."""
        ids, total = self.page_from(query, at, order, lambda total: first_of(number, per_page, total, most), per_page)
        return ids, min(total, most + 1)

    def page_from(self, query, at, order, first, limit):
        parts = query.tiers if order == "relevance" else getattr(order, "parts", ())
        with self.shown(at) as held:
            held.load([*query.all_clauses, *(clause for part in parts for clause in part)])
            hits = held.hits(query)
            return held.page(hits, parts, first(len(hits)), limit), len(hits)

    def read(self, ids, columns, *, at):
        """{id of a subject: the columns of its entry} of those that show. Columns are names, or (name, moment): is it later?

        Without the ORM, which takes longer to write such a statement than a database to answer it.
        """
        if not ids:
            return {}
        key, now = subject_column(self.model), moment(self.db, at)
        made = Statement(f'SELECT "{key}"')
        for column in columns:
            if isinstance(column, str):
                made.add(f', "{column}"')
            else:
                made.add(f', "{column[0]}" > %s', moment(self.db, column[1]))
        made.add(f'FROM "{self.model._meta.db_table}" WHERE dated_at <= %s AND ends_at > %s', now, now)
        made.add(f'AND "{key}" IN ({", ".join(["%s"] * len(ids))})', *ids)
        return {row[0]: row[1:] for row in made.rows(self.db)}

    def tally(self, query, *, at, most=1000):
        """How many there are, at the most `most + 1`, which means: more."""
        return self.tallies([query], at=at, most=most)[0]

    def tallies(self, queries, *, at, most=1000):
        """How many each of the queries finds."""
        with self.shown(at) as held:
            held.load(clause for query in queries for clause in query.all_clauses)
            return [min(len(held.hits(query)), most + 1) for query in queries]

    def counts(self, query, facets, *, at, most=1000):
        """How many each option of each facet has, at the most `most + 1`, a list for each facet.

        A facet is (clauses, options, adds): the clauses of what is chosen in it, for each of its options the tokens any of
        which it stands for, and whether an option adds to what is chosen. If not, it counts as if it alone were chosen.
        """
        with self.shown(at) as held:
            return held.counts(query, facets, most)

    def kept(self, read, at):
        """What read() gives, read again when any entry has changed."""
        return memory.of(self.db).kept(self.model._meta.db_table, read, at)

    def among(self, query, seqs, *, at):
        """Those of a few entries that the query finds now."""
        with self.shown(at) as held:
            return held.among(query, seqs)

    def shown(self, at):
        return memory.of(self.db).shown(self.model, at)


def first_of(number, per_page, total, most):
    """How many stand before a page, or before the last page when there are not so many."""
    last = max(1, -(-min(total, most) // per_page))
    return (min(number, last) - 1) * per_page


class Entry(models.Model):
    """What search knows of one subject: a narrow row of its own, so that the order of the rows is the order of recency.

    Nothing shows before `dated_at` or from `ends_at` on, so nothing has to run for it to come and go.
    """

    seq = models.BigAutoField(primary_key=True)
    dated_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    # Those of the tokens that are values of facets, with blanks between.
    facets = models.TextField()
    tokens = TokensField()
    text = models.TextField()

    objects = EntryManager()

    # The name of the foreign key to what is found.
    subject = None
    # What stands before the colon in `facets`.
    facet_kinds = frozenset()

    class Meta:
        abstract = True
        ordering = ["-seq"]
        indexes = [
            models.Index(fields=["dated_at"], name="%(class)s_dated"),
            models.Index(fields=["ends_at"], name="%(class)s_ends"),
        ]

    def matches(self, query):
        """Whether the query finds this entry, said without the database."""
        return query.matches(self.tokens, self.text)

    @classmethod
    def of(cls, subject):
        """The unsaved entry of a subject, or None when nobody may find it."""
        raise NotImplementedError


class Change(models.Model):
    """That an entry was written or taken away, in the order of commits; without a seq: any of them.

    Triggers write it, and drop what is old (axrc/search/engines/). The mark, drawn by lot, tells a change from another one
    that got the same number after a rollback.
    """

    mark = models.BigIntegerField()
    entries = models.CharField("table of entries", max_length=63)
    seq = models.BigIntegerField(null=True)

    class Meta:
        db_table = memory.LOG

    def __str__(self):
        return f"{self.entries} {self.seq}"


def totals(models, *, at, most=1000):
    """How many entries of each model show, each at the most `most + 1`."""
    return [model.objects.tally(Query(), at=at, most=most) for model in models]
