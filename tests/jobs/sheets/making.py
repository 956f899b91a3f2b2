"""Sheets as employers send them."""

import csv
import io
from datetime import timedelta

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from jobs.sheets.columns import COLUMNS

HEADERS = [column.header for column in COLUMNS]
LABELS = {column.field: column.label for column in COLUMNS}


def row(**cells):
    """{field: what stands in its cell} of a row that is good."""
    return {
        "title": "制茶师",
        "category": "制茶师",
        "nature": "全职",
        "headcount": 2,
        "region": "西坪",
        "address": "西坪镇西原街1号",
        "pay_unit": "月",
        "salary_min": 5000,
        "salary_max": 8000,
        "salary_months": 13,
        "pay_reason": "",
        "is_negotiable": "否",
        "benefits": "包吃、包住",
        "education": "学历不限",
        "experience": "1-3年",
        "description": "1、看青做青\n2、烘焙",
        "requirements": "懂茶，能上夜班。",
        "contact_name": "林女士",
        "contact_phone": "0595-23000001",
        "is_phone_hidden": "是",
        "ends_on": (timezone.localdate() + timedelta(days=30)).isoformat(),
    } | cells


def table(rows, headers=HEADERS, fields=None):
    fields = fields or [column.field for column in COLUMNS]
    return [list(headers), *([one.get(field, "") for field in fields] for one in rows)]


def xlsx(lines, title="职位"):
    """The bytes of a workbook; a text with "=" in front is a formula in it."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = title
    for line in lines:
        page.append(line)
    return saved(book)


def saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def as_csv(lines, encoding="utf-8-sig", delimiter=","):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(lines)
    return text.getvalue().encode(encoding)


def upload(content, name="职位.xlsx"):
    return SimpleUploadedFile(name, content)


def sheet(*rows, name="职位.xlsx"):
    return upload(xlsx(table(rows)), name)


def read(content, page=0):
    """The rows of a workbook as [[value]], header first."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [list(cells) for cells in book.worksheets[page].iter_rows(values_only=True)]


def thousand(bad=50):
    """1,000 rows, every twentieth of them with one thing wrong, each time another."""
    faults = [
        {"title": ""},
        {"category": "宇航员"},
        {"headcount": "几个"},
        {"salary_min": "面议"},
        {"salary_min": 9000, "salary_max": 3000},
        {"ends_on": "2020-01-01"},
        {"region": "火星"},
        {"description": ""},
        {"contact_phone": "打座机"},
        {"salary_max": "=5000*2"},
    ]
    made = []
    for number in range(1000):
        fault = faults[number // 20 % len(faults)] if number % 20 == 7 else {}
        made.append(row(**{"title": f"制茶师第{number}号岗位"} | fault))
    return made
