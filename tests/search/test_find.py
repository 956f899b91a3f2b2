"""The engine of the database finds what plain reading finds: every job that holds the words, and no other."""

import re
import unicodedata

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from axrc.search.query import Query, Term
from axrc.taxonomy import lists, loading
from jobs.filters import HIGHEST_PAY_FIRST
from jobs.models import BoardEntry, Job
from jobs.values import pay_level
from pages.demo import companies, jobs

# One worker loads the jobs once for all of them.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("search")]

NUMBER = 400
MOST = 10_000


@pytest.fixture(scope="module")
def _loaded(django_db_setup, django_db_blocker):
    """In a transaction around those of the tests, each of which takes back what it did."""
    with django_db_blocker.unblock(), transaction.atomic():
        loading.load()
        lists.changed()
        now = timezone.now()
        jobs.load(companies.load(now), NUMBER, now)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo_jobs(_loaded, db):
    return list(Job.objects.live().for_rows())


def fields(job):
    return [job.title, job.company.name, job.category.name, job.region.name, job.description, job.requirements]


def fold(text):
    text = unicodedata.normalize("NFKC", text).lower()
    return text.replace("c++", " cplusplus ").replace("c#", " csharp ").replace(".net", " dotnet ")


def pattern(word):
    """The word as it is read: Latin words and numbers whole, blanks between Chinese and Latin as anybody likes."""
    runs = re.findall(r"[一-鿿]+|[a-z0-9]+", word)
    made = r"\s*".join(runs)
    lead = r"(?<![a-z0-9])" if runs[0].isascii() else ""
    tail = r"(?![a-z0-9])" if runs[-1].isascii() else ""
    return re.compile(lead + made + tail)


def read(job_texts, typed):
    """Ids of the jobs that hold every word, found by reading them all."""
    pieces = [piece for part in typed.split() for piece in re.findall(r"[一-鿿a-z0-9]+", fold(part))]
    patterns = [pattern(piece) for piece in pieces]
    return {pk for pk, texts in job_texts.items() if all(any(p.search(text) for text in texts) for p in patterns)}


def full_width(text):
    return "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in text)


def test_search_equals_reading(demo_jobs):
    job_texts = {job.pk: [fold(text) for text in fields(job)] for job in demo_jobs}
    texts = [text for job in demo_jobs for text in fields(job)]

    @st.composite
    def words(draw):
        text = draw(st.sampled_from(texts))
        start = draw(st.integers(0, len(text) - 1))
        word = text[start : start + draw(st.integers(1, 9))]
        change = draw(st.sampled_from([str, str.upper, str.lower, full_width, lambda word: word[::-1]]))
        return change(word)

    typed = st.lists(words(), min_size=1, max_size=3).map(" ".join) | st.sampled_from(
        [
            "CNC",
            "cnc",
            "C++",
            "3D",
            "３Ｄ",
            "ＣＮＣ",
            "茶",
            "会计",
            "制茶师",
            "铁观音 包装",
            "LED",
            "led灯",
            "PLC",
            "C1",
            "Excel",
        ]
    )

    @settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
    @given(typed)
    def check(typed):
        query = Query.of(typed)
        if query:
            at = timezone.now()
            expected = read(job_texts, typed)
            for order in ("newest", "relevance", HIGHEST_PAY_FIRST):
                found = BoardEntry.objects.find(query, at=at, order=order, limit=MOST)
                assert set(found) == expected, (typed, order)
                assert len(found) == len(expected), (typed, order)
            assert BoardEntry.objects.tally(query, at=at, most=MOST) == len(expected)
            assert (
                set(BoardEntry.objects.current(at).filter(tokens__matches=query).values_list("job_id", flat=True))
                == expected
            )

    check()


def test_python_and_the_engine_agree(demo_jobs):
    """An alert is matched in plain Python and must send what the board shows."""
    entries = list(BoardEntry.objects.current(timezone.now()))
    tokens = sorted(set().union(*(entry.tokens for entry in entries)))
    terms = st.builds(Term, st.frozensets(st.sampled_from(tokens), min_size=1, max_size=3))
    clause = st.frozensets(terms, min_size=1, max_size=3)
    queries = st.builds(lambda clauses: Query(clauses=tuple(clauses)), st.lists(clause, min_size=1, max_size=4))

    @settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
    @given(queries)
    def check(query):
        found = set(BoardEntry.objects.find(query, at=timezone.now(), limit=MOST))
        assert found == {entry.job_id for entry in entries if entry.matches(query)}
        assert found == set(
            BoardEntry.objects.current(timezone.now()).filter(tokens__matches=query).values_list("job_id", flat=True)
        )

    check()


@pytest.mark.parametrize("typed", ["茶", "安溪", "铁观音", "会计 凭证"])
@pytest.mark.parametrize("order", ["newest", "relevance", HIGHEST_PAY_FIRST])
def test_pages_follow_each_other_without_gap_or_repeat(demo_jobs, typed, order):
    query, at = Query.of(typed), timezone.now()
    whole = BoardEntry.objects.find(query, at=at, order=order, limit=MOST)
    pages = [
        BoardEntry.objects.find(query, at=at, order=order, offset=start, limit=7) for start in range(0, len(whole) + 7, 7)
    ]
    assert [pk for page in pages for pk in page] == whole
    assert len(set(whole)) == len(whole)


def test_newest_first_means_last_refreshed_first(demo_jobs):
    found = Job.objects.in_order(BoardEntry.objects.find(Query.of("安溪"), at=timezone.now(), limit=MOST))
    assert found == sorted(found, key=lambda job: job.refreshed_at, reverse=True)


def test_relevance_puts_hits_in_the_title_first(demo_jobs):
    found = Job.objects.in_order(BoardEntry.objects.find(Query.of("会计"), at=timezone.now(), order="relevance", limit=MOST))
    in_title = ["会计" in job.title for job in found]
    assert in_title == sorted(in_title, reverse=True)
    assert len(set(in_title)) == 2


def test_highest_pay_first_goes_by_the_guaranteed_month(demo_jobs):
    found = Job.objects.in_order(
        BoardEntry.objects.find(Query.of("安溪"), at=timezone.now(), order=HIGHEST_PAY_FIRST, limit=MOST)
    )
    pay = [pay_level(job.monthly_pay[0]) for job in found]
    assert pay == sorted(pay, reverse=True)


def test_counting_stops_at_its_limit(demo_jobs):
    query = Query.of("安溪")
    assert BoardEntry.objects.tally(query, at=timezone.now(), most=10) == 11


def test_the_index_is_made_again_when_a_migration_lost_its_triggers(demo_jobs):
    from django.apps import apps
    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("only SQLite has triggers")
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER jobs_boardentry_fts_insert")
        cursor.execute("DELETE FROM jobs_boardentry WHERE seq % 2 = 0")
        cursor.execute("DROP TRIGGER jobs_boardentry_fts_delete")
        cursor.execute("DELETE FROM jobs_boardentry WHERE seq % 3 = 0")
    from django.db.models.signals import post_migrate

    post_migrate.send(apps.get_app_config("jobs"), app_config=apps.get_app_config("jobs"), using="default", verbosity=0)
    query, at = Query.of("安溪"), timezone.now()
    assert BoardEntry.objects.tally(query, at=at) == BoardEntry.objects.current(at).filter(tokens__matches=query).count() > 0
