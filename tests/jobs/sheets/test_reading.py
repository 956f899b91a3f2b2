"""Whatever somebody sends, the answer says what is wrong with it."""

import io
import zipfile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobs.models import JobImport
from jobs.sheets import limits, reading
from tests.jobs.sheets.making import HEADERS, as_csv, row, saved, sheet, table, upload, xlsx
from tests.web.files import PDF

pytestmark = pytest.mark.django_db
IMPORT = "/my/jobs/import/"


def answer(window, content, name="职位.xlsx"):
    """What the page says."""
    response = window.post(IMPORT, {"file": upload(content, name)})
    assert response.status_code in {200, 302}
    return response.content.decode() if response.status_code == 200 else ""


def rebuilt(content, **members):
    """A workbook with other members; None leaves one out."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after:
        changed = {name.replace("__", "/").replace("_dot_", "."): value for name, value in members.items()}
        for name in before.namelist():
            if changed.get(name, b"") is not None:
                after.writestr(name, changed.pop(name, None) or before.read(name))
        for name, value in changed.items():
            if value is not None:
                after.writestr(name, value)
    return file.getvalue()


GOOD = xlsx(table([row()]))
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
REFUSED = {
    "nothing": (b"", "职位.xlsx", "是空的"),
    "a pdf": (PDF, "职位.pdf", "请上传 Excel"),
    "a renamed pdf": (PDF, "职位.xlsx", "内容和扩展名不符"),
    "an old workbook": (OLD, "职位.xls", "另存为 .xlsx"),
    "a renamed old workbook": (OLD, "职位.xlsx", "另存为 .xlsx"),
    "a workbook called csv": (GOOD, "职位.csv", "内容和扩展名不符"),
    "a csv called xlsx": (as_csv(table([row()])), "职位.xlsx", "内容和扩展名不符"),
    "a page called xlsx": (b"<html><table>", "职位.xlsx", "内容和扩展名不符"),
    "a name without an ending": (GOOD, "职位", "请上传 Excel"),
    "half a workbook": (GOOD[: len(GOOD) // 2], "职位.xlsx", "内容和扩展名不符"),
    "noise with the right start": (b"PK\x03\x04" + bytes(range(256)) * 8, "职位.xlsx", "内容和扩展名不符"),
    "an archive of something else": (rebuilt(GOOD, xl__workbook_dot_xml=None), "职位.xlsx", "内容和扩展名不符"),
    "macros": (rebuilt(GOOD, xl__vbaProject_dot_bin=b"x"), "职位.xlsx", "带有宏"),
    "a broken page": (rebuilt(GOOD, xl__worksheets__sheet1_dot_xml=b"<worksheet><sheetData><row"), "职位.xlsx", "打不开"),
    "a broken book": (rebuilt(GOOD, xl__workbook_dot_xml=b"<not/>"), "职位.xlsx", ""),
    "a bomb": (rebuilt(GOOD, xl__worksheets__sheet1_dot_xml=b" " * (limits.MOST_UNPACKED + 1)), "职位.xlsx", "太多"),
    "a page of empty cells": (
        rebuilt(GOOD, xl__worksheets__sheet1_dot_xml=b"<worksheet><sheetData><row>" + b"<c/>" * limits.MOST_TAGS),
        "职位.xlsx",
        "太多",
    ),
    "a page in other letters": (
        rebuilt(GOOD, xl__worksheets__sheet1_dot_xml="<worksheet/>".encode("utf-16")),
        "职位.xlsx",
        "打不开",
    ),
    "styles without end": (rebuilt(GOOD, xl__styles_dot_xml=b" " * (limits.MOST_BESIDE + 1)), "职位.xlsx", "太多"),
    "entities": (
        rebuilt(
            GOOD,
            xl__worksheets__sheet1_dot_xml=b'<!DOCTYPE x [<!ENTITY a "' + b"a" * 9999 + b'">]><x>' + b"&a;" * 9999 + b"</x>",
        ),
        "职位.xlsx",
        "打不开",
    ),
    "an empty page": (xlsx([]), "职位.xlsx", "没有找到列名"),
    "headers alone": (xlsx([HEADERS]), "职位.xlsx", "没有职位"),
    "other headers": (xlsx([["姓名", "电话"], ["甲", "1"]]), "职位.xlsx", "没有找到列名"),
    "missing columns": (xlsx([["职位名称", "招聘人数"], ["普工", 1]]), "职位.xlsx", "没有找到这些列：职位类别"),
    "too many rows": (as_csv(table([row()] * (limits.MOST_ROWS + 1))), "职位.csv", f"最多 {limits.MOST_ROWS} 行"),
    "an open quote": (as_csv([HEADERS]) + '"普工,1\n'.encode(), "职位.csv", "引号不成对"),
    "no letters": (bytes(range(256)) * 4, "职位.csv", "编码"),
    "too big": (b"PK\x03\x04" + bytes(limits.MOST_BYTES), "职位.xlsx", "不能超过 5 MB"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_is_no_sheet_of_jobs_is_told_what_it_is(window, case):
    content, name, reason = REFUSED[case]
    page = answer(window, content, name)
    assert "请检查以下内容" in page
    assert reason in page
    assert not JobImport.objects.exists()


def test_without_a_file_the_form_asks_for_one(window):
    assert "请选择填好的表格" in window.post(IMPORT, {"file": "text"}).content.decode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_csv_is_read_in_what_excel_writes_in_china(window, encoding):
    assert answer(window, as_csv(table([row(title="铁观音制茶师"), row(title="评茶员")]), encoding), "职位.CSV") == ""
    assert [one["cells"]["title"] for one in JobImport.objects.get().good] == ["铁观音制茶师", "评茶员"]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_csv_may_be_parted_by_other_signs(window, delimiter):
    assert answer(window, as_csv(table([row()]), delimiter=delimiter), "职位.csv") == ""
    assert len(JobImport.objects.get().good) == 1


def test_one_long_text_named_a_thousand_times_is_too_much(window):
    """The texts of a workbook stand once in it, however many cells show them."""
    long = "长" * 32_000
    content = xlsx(table([row(description=long, requirements=long)] * 300))
    assert len(content) < limits.MEGABYTE
    assert "太多" in answer(window, content)


def test_a_row_at_the_end_of_the_earth_does_not_keep_anybody_waiting(window):
    book = openpyxl.load_workbook(io.BytesIO(GOOD))
    book.active.cell(1_048_576, 1, "远方")
    book.active.cell(3, 16_384, "天边")
    answer(window, saved(book))
    assert len(JobImport.objects.get().rows) == 1


def test_of_several_pages_the_one_of_the_jobs_is_read(window):
    book = openpyxl.load_workbook(io.BytesIO(GOOD))
    book.create_sheet("填写说明", 0).append(["职位名称", "招聘人数"])
    answer(window, saved(book))
    assert len(JobImport.objects.get().good) == 1


def test_cells_of_every_kind_are_texts():
    import datetime

    kinds = [
        None,
        0,
        12.0,
        1.5,
        True,
        False,
        datetime.datetime(2026, 12, 31),
        datetime.date(2026, 1, 2),
        "a\x00\r\nb ",
        datetime.time(8, 30),
    ]
    assert [reading.text_of(kind) for kind in kinds] == [
        "",
        "0",
        "12",
        "1.5",
        "是",
        "否",
        "2026-12-31",
        "2026-01-02",
        "a\nb",
        "08:30:00",
    ]


CELLS = st.one_of(
    st.none(),
    st.text(max_size=30),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.sampled_from(
        [
            "\x00",
            "9" * 400,
            "=1/0",
            "=cmd|' /C calc'!A0",
            "𠮷",
            "\u202e",
            "<script>",
            "１２",
            "-5",
            "1e309",
            "面议",
            "2026-13-45",
        ]
    ),
)
FUZZ = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def test_nothing_that_stands_in_a_cell_breaks_a_page(window):
    window.raise_request_exception = True

    @FUZZ
    @given(st.lists(st.dictionaries(st.sampled_from(list(row())), CELLS, max_size=21), max_size=4), st.booleans())
    def send(cells, is_csv):
        from django.core.cache import cache

        cache.clear()
        rows = table([row(**one) for one in cells])
        if is_csv:
            content, name = (
                as_csv([["" if cell is None else cell for cell in line] for line in rows], "utf-8", ","),
                "职位.csv",
            )
        else:
            content, name = xlsx([[clean(cell) for cell in line] for line in rows]), "职位.xlsx"
        response = window.post(IMPORT, {"file": upload(content, name)}, follow=True)
        assert response.status_code == 200
        if response.redirect_chain:
            address = response.redirect_chain[-1][0]
            assert window.get(f"{address}bad.xlsx").status_code == 200
            assert window.post(address, follow=True).status_code == 200

    send()


def clean(cell):
    """What a workbook can hold at all."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if isinstance(cell, str):
        return ILLEGAL_CHARACTERS_RE.sub("", cell).encode("utf-8", "ignore").decode()
    if (isinstance(cell, float) and cell != cell) or cell in (float("inf"), float("-inf")):
        return None
    return cell


def test_no_broken_workbook_breaks_a_page(window):
    @FUZZ
    @given(st.data())
    def send(data):
        from django.core.cache import cache

        cache.clear()
        names = [
            "xl/workbook.xml",
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "[Content_Types].xml",
        ]
        name = data.draw(st.sampled_from(names))
        with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
            member = archive.read(name) if name in archive.namelist() else b""
        start = data.draw(st.integers(0, len(member)))
        noise = data.draw(
            st.sampled_from([b"", b"<", b"&x;", b"9" * 40, b'r="A0"', b'r="ZZZZ99"', b't="s"><v>99999</v>', bytes(3)])
        )
        broken = member[:start] + noise + member[start + data.draw(st.integers(0, 40)) :]
        file = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(GOOD)) as before, zipfile.ZipFile(file, "w") as after:
            for other in before.namelist():
                after.writestr(other, broken if other == name else before.read(other))
        assert window.post(IMPORT, {"file": upload(file.getvalue())}).status_code in {200, 302}

    send()


def test_a_good_sheet_is_read(window):
    assert answer(window, sheet(row()).read()) == ""
    assert len(JobImport.objects.get().good) == 1
