"""An employer on a phone fills in the template, reads what is wrong with a row, imports the others and fetches that one."""

import io

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.jobs.sheets.making import row, saved, table
from tests.journeys.sessions import sign_in

FORGET = """
from jobs.models import Job, JobImport, Submission
Submission.objects.filter(job__source="import").delete()
Job.objects.filter(source="import").delete()
JobImport.objects.all().delete()
"""
COUNT = "from jobs.models import Job; print(Job.objects.filter(source='import').count())"


@pytest.fixture
def employer(visit, demo_site):
    # Everything here works without scripts.
    yield sign_in(visit(width=375, javascript=False, accept_downloads=True), demo_site, "employer@example.com")
    # The site is shared: what others count there is as it was.
    demo_site.shell(FORGET)


def downloaded(page, name):
    with page.expect_download() as download:
        page.get_by_role("link", name=name).click()
    return openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))


def send(page, book):
    page.get_by_label("填好的表格").set_input_files({"name": "秋茶招工.xlsx", "mimeType": "", "buffer": saved(book)})
    page.get_by_role("button", name="上传并检查").click()


def test_an_employer_imports_a_sheet_with_one_bad_row(employer, demo_site):
    page = employer
    page.goto("/my/jobs/import/")
    book = downloaded(page, "下载模板")
    _header, *rows = table(
        [row(title="秋茶看青师傅"), row(title="秋茶炒青工", category="宇航员"), row(title="=秋茶挑梗工", headcount=30)]
    )
    for line in rows:
        book["职位"].append(line)
    send(page, book)

    expect(page.get_by_role("heading", name="导入前检查")).to_be_visible()
    fault = page.get_by_role("row").filter(has_text="没有“宇航员”，请从下拉列表里选")
    expect(fault).to_contain_text("职位类别")
    # The example in the second row is none of them.
    expect(fault.get_by_role("rowheader")).to_have_text("4")
    assert demo_site.shell(COUNT) == "0"

    page.get_by_role("button", name="导入 2 行").click()
    expect(page.get_by_text("导入了 2 个职位")).to_be_visible()
    assert demo_site.shell(COUNT) == "2"

    bad = downloaded(page, "下载有问题的 1 行")
    header, line = bad["职位"].iter_rows(values_only=True)
    assert line[0] == "秋茶炒青工"
    assert (header[-1], line[-1]) == ("问题", "职位类别：没有“宇航员”，请从下拉列表里选")

    bad["职位"]["B2"] = "制茶师"
    page.get_by_role("link", name="再上传").click()
    send(page, bad)
    page.get_by_role("button", name="导入 1 行").click()
    expect(page.get_by_text("导入了 1 个职位")).to_be_visible()
    assert demo_site.shell(COUNT) == "3"
