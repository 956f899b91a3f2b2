"""The rows of a sheet as texts, as they were typed: nothing is counted, nothing of it is believed."""

import csv
import re
from contextlib import suppress
from datetime import date, datetime, time
from io import StringIO
from pathlib import PurePath

import openpyxl

from jobs.sheets import archives
from jobs.sheets.books import JOBS
from jobs.sheets.limits import MEGABYTE, MOST_BYTES, MOST_COLUMNS, MOST_EMPTY, MOST_LETTERS
from jobs.sheets.refusals import BROKEN, EMPTY, NOT_WHAT_IT_SAYS, OLD, TOO_MUCH, UNKNOWN_LETTERS, WRONG_KIND, Unreadable

KINDS = (".xlsx", ".csv")
ZIP = b"PK\x03\x04"
# What an Excel before 2007 writes.
OLE = b"\xd0\xcf\x11\xe0"
# What neither a database nor XML takes, or nobody sees; new lines stay.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]|_x000[Dd]_")

csv.field_size_limit(MOST_LETTERS)


def rows(name, file):
    """(number of the row, its texts) of each row in which something stands. Raises Unreadable, at the latest at the end."""
    ending = PurePath(name).suffix.lower()
    check(ending, file)
    empty = letters = 0
    for number, texts in enumerate(pages(file) if ending == ".xlsx" else lines(file), start=1):
        letters += sum(map(len, texts))
        if letters > MOST_LETTERS:
            raise Unreadable(TOO_MUCH)
        empty = 0 if any(texts) else empty + 1
        if empty > MOST_EMPTY:
            return
        if not empty:
            yield number, texts


def check(ending, file):
    """That the file is what its name says, and not too much. Raises Unreadable."""
    start = file.read(4)
    file.seek(0)
    if ending not in KINDS:
        raise Unreadable(OLD if ending in {".xls", ".et"} else WRONG_KIND)
    elif not start:
        raise Unreadable(EMPTY)
    elif file.size > MOST_BYTES:
        raise Unreadable(f"文件不能超过 {MOST_BYTES // MEGABYTE} MB，请分成几个文件再上传。")
    elif start == OLE:
        raise Unreadable(OLD)
    elif (start == ZIP) != (ending == ".xlsx"):
        raise Unreadable(NOT_WHAT_IT_SAYS)
    elif ending == ".xlsx":
        archives.check(file)


def pages(file):
    """The rows of the page of jobs, or else of the first page that has any."""
    file.seek(0)
    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=False, keep_links=False)
        for page in sorted(book.worksheets, key=lambda page: page.title != JOBS):
            page.reset_dimensions()
            found = False
            for cells in page.iter_rows(max_col=MOST_COLUMNS, values_only=True):
                found = True
                yield [text_of(value) for value in cells]
            if found:
                return
    except Exception as error:  # the reader stumbles over broken files in many ways
        raise Unreadable(BROKEN) from error


def text_of(value):
    """A cell as people read it. A formula is what was typed, never what somebody's program once made of it."""
    if value is None:
        return ""
    elif isinstance(value, bool):
        return "是" if value else "否"
    elif isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else value.isoformat(" ")
    elif isinstance(value, date):
        return value.isoformat()
    elif isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    # An array formula is an object of its own.
    return tidy(str(value.text or "") if hasattr(value, "text") else str(value))


def tidy(text):
    return UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def lines(file):
    text = decoded(file.read())
    start = text[: text.find("\n")] if "\n" in text else text
    try:
        reader = csv.reader(StringIO(text, newline=""), delimiter=max(",\t;", key=start.count), strict=True)
        for cells in reader:
            yield [tidy(cell) for cell in cells[:MOST_COLUMNS]]
    except csv.Error as error:
        raise Unreadable("CSV 表格有一处引号不成对，后面的读不下去。请改好，或者存为 .xlsx 再上传。") from error


def decoded(data):
    """By its byte order mark, as UTF-8 where it is that, else as Chinese: what Excel saves in China."""
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ["utf-16"] if is_wide else ["utf-8-sig", "gb18030"]:
        with suppress(UnicodeDecodeError):
            text = data.decode(encoding)
            if "\0" not in text:
                return text
    raise Unreadable(UNKNOWN_LETTERS)
