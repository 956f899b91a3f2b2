"""What seekers mean comes first (bench/relevance/, judged before tuning)."""

import pytest

from bench.relevance import corpus

pytestmark = pytest.mark.django_db

ENOUGH = 0.9


def test_the_first_ten_are_what_people_meant():
    measured = list(corpus.measure(corpus.load()))
    mean = sum(precision for _, precision, _, _ in measured) / len(measured)
    worst = [f"{typed} {precision:.2f}" for typed, precision, _, _ in sorted(measured, key=lambda line: line[1])[:10]]
    assert mean >= ENOUGH, worst


def test_the_judgements_are_about_postings_that_exist():
    ids = {row["id"] for row in corpus.rows("postings.csv")}
    judged = corpus.queries()
    assert len(ids) >= 250
    assert len({typed for typed, _ in judged}) >= 60
    assert all(wanted and wanted <= ids for _, wanted in judged)
