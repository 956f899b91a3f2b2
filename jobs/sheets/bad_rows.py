"""The rows that could not be imported, to be mended and sent again."""

from jobs.sheets.books import book_of
from jobs.sheets.columns import BY_FIELD, COLUMNS, PROBLEM


def bad_rows(sheet):
    """The bytes of a workbook in the shape of the template, with what is wrong in the last column."""
    rows = [[*(row["cells"].get(column.field, "") for column in COLUMNS), problem(row)] for row in sheet.bad]
    return book_of(rows, more=[(PROBLEM, 60)])


def problem(row):
    return "；".join(f"{BY_FIELD[field].label}：{text}" if field in BY_FIELD else text for field, text in row["errors"])
