"""How long a step to the previous or next article takes, among few and among many.

python -m bench.news                              SQLite
DATABASE_URL=postgres://... python -m bench.news   PostgreSQL
"""

import statistics
import time

from bench.database import point_at_database

SIZES = [1_000, 100_000]
STEPS = 60


def main():
    point_at_database("news", fresh=True)

    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from tests.news.many import fill

    call_command("migrate", verbosity=0)
    print(f"{connection.vendor}: median of a step in milliseconds, {STEPS} steps each way from both ends and the middle\n")
    made = 0
    for size in SIZES:
        fill(size - made)
        made = size
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        print(f"| {size} articles | {measured():.2f} |", flush=True)


def measured():
    from news.models import Article

    ids = list(Article.objects.published().order_by("published_at", "pk").values_list("pk", flat=True))
    took = []
    for start in (0, len(ids) // 2, len(ids) - STEPS):
        part = ids[start : start + STEPS]
        for step, path in ((Article.next, part), (Article.previous, part[::-1])):
            article = Article.objects.get(pk=path[0])
            for _ in path[1:]:
                started = time.perf_counter()
                article = step(article)
                took.append((time.perf_counter() - started) * 1000)
    return statistics.median(took)


if __name__ == "__main__":
    main()
