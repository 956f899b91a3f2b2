"""The dry run: what is wrong with each row, and which of them are there already. Nothing becomes a job."""

import re
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from axrc.search.words import fold
from jobs.employers.forms import JobForm
from jobs.models import Job
from jobs.sheets.columns import BY_FIELD, COLUMNS, EXAMPLE, PLACES, PROBLEM, folded
from jobs.sheets.exporting import MORE
from jobs.sheets.limits import HEADER_WITHIN, MOST_ROWS
from jobs.sheets.refusals import Unreadable
from jobs.sheets.wording import Wording

NOT_READ = {folded(name) for name in (PROBLEM, *(header for header, _width in MORE))}
ALIKE = ("title", "category_id", "region_id", "pay_unit", "salary_min", "salary_max")
# A header is known by so many columns at least.
FEWEST_KNOWN = 2
EXAMPLE_ROW = re.compile(rf"[（(【\[]?{EXAMPLE}")


@dataclass
class Row:
    """`errors` are (field, text); `double` says what the row is the same as; a good one has values and an end."""

    number: int
    cells: dict
    errors: list = field(default_factory=list)
    double: str = ""
    values: dict | None = None
    ends_on: date | None = None

    @property
    def as_json(self):
        return {"row": self.number, "cells": self.cells, "errors": self.errors, "double": self.double}


def parsed(rows):
    """([Row] with their texts, [headers of columns that mean nothing]) of what reading.rows gives. Raises Unreadable."""
    rows = iter(rows)
    headers = header(rows)
    places = {}
    for place, text in enumerate(headers):
        if folded(text) in PLACES:
            places.setdefault(PLACES[folded(text)], place)
    missing = [column.label for column in COLUMNS if column.is_required and column.field not in places]
    if missing:
        raise Unreadable(f"没有找到这些列：{'、'.join(missing)}。请用模板的列名，写在第一行。")
    unknown = [text[:40] for text in headers if text and folded(text) not in PLACES and folded(text) not in NOT_READ]
    found = []
    for number, texts in rows:
        cells = {name: texts[place] for name, place in places.items() if place < len(texts) and texts[place]}
        if cells and not EXAMPLE_ROW.match(cells.get("title", "")):
            found.append(Row(number, cells))
        if len(found) > MOST_ROWS:
            raise Unreadable(f"一次最多 {MOST_ROWS} 行，请分成几个文件再上传。")
    if not found:
        raise Unreadable("表格里没有职位。请从列名下面一行开始写，一行一个职位。")
    return found, unknown


def header(rows):
    """The first row that names columns; above it there may be a title of the sheet."""
    for count, (_number, texts) in enumerate(rows, start=1):
        if len({PLACES[folded(text)] for text in texts if folded(text) in PLACES}) >= FEWEST_KNOWN:
            return texts
        if count == HEADER_WITHIN:
            break
    raise Unreadable("没有找到列名。请下载模板，把职位填在模板里再上传。")


def check(company, rows, at):
    """Write into the rows what is wrong with them, or what they say, and which are doubles."""
    wording, seen = Wording(), there(company, at)
    # One form for all: building its lists takes ten times as long as reading a row with it.
    form = JobForm({}, company=company, at=at)
    for row in rows:
        form.data, unknown = wording.read(row.cells)
        form.full_clean()
        row.errors = errors(form, unknown)
        if not row.errors:
            row.values, row.ends_on = form.values, form.ends_on
            key = likeness(row.values)
            row.double = seen.get(key, "")
            seen.setdefault(key, f"与第 {row.number} 行相同")


def errors(form, unknown):
    """[(field, text)] in the order of the columns; what the lists do not know says so better than the form can."""
    found = {name: [str(error) for error in errors] for name, errors in form.errors.items()}
    found |= {name: [text] for name, text in unknown.items()}
    return [[name, text] for name in [*BY_FIELD, "__all__"] for text in found.get(name, [])]


def there(company, at):
    """{likeness: what it is} of the jobs that a company has and that are not over."""
    jobs = Job.objects.of(company).filter(Q(ends_at=None) | Q(ends_at__gt=at), closed_at=None, removed_at=None)
    return {
        likeness(dict(zip(ALIKE, values, strict=True))): f"您已经有这个职位（编号 {pk}）"
        for pk, *values in jobs.order_by("-pk").values_list("pk", *ALIKE)
    }


def likeness(values):
    """The same for jobs that nobody could tell apart in a list."""
    return (re.sub(r"[\W_]+", "", fold(values["title"])), *(values[name] for name in ALIKE[1:]))
