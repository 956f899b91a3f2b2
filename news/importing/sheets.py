"""Rows of an Excel or CSV table as drafts."""

import csv
import hashlib
import re
from datetime import date, datetime, time
from io import StringIO
from itertools import islice

import openpyxl

from news.importing import archives
from news.importing.decoding import decoded
from news.importing.drafts import Draft, Refused, as_markup
from news.importing.mapping import COLUMNS, NEEDED, folded

# What the export writes: which article of this site the row is, and what did not fit into one cell of the text.
OWN_NUMBER = "本站编号"
CONTINUED = re.compile(r"正文（续\d+）")

LONGEST_CELL = 500_000
MOST_COLUMNS = 60
# The header stands near the top; after so many empty rows nothing more is expected.
HEADER_WITHIN = 10
MOST_EMPTY = 500

csv.field_size_limit(LONGEST_CELL)


def drafts(name, file, mapping):
    """A draft for each row that is not empty."""
    rows = table(name, file)
    headers = header(rows, mapping)
    places = mapping.places(headers)
    missing = [COLUMNS[part] for part in NEEDED if part not in places]
    if missing:
        raise Refused(f"没有找到这些列：{'、'.join(missing)}。请在第一行写上列名，或在下面指定。")
    if OWN_NUMBER in headers:
        places["number"] = headers.index(OWN_NUMBER)
    more = [place for place, text in enumerate(headers) if CONTINUED.fullmatch(text)]
    for number, cells in rows:
        yield draft(number, cells, places, more)


def columns_of(name, file):
    """The headers of a table, for choosing from."""
    return [text for _number, cells in islice(table(name, file), 1) for text in map(text_of, cells) if text]


def header(rows, mapping):
    """The first row that names a column; above it there may be a title of the table."""
    first = None
    for _number, cells in islice(rows, HEADER_WITHIN):
        texts = [text_of(cell) for cell in cells]
        first = first or texts
        said = {folded(column) for column in mapping.columns.values()} & set(map(folded, texts)) - {""}
        if said or len(set(mapping.places_guessed(texts)) & set(NEEDED)) > 1:
            return texts
    if not first:
        raise Refused("表格是空的。")
    return first


def draft(number, cells, places, more):
    said = {part: cells[place] if place < len(cells) else "" for part, place in places.items()}
    texts = {part: text_of(value) for part, value in said.items()}
    body = texts["body"] + "".join(text_of(cells[place]) for place in more if place < len(cells))
    title, day = texts["title"], said["date"]
    return Draft(
        place=f"第 {number} 行",
        title=title,
        date=day if isinstance(day, date) else texts["date"],
        source=texts.get("source", ""),
        body=as_markup(body),
        section=texts.get("section", ""),
        key=key(texts.get("address", ""), title, day),
        number=texts.get("number", ""),
    )


def key(address, title, day):
    """By its old address; without one, title and date tell an article from others."""
    if address:
        return f"url:{address}"
    else:
        return "row:" + hashlib.sha256(f"{title}\n{text_of(day)}".encode()).hexdigest()[:40]


def text_of(value):
    """A cell as it is read by people; a date the same whether it was typed or is one."""
    if value is None:
        return ""
    elif isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else value.isoformat(" ")
    elif isinstance(value, float) and value.is_integer():
        return str(int(value))
    else:
        return str(value).replace("\x00", "").strip()


def table(name, file):
    """(number of the row, cells) of each row in which something stands, from either kind of table."""
    name = name.lower()
    if name.endswith((".xlsx", ".xlsm")):
        rows = sheet(file)
    elif name.endswith((".csv", ".tsv")):
        rows = lines(file)
    else:
        raise Refused("请上传 .xlsx 或 .csv 表格。旧的 .xls 请先在 Excel 里另存为 .xlsx。")
    empty = 0
    for number, cells in enumerate(rows, start=1):
        if any(text_of(cell) for cell in cells):
            empty = 0
            yield number, cells
        else:
            empty += 1
        if empty > MOST_EMPTY:
            return


def sheet(file):
    """The rows of the first sheet that has any; a formula is the value that it had when the file was saved."""
    archives.opened(file)
    file.seek(0)
    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        for page in book.worksheets:
            page.reset_dimensions()
            rows = page.iter_rows(max_col=MOST_COLUMNS, values_only=True)
            if first := next(rows, None):
                yield first
                yield from rows
                return
    except Exception as error:  # the reader stumbles over broken files in many ways
        raise Refused("打不开这个 Excel 文件，它可能已损坏。请在 Excel 里另存一次再上传。") from error


def lines(file):
    text = decoded(file.read())
    start = text[: text.find("\n")] if "\n" in text else text
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=max(",\t;", key=start.count), strict=True)
    except csv.Error as error:
        raise Refused("CSV 表格有一处引号不成对，或者一格里的文字太长，后面的读不下去。") from error
