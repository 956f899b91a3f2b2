"""Workbooks as they are written here: text stays text, whatever it begins with."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from jobs.sheets.columns import CHOICES, COLUMNS, EXAMPLE, TERMS, YES_OR_NO, names_of
from jobs.sheets.limits import MOST_ROWS

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
JOBS, HELP, OPTIONS = "职位", "填写说明", "选项"
# Numbers as Excel takes them for numbers; a longer one is no pay.
LONGEST_NUMBER = 9
REQUIRED = PatternFill("solid", fgColor="DCE9DF")
OPTIONAL = PatternFill("solid", fgColor="EFEDE4")
TOP = Alignment(vertical="top", wrap_text=True)


def book_of(rows, *, more=()):
    """The bytes of a workbook with a page of jobs.

    `rows` are lists of texts, in the order of the columns and then of `more`: [(header, width)] beside them.
    """
    book = Workbook(write_only=True)
    page = book.create_sheet(JOBS)
    page.freeze_panes = "B2"
    widths = [column.width for column in COLUMNS] + [width for _header, width in more]
    for place, width in enumerate(widths, start=1):
        page.column_dimensions[get_column_letter(place)].width = width
    # Typed as a number, a number to call would lose its first zero.
    phone = next(place for place, column in enumerate(COLUMNS, start=1) if column.field == "contact_phone")
    page.column_dimensions[get_column_letter(phone)].number_format = "@"
    for validation in validations():
        page.data_validations.append(validation)
    page.append([head(page, column.header, column.is_required) for column in COLUMNS] + [head(page, one) for one, _ in more])
    for row in rows:
        page.append([cell(page, text, place) for place, text in enumerate(row)])
    write_help(book.create_sheet(HELP))
    write_options(book)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def head(page, text, is_required=False):
    made = as_text(page, text)
    made.font, made.fill, made.alignment = Font(bold=True), REQUIRED if is_required else OPTIONAL, TOP
    return made


def cell(page, text, place):
    """A number where the column has numbers, else text."""
    if not text:
        return None
    is_number = place < len(COLUMNS) and COLUMNS[place].is_number
    if is_number and text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER:
        made = WriteOnlyCell(page, int(text))
    else:
        made = as_text(page, text)
    made.alignment = TOP
    return made


def as_text(page, text):
    """A cell that stays text: Excel neither counts "=1+1" nor does so after somebody clicked into it."""
    made = WriteOnlyCell(page, ILLEGAL_CHARACTERS_RE.sub("", text))
    made.data_type, made.quotePrefix, made.number_format = "s", True, "@"
    return made


def with_lists():
    """[(place of the column, its field)] of those that have a drop-down list."""
    fields = CHOICES.keys() | TERMS.keys() | YES_OR_NO
    return [(place, column.field) for place, column in enumerate(COLUMNS, start=1) if column.field in fields]


def validations():
    for place, field in with_lists():
        letter = get_column_letter(place)
        made = DataValidation(
            type="list",
            formula1=f"list_{field}",
            allow_blank=True,
            showErrorMessage=True,
            errorTitle="请从列表里选",
            error="这一格只能选下拉列表里有的。",
            sqref=f"{letter}2:{letter}{MOST_ROWS + 2}",
        )
        yield made


def write_options(book):
    """What may be chosen, a column each, named so that the drop-down lists find it."""
    page = book.create_sheet(OPTIONS)
    fields = [*(field for _place, field in with_lists()), "benefits"]
    labels = {column.field: column.label for column in COLUMNS}
    names = [list(names_of(field)) for field in fields]
    page.append([head(page, labels[field]) for field in fields])
    for step in range(max(map(len, names))):
        page.append([as_text(page, column[step]) if step < len(column) else None for column in names])
    for place, (field, column) in enumerate(zip(fields, names, strict=True), start=1):
        letter = get_column_letter(place)
        page.column_dimensions[letter].width = 18
        name = f"list_{field}"
        area = f"'{OPTIONS}'!${letter}$2:${letter}${len(column) + 1}"
        book.defined_names[name] = DefinedName(name, attr_text=area)


def write_help(page):
    page.column_dimensions["A"].width, page.column_dimensions["B"].width, page.column_dimensions["C"].width = 18, 10, 80
    page.append([head(page, "怎么填")])
    for line in [
        f"在“{JOBS}”表里一行写一个职位，最多 {MOST_ROWS} 行。第一行的列名不要改，列的先后可以换。",
        f"职位名称以“{EXAMPLE}”开头的行只是例子，不会导入，删不删都可以。",
        "上传以后先检查，不会马上发布。有问题的行可以下载下来，改好再传。",
        "导入总是新建职位，不会改动已经有的职位。",
        "格子里写的公式不会计算，照原样当作文字。",
    ]:
        page.append([as_text(page, line)])
    page.append([])
    page.append([head(page, "列"), head(page, "必填"), head(page, "写什么")])
    for column in COLUMNS:
        page.append(
            [cell(page, text, len(COLUMNS)) for text in (column.label, "必填" if column.is_required else "", column.hint)]
        )
