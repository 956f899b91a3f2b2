"""Boards of a given number of jobs. A database is kept between runs (var/bench/ or the server)."""

import sys
import time

RARE_WORD = "竹编灯彩"
# One job in so many has the rare word.
RARE = 10_000
# So many jobs are made one by one; what is wanted beyond that is made of copies of them.
BASE = 100_000
SHIFT = 200_000


def prepare(size):
    from django.core.management import call_command
    from django.db import connection, transaction
    from django.utils import timezone

    from axrc.taxonomy import loading
    from jobs.models import BoardEntry, Job
    from pages.demo import companies, jobs

    call_command("migrate", verbosity=0)
    if Job.objects.filter(title__startswith=RARE_WORD).exists():
        return
    started = time.monotonic()
    if not Job.objects.exists():
        with transaction.atomic():
            loading.load()
            jobs.load(companies.load(timezone.now()), min(size, BASE), timezone.now())
            with BoardEntry.objects.rebuilding():
                for copy in range(1, size // BASE):
                    multiply(copy)
    for job in Job.objects.for_entries().filter(pk__in=rare_ids(size)):
        job.title = f"{RARE_WORD}师傅"
        job.save()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    print(f"loaded {size} jobs in {time.monotonic() - started:.0f} s", file=sys.stderr)


def rare_ids(size):
    """Every ten-thousandth job, in each of the copies."""
    places = range(RARE // 2, min(size, BASE), RARE)
    return [place + copy * SHIFT for copy in range(max(1, size // BASE)) for place in places]


def multiply(copy):
    """Add the first jobs and their entries once more, within the database."""
    from django.db import connection

    from jobs.models import BoardEntry, Job

    with connection.cursor() as cursor:
        for model, own_key, shifted in ((Job, "id", {"id"}), (BoardEntry, "seq", {"seq", "job_id"})):
            table, columns = model._meta.db_table, written(model)
            taken = ", ".join(f"{column} + {copy * SHIFT}" if column in shifted else column for column in columns)
            cursor.execute(
                f"INSERT INTO {table} ({', '.join(columns)}) SELECT {taken} FROM {table} WHERE {own_key} <= {SHIFT}"
            )


def written(model):
    """Columns that are written; the database fills the others."""
    return [field.column for field in model._meta.local_concrete_fields if not field.generated]
