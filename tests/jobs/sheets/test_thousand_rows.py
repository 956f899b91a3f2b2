"""A sheet of a thousand rows, fifty of them bad."""

import pytest
from django.conf import settings as site
from django.db import transaction

from axrc.audit.models import Entry
from axrc.taxonomy import lists, loading
from jobs.life import State, content
from jobs.life.states import in_state
from jobs.models import BoardEntry, Job, Submission
from jobs.sheets import importing
from jobs.sheets.bad_rows import bad_rows
from jobs.sheets.columns import COLUMNS, PROBLEM
from tests.factories import RecruiterFactory
from tests.jobs.sheets.making import read, table, thousand, upload, xlsx

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def _imported(tmp_path_factory, django_db_setup, django_db_blocker):
    """Imported once for all tests here, each of which takes back what it did."""
    patch = pytest.MonkeyPatch()
    with django_db_blocker.unblock(), transaction.atomic():
        patch.setattr(site, "MEDIA_ROOT", tmp_path_factory.mktemp("media"))
        loading.load()
        lists.changed()
        recruiter = RecruiterFactory()
        checked = importing.take_in(recruiter.company, upload(xlsx(table(thousand()))), by=recruiter.user)
        jobs_before = Job.objects.of(recruiter.company).count()
        done = importing.confirm(checked, by=recruiter.user)
        patch.undo()
        yield recruiter, checked, jobs_before, done
        transaction.set_rollback(True)


@pytest.fixture
def imported(_imported, db):
    return _imported


def test_nothing_becomes_a_job_before_somebody_says_so(imported):
    _recruiter, checked, jobs_before, _done = imported
    assert jobs_before == 0
    assert (len(checked.good), len(checked.bad), len(checked.doubles)) == (950, 50, 0)


def test_950_are_accepted_and_wait_for_a_reviewer(imported):
    recruiter, _checked, _jobs_before, done = imported
    jobs = Job.objects.of(recruiter.company)
    assert jobs.count() == 950
    assert jobs.filter(in_state(State.WAITING, done.imported_at), source=Job.Source.IMPORT).count() == 950
    assert Submission.objects.waiting().filter(job__company=recruiter.company).count() == 950
    assert done.outcome == {"made": 950, "public": 0, "waiting": 950, "doubles": 0}
    assert not BoardEntry.objects.exists()


def test_each_of_them_is_written_down_as_if_it_had_been_typed(imported):
    recruiter, *_ = imported
    for job in Job.objects.of(recruiter.company).order_by("pk")[:20:7]:
        assert list(Entry.objects.about(job).order_by("pk").values_list("action", "actor")) == [
            ("job.created", recruiter.user.pk),
            ("job.submitted", recruiter.user.pk),
        ]
        assert job.submissions.get().values == content.content(job)
        assert job.submissions.get().submitted_by == recruiter.user


def test_50_come_back_as_a_file_with_the_reason_in_a_column(imported):
    *_, done = imported
    header, *lines = read(bad_rows(done))
    assert header == [*(column.header for column in COLUMNS), PROBLEM]
    assert len(lines) == 50
    assert all(line[-1] for line in lines)
    reasons = "\n".join(line[-1] for line in lines)
    for reason in [
        "职位名称：请填写",
        "没有“宇航员”",
        "没有“火星”",
        "截止日期：这一天已经过了",
        "最高比最低还少",
        "联系电话：",
    ]:
        assert reason in reasons
    typed = [line[1] for line in lines if "宇航员" in line[-1]]
    assert set(typed) == {"宇航员"}


def test_the_file_of_bad_rows_is_mended_and_sent_again(imported):
    recruiter, *_, done = imported
    good = thousand()[0]
    header, *lines = read(bad_rows(done))
    fields = [column.field for column in COLUMNS]
    mended = [
        [good[field] if field != "title" else f"改好的第{number}行" for field in fields] + [line[-1]]
        for number, line in enumerate(lines)
    ]
    again = importing.take_in(recruiter.company, upload(xlsx([header, *mended])), by=recruiter.user)
    assert again.bad == []
    assert again.unknown == []
    assert importing.confirm(again, by=recruiter.user).outcome["made"] == 50
    assert Job.objects.of(recruiter.company).count() == 1000
