"""The indexed row of whatever is searched."""

from contextlib import contextmanager

from django.db import connections, models, transaction

from axrc.search import engines
from axrc.search.engines.statement import Statement, counted, moment
from axrc.search.fields import TokensField
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
        page_cache.empty()

    @transaction.atomic
    def revise(self, subject):
        """Bring the subject's entry up to date without moving it in the order."""
        old = self.filter(**{self.model.subject: subject}).only("pk").first()
        new = self.model.of(subject)
        if old and new:
            new.pk = old.pk
            new.save(force_update=True)
            page_cache.empty()
        else:
            self.put(subject)

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
        """Ids of the subjects found at a moment, a page of them. Order is "newest", "relevance" or a `Highest`."""
        return engines.current(self.db).find(self.model, query, at=at, order=order, offset=offset, limit=limit)

    def page(self, query, *, at, order="newest", number=1, per_page=20, most=1000):
        """(ids, total) of a page of the first `most` found, the last page when there are fewer; total as of tally()."""
        return engines.current(self.db).page(
            self.model, query, at=at, order=order, number=number, per_page=per_page, most=most
        )

    def tally(self, query, *, at, most=1000):
        """How many there are, at the most `most + 1`, which means: more."""
        return self.tallies([query], at=at, most=most)[0]

    def tallies(self, queries, *, at, most=1000):
        """How many each of the queries finds."""
        return engines.current(self.db).tallies(self.model, queries, at=at, most=most) if queries else []


class Entry(models.Model):
    """What search knows of one subject: a narrow row of its own, so that the order of the rows is the order of recency.

    Nothing shows before `dated_at` or from `ends_at` on, so nothing has to run for it to come and go.
    """

    seq = models.BigAutoField(primary_key=True)
    dated_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    tokens = TokensField()
    text = models.TextField()

    objects = EntryManager()

    # The name of the foreign key to what is found.
    subject = None
    # Whether there may be so many that reading all hits of a frequent word takes too long.
    is_large = False

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


def totals(models, *, at, most=1000):
    """How many entries of each model show, each at the most `most + 1`, in one statement."""
    rows = []
    for model in models:
        now = moment(model, at)
        rows.append(Statement(f'SELECT 1 FROM "{model._meta.db_table}" WHERE dated_at <= %s AND ends_at > %s', [now, now]))
    return counted(rows, most).rows(models[0])[0]
