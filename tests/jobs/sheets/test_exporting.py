"""The template, and what a company takes out."""

import io
from datetime import timedelta

import openpyxl
import pytest
from django.utils import timezone

from axrc.audit.models import Entry
from jobs.life import content
from jobs.models import Job, JobViews, Refresh
from jobs.sheets import importing
from jobs.sheets.columns import COLUMNS, names_of
from tests.factories import JobFactory, RecruiterFactory
from tests.jobs.sheets.making import read, row, upload, xlsx

pytestmark = pytest.mark.django_db
HEADERS = [column.header for column in COLUMNS]


def body(window, address):
    response = window.get(address)
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Cache-Control"] == "private, no-store"
    return response.getvalue()


def test_the_template_has_headers_an_example_lists_and_instructions(window):
    content = body(window, "/my/jobs/template.xlsx")
    header, example = read(content)
    assert header == HEADERS
    assert example[0].startswith("示例")
    assert None not in [cell for cell, column in zip(example, COLUMNS, strict=True) if column.is_required]
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["职位", "填写说明", "选项"]
    assert len(book["职位"].data_validations.dataValidation) == 8
    told = {line[0] for line in book["填写说明"].iter_rows(values_only=True)}
    assert told >= {column.label for column in COLUMNS}


@pytest.mark.parametrize("field", ["category", "region", "nature", "education", "experience", "pay_unit"])
def test_a_drop_down_list_offers_just_what_may_be_chosen(window, field):
    book = openpyxl.load_workbook(io.BytesIO(body(window, "/my/jobs/template.xlsx")))
    label = next(column.label for column in COLUMNS if column.field == field)
    place = HEADERS.index(next(column.header for column in COLUMNS if column.field == field)) + 1
    letter = openpyxl.utils.get_column_letter(place)
    (offered,) = [one for one in book["职位"].data_validations.dataValidation if f"{letter}2" in one.sqref]
    page, area = book.defined_names[offered.formula1].attr_text.split("!")
    assert page == "'选项'"
    cells = [cell.value for (cell,) in book["选项"][area.replace("$", "")]]
    assert cells == list(names_of(field))
    assert book["选项"].cell(1, book["选项"][area.replace("$", "")][0][0].column).value == label


def test_the_template_as_it_is_holds_no_job(window):
    shown = window.post("/my/jobs/import/", {"file": upload(body(window, "/my/jobs/template.xlsx"))})
    assert "表格里没有职位" in shown.content.decode()


def test_whatever_the_template_offers_is_accepted(recruiter):
    rows = [row(title=f"职位{name}", category=name) for name in names_of("category")]
    rows += [row(title=f"地区{name}", region=name) for name in names_of("region")]
    rows += [
        row(title=f"职位{field}{name}", **{field: name})
        for field in ("nature", "education", "experience")
        for name in names_of(field)
    ]
    rows += [row(title="全部福利", benefits="、".join(names_of("benefits")))]
    rows += [
        row(title=f"计薪{name}", pay_unit=name, salary_min=low, salary_max=low + 1, salary_months=12)
        for name, low in (("月", 5000), ("天", 150), ("小时", 20))
    ]
    found = importing.take_in(
        recruiter.company,
        upload(xlsx([HEADERS, *([one[column.field] for column in COLUMNS] for one in rows)])),
        by=recruiter.user,
    )
    assert found.bad == []


def test_an_export_has_all_of_ones_own_jobs_and_nobody_elses(window, recruiter):
    JobFactory(company=recruiter.company, title="招着的")
    JobFactory(company=recruiter.company, title="关了的", closed_at=timezone.now(), close_reason="filled")
    JobFactory(title="别人的")
    header, *lines = read(body(window, "/my/jobs/export.xlsx"))
    assert header[: len(HEADERS)] == HEADERS
    states = {line[0]: line[header.index("状态")] for line in lines}
    assert states == {"招着的": "招聘中", "关了的": "已关闭"}
    entry = Entry.objects.get(action="company.jobs_exported")
    assert (entry.actor, entry.target_id, entry.details) == (recruiter.user, str(recruiter.company.pk), {"count": 2})


def test_an_export_counts_views_and_refreshes_apart(window, recruiter):
    job = JobFactory(company=recruiter.company)
    for days, count in enumerate([3, 4]):
        JobViews.objects.create(job=job, day=timezone.localdate() - timedelta(days=days), count=count)
        Refresh.objects.create(job=job)
    header, line = read(body(window, "/my/jobs/export.xlsx"))
    told = dict(zip(header, line, strict=True))
    assert (told["浏览次数"], told["刷新次数"]) == ("7", "2")


def test_an_export_costs_the_same_few_queries_however_many_jobs_there_are(window, recruiter, django_assert_max_num_queries):
    for number in range(12):
        JobFactory(company=recruiter.company, title=f"普工{number}")
    with django_assert_max_num_queries(12):
        body(window, "/my/jobs/export.xlsx")


def test_an_export_imported_elsewhere_gives_the_same_jobs(window, recruiter, taxonomy):
    towns, trades, benefits = taxonomy.regions.by_slug, taxonomy.categories.by_slug, taxonomy.benefits.by_slug
    until = timezone.make_aware(
        timezone.datetime.combine(
            timezone.localdate() + timedelta(days=20), timezone.datetime.max.time().replace(microsecond=0)
        )
    )
    same = {"company": recruiter.company, "ends_at": until}
    JobFactory(
        **same, title="+1 制茶师", category=trades["tea-maker"], region=towns["gande"], salary_months=14, experience="over-10",
        education="vocational", description="1、做青\n\n2、烘焙\t看火", contact_name="陈女士", contact_phone="0595-23001234",
        is_phone_hidden=True, is_negotiable=True, benefits=[benefits["meals"], benefits["housing"]] if "housing" in benefits else [benefits["meals"]],
    )  # fmt: skip
    JobFactory(
        **same, title="采茶工", category=trades["tea-picker"], region=towns["anxi"], nature="seasonal", pay_unit="day",
        salary_min=100, salary_max=300, pay_reason="=按斤两算", experience="graduate", headcount=200,
    )  # fmt: skip
    exported = body(window, "/my/jobs/export.xlsx")
    other = RecruiterFactory()
    found = importing.take_in(other.company, upload(exported), by=other.user)
    assert (found.bad, found.unknown) == ([], [])
    importing.confirm(found, by=other.user)
    before, after = (
        [content.content(job) for job in Job.objects.of(company).order_by("title")]
        for company in (recruiter.company, other.company)
    )
    assert after == before
    assert set(Job.objects.values_list("ends_at", flat=True)) == {until}


def test_an_export_imported_as_it_is_makes_no_second_one_of_anything(window, recruiter):
    JobFactory(company=recruiter.company, category_id=names_of("category")["制茶师"], region=recruiter.company.region)
    found = importing.take_in(recruiter.company, upload(body(window, "/my/jobs/export.xlsx")), by=recruiter.user)
    assert (len(found.good), len(found.doubles)) == (0, 1)
