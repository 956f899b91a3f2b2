"""How long previous and next take, and whether a walk from one end to the other meets every article once.

    python -m bench.neighbours --size 100000          in a database of its own; DATABASE_URL for PostgreSQL

The figures stand in bench/news.md.
"""

import argparse
import os
import statistics
import time
from pathlib import Path


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=100_000)
    options = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "axrc.settings"
    os.environ["DEBUG"] = "1"
    if "DATABASE_URL" not in os.environ:
        os.environ["VAR_DIR"] = str(Path("var/bench").resolve() / f"news-{options.size}")

    import django

    django.setup()
    prepare(options.size)
    measure()


def prepare(size):
    from django.core.management import call_command
    from django.db import connection

    from news.models import Article
    from tests.news.many import fill

    call_command("migrate", verbosity=0)
    if Article.objects.count() != size:
        Article.objects.all().delete()
        fill(size)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def measure():
    from django.db import connection, reset_queries

    from news.models import Article

    expected = list(Article.objects.published().order_by("published_at", "pk").values_list("pk", flat=True))
    for name, step, ids in (("next", Article.next, expected), ("previous", Article.previous, expected[::-1])):
        article, met, took = Article.objects.get(pk=ids[0]), [], []
        while article:
            met.append(article.pk)
            started = time.perf_counter()
            article = step(article)
            took.append((time.perf_counter() - started) * 1000)
            reset_queries()
        took.sort()
        print(
            f"{connection.vendor} {name}: {len(met)} articles, each once and in order: {met == ids}; "
            f"median {statistics.median(took):.2f} ms, 99 of 100 below {took[len(took) * 99 // 100]:.2f} ms"
        )


if __name__ == "__main__":
    main()
