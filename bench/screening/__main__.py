"""How well the screen of postings tells what the law does not allow from what is harmless, and how long it takes.

    python -m bench.screening                                      SQLite
    DATABASE_URL=postgres://... python -m bench.screening    PostgreSQL, in axrc_bench_screening

--wrong lists what went wrong in the half for writing; what is held back is never shown.
"""

import argparse
import csv
import timeit
from pathlib import Path

from bench.database import point_at_database


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="show what went wrong in the half for writing")
    options = parser.parse_args()
    point_at_database("screening", fresh=True)

    import django

    django.setup()
    report(options.wrong)


def postings():
    with (Path(__file__).parents[1] / "relevance" / "postings.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def report(shows_wrong):
    from django.core.management import call_command

    from bench.screening.sentences import halves, measure
    from jobs.models import ScreeningRule
    from jobs.screening import screen

    call_command("migrate", verbosity=0)
    print(f"\n{ScreeningRule.objects.count()} rules\n")
    print("| half | sentences | harmless | precision | recall |")
    print("| --- | --- | --- | --- | --- |")
    writing, held_back = halves()
    for name, sentences in [("for writing", writing), ("held back", held_back)]:
        precision, recall, wrong = measure(sentences, screen)
        harmless = sum(not wanted for _, wanted in sentences)
        print(f"| {name} | {len(sentences)} | {harmless} | {precision:.3f} | {recall:.3f} |")
        if shows_wrong and sentences is writing:
            for text, wanted, found in wrong:
                print("   ", text, wanted, found)
    ordinary = "。".join(piece for row in postings() for piece in row.values() if len(piece) > 8)[:1000]
    hard = "。".join(text for text, _ in writing)[:1000]
    for name, text in [("of ordinary postings", ordinary), ("of these sentences", hard)]:
        taken = min(timeit.repeat(lambda text=text: screen(text), number=50, repeat=5)) / 50
        print(f"\n{len(text)} characters {name}: {taken * 1000:.2f} ms")


if __name__ == "__main__":
    main()
