"""A formula stays the text that somebody typed, on the way in, on the way out, and round again."""

import io
import zipfile

import openpyxl
import pytest

from jobs.models import Job
from jobs.sheets import importing
from jobs.sheets.bad_rows import bad_rows
from jobs.sheets.columns import COLUMNS
from jobs.sheets.exporting import export
from tests.jobs.sheets.making import as_csv, read, row, sheet, table, upload, xlsx

pytestmark = pytest.mark.django_db
FIELDS = [column.field for column in COLUMNS]
EVIL = "=cmd|' /C calc'!A0"


def formulas(content):
    """How many cells of a workbook are formulas, as its bytes say."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return sum(archive.read(name).count(b"<f>") for name in archive.namelist() if name.startswith("xl/worksheets/"))


def test_a_formula_in_a_sheet_is_read_as_it_was_typed(recruiter):
    content = xlsx(table([row(title=EVIL, description='=HYPERLINK("http://x.example","领红包")', salary_min="=4000+1000")]))
    assert formulas(content) == 3
    found = importing.take_in(recruiter.company, upload(content), by=recruiter.user)
    cells = found.rows[0]["cells"]
    assert cells["title"] == EVIL
    assert cells["description"] == '=HYPERLINK("http://x.example","领红包")'
    assert cells["salary_min"] == "=4000+1000"
    # What Excel would count is no number here.
    assert [field for field, _text in found.bad[0]["errors"]] == ["salary_min"]


def test_a_value_that_a_formula_once_had_is_not_believed(recruiter):
    content = xlsx(table([row(salary_min="=4000+1000")]))
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(file, "w") as after:
        for name in before.namelist():
            changed = before.read(name).replace(b"<f>4000+1000</f><v />", b"<f>4000+1000</f><v>5000</v>")
            changed = changed.replace(b"<f>4000+1000</f><v></v>", b"<f>4000+1000</f><v>5000</v>")
            after.writestr(name, changed)
    assert b"<v>5000</v>" in zipfile.ZipFile(file).read("xl/worksheets/sheet1.xml")
    found = importing.take_in(recruiter.company, upload(file.getvalue()), by=recruiter.user)
    assert found.rows[0]["cells"]["salary_min"] == "=4000+1000"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t="])
def test_texts_that_begin_like_a_formula_go_in_and_out_as_texts(recruiter, start):
    typed = f"{start}cmd|' /C calc'!A0 制茶"
    importing.confirm(
        importing.take_in(recruiter.company, upload(as_csv(table([row(title=typed)])), "职位.csv"), by=recruiter.user),
        by=recruiter.user,
    )
    assert Job.objects.get().title == typed.strip()
    content = export(recruiter.company, by=recruiter.user)
    assert formulas(content) == 0
    cell = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (typed.strip(), "s", True)
    again = importing.take_in(recruiter.company, upload(content), by=recruiter.user)
    assert again.rows[0]["cells"]["title"] == typed.strip()


def test_the_file_of_bad_rows_has_no_formulas_either(recruiter):
    found = importing.take_in(
        recruiter.company, sheet(row(title=EVIL, category="=1+1", description="@SUM(1)")), by=recruiter.user
    )
    content = bad_rows(found)
    assert formulas(content) == 0
    assert read(content)[1][:2] == [EVIL, "=1+1"]
