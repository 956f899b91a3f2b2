"""How long the database works for a page of the board: a word with none, one and two facets, at a given number of jobs.

    python -m bench.search --size 100000                                          SQLite
    DATABASE_URL=postgres://... python -m bench.search --size 100000    PostgreSQL, in axrc_bench_100000

The database of a size is kept between runs (var/bench/ or the server); --fresh makes it anew.
"""

import argparse
import statistics
import sys
import time

from bench.database import point_at_database

ROUNDS = 30
RARE_WORD = "竹编灯彩"
# One job in so many has the rare word.
RARE = 10_000
# So many jobs are made one by one; what is wanted beyond that is made of copies of them.
BASE = 100_000
SHIFT = 200_000

KINDS = {"middling": 0.01, "common": 0.1, "frequent": 0.3}

FACETS = {
    "no facet": "",
    "1 facet, wide": "&region=anxi",
    "1 facet, narrow": "&region=xiping",
    "2 facets, wide": "&region=anxi&salary=5000-7999",
    "2 facets, narrow": "&region=xiping&category=tea",
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--fresh", action="store_true")
    options = parser.parse_args()
    point_at_database(str(options.size), options.fresh)

    import django

    django.setup()
    prepare(options.size)
    measure(options.size)


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
            table, columns = model._meta.db_table, [field.column for field in model._meta.local_concrete_fields]
            taken = ", ".join(f"{column} + {copy * SHIFT}" if column in shifted else column for column in columns)
            cursor.execute(
                f"INSERT INTO {table} ({', '.join(columns)}) SELECT {taken} FROM {table} WHERE {own_key} <= {SHIFT}"
            )


def measure(size):
    from django.db import connection
    from django.http import QueryDict
    from django.utils import timezone

    from axrc.search.query import Query
    from jobs.filters import JobFilter
    from jobs.models import BoardEntry

    at = timezone.now()
    words = choose_words(size)
    print(f"\n{connection.vendor}, {size} jobs, milliseconds of database time, median of {ROUNDS} (slowest)\n")
    print("| word | hits | facets | page 1, newest | page 1, relevance | page 1, salary | page 50 | count |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for kind, word in words.items():
        hits = BoardEntry.objects.tally(Query.of(word), at=at, most=size)
        for label, parameters in FACETS.items():
            job_filter = JobFilter(QueryDict(f"q={word}{parameters}&sort=salary"))
            query = job_filter.query(at)
            columns = [timed(act) for act in acts(query, at, job_filter.order)]
            print(f"| {kind} {word} | {hits} | {label} | {' | '.join(columns)} |", flush=True)


def acts(query, at, order):
    """What is timed, a column each."""
    from jobs.models import BoardEntry

    entries = BoardEntry.objects
    return [
        lambda: entries.find(query, at=at),
        lambda: entries.find(query, at=at, order="relevance"),
        lambda: entries.find(query, at=at, order=order),
        lambda: entries.find(query, at=at, offset=980),
        lambda: entries.tally(query, at=at),
    ]


def choose_words(size):
    """The rare word, words near 1, 10 and 30 % of the jobs, and one of many characters."""
    from django.utils import timezone

    from axrc.search.query import Query
    from jobs.models import BoardEntry

    at = timezone.now()
    candidates = ["码放", "逐个", "服装", "布光", "车间", "沟通", "流程", "优先", "安溪"]
    shares = {word: BoardEntry.objects.tally(Query.of(word), at=at, most=size) / size for word in candidates}
    near = {kind: min(shares, key=lambda word: abs(shares[word] - share)) for kind, share in KINDS.items()}
    return {"rare": RARE_WORD, **near, "long": "铁观音制茶"}


def timed(act):
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        act()
        times.append((time.perf_counter() - started) * 1000)
    return f"{statistics.median(times):.1f} ({max(times):.1f})"


if __name__ == "__main__":
    main()
