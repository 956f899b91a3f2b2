"""What becomes of a sheet."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.erasing import erase
from axrc.audit.models import Entry
from jobs.life import Refused, State, content, deeds, state_of
from jobs.models import BoardEntry, Job, JobImport, Submission
from jobs.sheets import importing
from jobs.sheets.limits import CHECKS_A_DAY, IMPORTS_A_DAY
from tests.factories import CompanyFactory, JobFactory, RecruiterFactory
from tests.jobs.sheets.making import LABELS, as_csv, row, sheet, table, upload

pytestmark = pytest.mark.django_db
IMPORT = "/my/jobs/import/"


def send(window, file):
    return window.post(IMPORT, {"file": file}, follow=True)


def text(response):
    return response.content.decode()


def taken(recruiter, *rows):
    return importing.take_in(recruiter.company, sheet(*rows), by=recruiter.user)


def prove(company):
    """So many accepted jobs that its next ones are public at once."""
    for number in range(3):
        job = JobFactory(company=company, title=f"早先的{number}")
        Submission.objects.create(job=job, kind="first", values={}, status="accepted", decided_at=timezone.now())


def test_a_sheet_is_checked_shown_and_imported_when_somebody_says_so(window, recruiter):
    shown = send(window, sheet(row(), row(title="", salary_min="面议")))
    page = text(shown)
    assert "请填写职位名称" in page
    assert "填的是：面议" in page
    assert "导入 1 行" in page
    assert not Job.objects.exists()
    done = window.post(shown.redirect_chain[-1][0], follow=True)
    assert "导入了 1 个职位" in text(done)
    job = Job.objects.get()
    assert job.title == "制茶师"
    assert (job.salary_min, job.salary_max, job.salary_months, job.headcount) == (5000, 8000, 13, 2)
    assert (job.category.name, job.region.name, job.experience) == ("制茶师", "西坪", "1-3")
    assert job.benefit_names == ["包吃", "包住"]
    assert job.description == "1、看青做青\n2、烘焙"
    assert job.is_phone_hidden
    assert not job.is_negotiable
    assert job.source == Job.Source.IMPORT
    assert job.created_by == recruiter.user
    assert timezone.localdate(job.ends_at) == timezone.localdate() + timedelta(days=30)
    assert state_of(job, timezone.now()) == State.WAITING
    assert Entry.objects.filter(action="company.jobs_imported", actor=recruiter.user).exists()


def test_a_second_click_or_another_window_imports_nothing_more(window, recruiter):
    address = send(window, sheet(row())).redirect_chain[-1][0]
    window.post(address)
    again = window.post(address, {"with_doubles": "on"}, follow=True)
    assert "已经导入过了" in text(again)
    assert Job.objects.count() == 1


def test_the_same_sheet_sent_twice_is_seen_to_be_there_already(window, recruiter):
    first, second = taken(recruiter, row()), taken(recruiter, row())
    importing.confirm(first, by=recruiter.user)
    with pytest.raises(Refused, match="没有可以导入的行"):
        importing.confirm(second, by=recruiter.user)
    assert Job.objects.count() == 1


def test_doubles_are_pointed_out_and_left_out_unless_asked_for(window, recruiter):
    live = JobFactory(
        company=recruiter.company, title="评茶员", category_id=category("评茶员"), region=recruiter.company.region
    )
    there = row(title="评 茶员", category="评茶员", salary_min=live.salary_min, salary_max=live.salary_max)
    shown = send(window, sheet(row(), row(address="另一个厂门口"), there))
    assert "与第 2 行相同" in text(shown)
    assert f"您已经有这个职位（编号 {live.pk}）" in text(shown)
    address = shown.redirect_chain[-1][0]
    window.post(address)
    assert Job.objects.exclude(pk=live.pk).count() == 1
    assert JobImport.objects.get().outcome["doubles"] == 2


def test_doubles_are_imported_where_the_box_is_ticked(window, recruiter):
    address = send(window, sheet(row(), row())).redirect_chain[-1][0]
    window.post(address, {"with_doubles": "on"})
    assert Job.objects.count() == 2


def test_what_is_over_may_be_posted_again(recruiter):
    importing.confirm(taken(recruiter, row()), by=recruiter.user)
    Job.objects.update(closed_at=timezone.now())
    assert len(taken(recruiter, row()).good) == 1


def test_jobs_of_a_company_without_papers_stay_drafts(client, taxonomy):
    recruiter = RecruiterFactory(company=CompanyFactory(verified_at=None, verified_until=None))
    client.force_login(recruiter.user)
    shown = send(client, sheet(row()))
    assert "先存为草稿，不会提交" in text(shown)
    done = client.post(shown.redirect_chain[-1][0], follow=True)
    assert "职位先存为草稿" in text(done)
    job = Job.objects.get()
    assert state_of(job, timezone.now()) == State.DRAFT
    assert not Submission.objects.exists()
    assert list(Entry.objects.about(job).values_list("action", flat=True)) == ["job.created"]


def test_jobs_of_a_company_that_proved_itself_are_public_at_once(window, recruiter):
    prove(recruiter.company)
    done = window.post(send(window, sheet(row(), row(title="看青师傅"))).redirect_chain[-1][0], follow=True)
    assert "已经公开" in text(done)
    found = Job.objects.live().filter(source=Job.Source.IMPORT)
    assert found.count() == 2
    assert BoardEntry.objects.filter(job__in=found).count() == 2
    assert "看青师傅" in text(window.get("/jobs/?q=看青师傅"))


@pytest.mark.parametrize("is_proved", [False, True])
def test_many_at_once_are_what_they_would_be_one_by_one(recruiter, is_proved):
    """The import writes in a few statements what the deeds write for each."""
    if is_proved:
        prove(recruiter.company)
    at = timezone.now()
    importing.confirm(taken(recruiter, row()), by=recruiter.user, at=at)
    by_import = Job.objects.filter(source=Job.Source.IMPORT).get()
    one = deeds.create(
        recruiter.company,
        content.content(by_import),
        by=recruiter.user,
        ends_on=timezone.localdate(by_import.ends_at),
        source=Job.Source.IMPORT,
    )
    deeds.submit(one, by=recruiter.user, at=at)
    assert everything(by_import) == everything(Job.objects.get(pk=one.pk))


def everything(job):
    """All that was written of a job, but for ids and clocks."""
    own = {"id", "created_at", "updated_at", "part"}
    fields = {one.attname: getattr(job, one.attname) for one in Job._meta.concrete_fields if one.attname not in own}
    submission = job.submissions.values(
        "kind", "values", "before", "answer", "submitted_by", "submitted_at", "status", "reason"
    ).get()
    entry = BoardEntry.objects.filter(job=job).values("dated_at", "ends_at", "facets", "tokens", "text").first()
    audited = list(Entry.objects.about(job).order_by("pk").values_list("action", "actor", "details"))
    return content.content(job), fields, submission, entry, audited


def test_what_is_wrong_is_looked_for_again_on_the_day_of_the_import(recruiter):
    """A sheet may lie for some days: the first row's end is over by then."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    waiting = taken(recruiter, row(ends_on=tomorrow.isoformat()), row(title="烘焙工"))
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        done = importing.confirm(waiting, by=recruiter.user)
    assert done.outcome["made"] == 1
    assert [fault[0] for fault in done.bad[0]["errors"]] == ["ends_on"]


def test_another_companys_sheets_are_not_there(window, recruiter):
    other = RecruiterFactory()
    theirs = taken(other, row())
    for address in (f"{IMPORT}{theirs.pk}/", f"{IMPORT}{theirs.pk}/bad.xlsx", f"{IMPORT}999999999999999999999/"):
        assert window.get(address).status_code == 404
        assert window.post(address).status_code in {404, 405}
    assert not Job.objects.exists()


def test_a_company_imports_so_many_times_a_day(window, recruiter):
    for number in range(IMPORTS_A_DAY):
        importing.confirm(taken(recruiter, row(title=f"普工{number}")), by=recruiter.user)
    address = send(window, sheet(row(title="再来一个"))).redirect_chain[-1][0]
    assert f"今天已经导入了 {IMPORTS_A_DAY} 次" in text(window.post(address, follow=True))
    assert Job.objects.count() == IMPORTS_A_DAY
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert importing.imports_left(recruiter.company, timezone.now()) == IMPORTS_A_DAY


def test_a_company_sends_so_many_sheets_a_day(window, recruiter):
    for _ in range(CHECKS_A_DAY):
        send(window, upload(b"x"))
    assert "请明天再来" in text(send(window, sheet(row())))


def test_the_example_of_the_template_is_left_out(recruiter):
    found = taken(recruiter, row(title="示例：采茶工"), row(title="（示例）采茶工"), row())
    assert [one["row"] for one in found.rows] == [4]


def test_what_people_write_otherwise_is_understood(recruiter):
    typed = row(
        category=" 制茶师 ",
        region="安溪县西坪镇",
        nature="",
        education="不限",
        experience="3—5年",
        pay_unit="月薪",
        headcount="３人",
        salary_min="5,000元",
        benefits="包吃，包住;五险一金",
        is_phone_hidden="",
        is_negotiable="√",
        ends_on=f"{timezone.localdate() + timedelta(days=9):%Y年%m月%d日}",
    )
    found = taken(recruiter, typed)
    assert found.bad == []
    importing.confirm(found, by=recruiter.user)
    job = Job.objects.get()
    assert (job.region.name, job.nature, job.education, job.experience) == ("西坪", "full-time", "any", "3-5")
    assert (job.headcount, job.salary_min, job.is_negotiable, job.is_phone_hidden) == (3, 5000, True, False)
    assert set(job.benefit_names) == {"包吃", "包住", "五险一金"}


def test_columns_may_stand_in_another_order_under_names_of_ones_own(recruiter):
    names = {**LABELS, "title": "岗位名称", "salary_min": "最低工资（元）", "description": "工作内容"}
    fields = list(reversed(names))
    lines = [["我厂的职位"], *table([row()], [names[field] for field in fields] + ["备注"], fields)]
    found = importing.take_in(recruiter.company, upload(as_csv(lines), "职位.csv"), by=recruiter.user)
    assert len(found.good) == 1
    assert found.good[0]["row"] == 3
    assert found.unknown == ["备注"]


def test_old_sheets_are_forgotten_and_their_jobs_stay(recruiter):
    importing.confirm(taken(recruiter, row()), by=recruiter.user)
    importing.forget_old()
    assert JobImport.objects.exists()
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        importing.forget_old()
    assert not JobImport.objects.exists()
    assert Job.objects.count() == 1


def test_sheets_of_who_leaves_are_gone_with_the_account(recruiter):
    other = RecruiterFactory()
    taken(other, row())
    taken(recruiter, row())
    erase(recruiter.user, timezone.now())
    assert JobImport.objects.get().company == other.company


def test_the_pages_cost_the_same_few_queries_however_much_there_is(window, recruiter, django_assert_max_num_queries):
    found = taken(recruiter, *(row(title="" if number % 2 else f"普工{number}") for number in range(300)))
    with django_assert_max_num_queries(14):
        page = text(window.get(f"{IMPORT}{found.pk}/"))
    assert "共 150 处" in page
    with django_assert_max_num_queries(14):
        window.get(IMPORT)


def category(name):
    from axrc.taxonomy.models import Category

    return Category.objects.get(name=name).pk
