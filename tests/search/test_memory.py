"""What a process holds in memory is what the database holds, whoever changed it and whenever."""

import threading

import pytest
from django.db import connection, connections, transaction
from django.utils import timezone

from axrc.search import memory
from axrc.search.query import Query
from jobs.models import BoardEntry, Job
from tests.factories import CompanyFactory, JobFactory, hence


def found(typed="", at=None):
    return BoardEntry.objects.find(Query.of(typed), at=at or timezone.now())


def sets():
    """All that is held of the board: every set by its name."""
    with BoardEntry.objects.shown(timezone.now()) as held:
        facets = {token: list(seqs) for token, seqs in held.facets.items() if seqs}
        kinds = held.model.facet_kinds
        counts = held.columns_for(kinds).counts(held.showing, kinds)
        assert {token: count for token, count in counts.items() if count} == {
            token: len(seqs & held.showing) for token, seqs in held.facets.items() if seqs & held.showing
        }
        return facets, {term: list(seqs) for term, seqs in held.words.items()}, list(held.showing)


def fresh():
    """The same, read anew."""
    words = sets()[1]
    memory.of("default").forget()
    with BoardEntry.objects.shown(timezone.now()) as held:
        held.load([[term] for term in words])
    return sets()


@pytest.mark.django_db
def test_every_change_reaches_every_set():
    first, second = JobFactory(title="会计"), JobFactory(title="司机")
    for typed in ("会计", "司机", "焊工", "制茶师傅"):
        found(typed)
    first.title = "焊工"
    first.salary_min, first.salary_max = 9000, 12000
    first.save()
    second.paused_at = timezone.now()
    second.save()
    third = JobFactory(title="制茶师傅")
    assert sets() == fresh()
    assert (found("会计"), found("焊工"), found("司机"), found("制茶师傅")) == ([], [first.pk], [], [third.pk])


@pytest.mark.django_db
def test_a_change_behind_the_managers_back_is_seen_as_well():
    """By a statement of another program, say."""
    first, second = JobFactory(title="会计"), JobFactory(title="会计")
    assert len(found("会计")) == 2
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM jobs_boardentry WHERE job_id = %s", [first.pk])
    assert found("会计") == [second.pk]
    assert sets() == fresh()


@pytest.mark.django_db
def test_what_was_rolled_back_was_never_there():
    job = JobFactory(title="会计")
    with transaction.atomic():
        JobFactory(title="会计")
        assert len(found("会计")) == 2
        transaction.set_rollback(True)
    assert found("会计") == [job.pk]
    other = JobFactory(title="会计")
    assert found("会计") == [other.pk, job.pk]
    assert sets() == fresh()


@pytest.mark.django_db
def test_a_rolled_back_change_is_told_from_another_one_with_its_number():
    with transaction.atomic():
        JobFactory(title="会计")
        assert len(found("会计")) == 1
        transaction.set_rollback(True)
    job = JobFactory(title="司机")
    assert (found("会计"), found("司机")) == ([], [job.pk])


@pytest.mark.django_db
def test_time_alone_brings_and_takes_jobs():
    moments = [hence(seconds=1), hence(minutes=30), hence(hours=3), hence(days=40)]
    company = CompanyFactory(verified_until=hence(days=170))
    coming = [JobFactory(company=company, published_at=at, refreshed_at=at, ends_at=hence(days=60)).pk for at in moments]
    going = [JobFactory(company=company, ends_at=at).pk for at in moments]
    found()
    for number, at in enumerate(moments):
        before, after = at.replace(microsecond=max(0, at.microsecond - 1)), at.replace()
        if before < at:
            assert going[number] in found(at=before)
            assert coming[number] not in found(at=before)
        shown = found(at=after)
        assert going[number] not in shown
        assert coming[number] in shown
    assert found(at=hence(days=61)) == []


@pytest.mark.django_db
def test_a_job_that_was_renewed_stays_when_its_old_end_comes():
    job = JobFactory(ends_at=hence(hours=2))
    found()
    job.ends_at = hence(days=30)
    job.save()
    assert found(at=hence(hours=3)) == [job.pk]


@pytest.mark.django_db
def test_after_very_many_changes_everything_is_read_anew(monkeypatch):
    found("会计")
    monkeypatch.setattr("axrc.search.memory.CHANGES", 3)
    jobs = [JobFactory(title="会计").pk for _ in range(6)]
    assert found("会计") == jobs[::-1]
    assert sets() == fresh()


@pytest.mark.django_db
def test_only_the_words_asked_for_last_are_kept(monkeypatch):
    monkeypatch.setattr("axrc.search.memory.WORDS", 3)
    JobFactory(title="会计")
    for typed in ("司机", "会计", "焊工", "普工", "会计", "茶艺"):
        found(typed)
    kept = {next(iter(term.tokens)) for term in sets()[1]}
    assert kept == {"会计", "普工", "茶艺"}


@pytest.mark.django_db
def test_the_log_does_not_grow():
    from axrc.search.models import Change

    job = JobFactory()
    with connection.cursor() as cursor:
        last = Change.objects.latest("pk").pk
        cursor.execute("INSERT INTO search_change(id, mark, entries) VALUES (%s, 1, 'other')", [last + 5000])
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT setval(pg_get_serial_sequence('search_change', 'id'), %s)", [last + 5000])
    job.save()
    assert not Change.objects.filter(pk__lte=last).exists()


@pytest.mark.django_db(transaction=True)
def test_what_another_connection_commits_is_seen_at_once_and_not_before():
    first = JobFactory(title="会计")
    assert found("会计") == [first.pk]
    steps, done = threading.Barrier(2), []

    def elsewhere():
        try:
            with transaction.atomic():
                done.append(JobFactory(title="会计").pk)
                if connection.vendor == "postgresql":
                    steps.wait(10)
                    steps.wait(10)
        finally:
            connections.close_all()

    thread = threading.Thread(target=elsewhere)
    thread.start()
    if connection.vendor == "postgresql":
        steps.wait(10)
        assert found("会计") == [first.pk]
        steps.wait(10)
    thread.join(10)
    assert found("会计") == [*done, first.pk]


@pytest.mark.django_db(transaction=True)
def test_changes_that_are_committed_out_of_turn_are_all_seen():
    """Four writers at once and a reader in between: at the end nothing was missed."""
    if connection.vendor == "sqlite":
        pytest.skip("SQLite lets one write at a time")
    company = CompanyFactory()
    template = JobFactory(company=company, title="会计")
    found("会计")
    stop = threading.Event()
    errors = []

    def write(number):
        try:
            for _ in range(6):
                with transaction.atomic():
                    JobFactory(company=company, category=template.category, region=template.region, title=f"会计{number}")
        except Exception as error:  # told below, in the thread of the test
            errors.append(error)
        finally:
            connections.close_all()

    def read():
        try:
            while not stop.is_set():
                found("会计")
        finally:
            connections.close_all()

    writers = [threading.Thread(target=write, args=[number]) for number in range(4)]
    reader = threading.Thread(target=read)
    for thread in [reader, *writers]:
        thread.start()
    for thread in writers:
        thread.join(60)
    stop.set()
    reader.join(10)
    assert errors == []
    assert len(BoardEntry.objects.find(Query.of("会计"), at=timezone.now(), limit=100)) == Job.objects.count() == 25
