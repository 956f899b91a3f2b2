"""How much of what seekers should find first the board shows first.

    python -m bench.relevance                                      SQLite
    DATABASE_URL=postgres://... python -m bench.relevance    PostgreSQL, in axrc_bench_relevance

Prints the precision at 10 of every query, worst first; --missing also says what came instead.
"""

import argparse

from bench.database import point_at_database


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missing", action="store_true", help="say what is missing and what came instead")
    options = parser.parse_args()
    point_at_database("relevance", fresh=True)

    import django

    django.setup()
    report(options.missing)


def report(says_missing):
    from django.core.management import call_command
    from django.db import connection, transaction

    from bench.relevance import corpus
    from jobs.models import Job

    call_command("migrate", verbosity=0)
    with transaction.atomic():
        names = corpus.load()
    titles = {names[job.pk]: f"{job.title} ({job.company})" for job in Job.objects.select_related("company")}
    measured = sorted(corpus.measure(names), key=lambda line: line[1])
    mean = sum(line[1] for line in measured) / len(measured)
    print(f"\n{connection.vendor}, {len(names)} postings, {len(measured)} queries: mean precision at 10 is {mean:.3f}\n")
    print("| typed | worth finding | precision at 10 |")
    print("| --- | --- | --- |")
    for typed, precision, shown, wanted in measured:
        print(f"| {typed} | {len(wanted)} | {precision:.2f} |")
        if says_missing and precision < 1:
            places = shown[: min(corpus.FIRST, len(wanted))]
            print("    missing:", ", ".join(titles[name] for name in sorted(wanted - set(shown))))
            print("    instead:", ", ".join(titles[name] for name in places if name not in wanted))


if __name__ == "__main__":
    main()
