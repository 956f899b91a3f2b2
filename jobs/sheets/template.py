"""The empty sheet that employers fill in."""

from django.utils import timezone

from jobs.life import deeds
from jobs.sheets.books import book_of
from jobs.sheets.columns import COLUMNS, EXAMPLE, NO, names_of

EXAMPLE_ROW = {
    "title": f"{EXAMPLE}：采茶工（这一行不会导入）",
    "category": "采茶工",
    "nature": "临时/季节工",
    "headcount": "10",
    "region": "西坪",
    "address": "西坪镇西原街1号",
    "pay_unit": "天",
    "salary_min": "150",
    "salary_max": "220",
    "salary_months": "12",
    "is_negotiable": NO,
    "benefits": "包吃、包住",
    "education": "学历不限",
    "experience": "经验不限",
    "description": "1、早上六点上山采茶，中午休息两小时\n2、把鲜叶送到收青点过秤",
    "requirements": "手脚利索，没采过的可以教。",
    "contact_name": "林女士",
    "contact_phone": "0595-23000000",
    "is_phone_hidden": NO,
}


def template(at=None):
    """The bytes of the template, with the lists as they now are."""
    row = EXAMPLE_ROW | {"ends_on": f"{deeds.latest_end(at or timezone.now()):%Y-%m-%d}"}
    # Where staff renamed the lists, the example shows what there is.
    for field in ("category", "region"):
        names = names_of(field)
        row[field] = row[field] if row[field] in names else next(iter(names), "")
    return book_of([[row.get(column.field, "") for column in COLUMNS]])
