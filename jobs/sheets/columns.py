"""The columns of the sheet: what template, import, bad rows and export have in common."""

import re
import unicodedata
from dataclasses import dataclass

from axrc.taxonomy import lists
from jobs.values import Education, Experience, Nature, PayUnit

YES, NO = "是", "否"
# What stands in the last column of the bad rows; what an export adds has labels of its own. Neither is read.
PROBLEM = "问题"
EXAMPLE = "示例"


@dataclass(frozen=True)
class Column:
    """`field` is the field of the form; `width` in characters; `hint` says in the instructions what to write."""

    field: str
    label: str
    width: int
    hint: str
    is_required: bool = False
    is_number: bool = False
    also: tuple = ()

    @property
    def header(self):
        return f"{self.label}*" if self.is_required else self.label


COLUMNS = [
    Column("title", "职位名称", 20, "求职者最先看到的，例如“采茶工”。", True, also=("职位", "岗位", "岗位名称", "招聘岗位")),
    Column("category", "职位类别", 16, "从下拉列表里选。", True, also=("类别", "岗位类别")),
    Column("nature", "工作性质", 12, "从下拉列表里选，不填就是“全职”。", also=("性质",)),
    Column("headcount", "招聘人数", 10, "整数，例如 2。", True, True, also=("人数",)),
    Column("region", "工作地区", 14, "乡镇，从下拉列表里选。", True, also=("地区", "乡镇")),
    Column("address", "工作地点", 30, "找得到的地址：路名、门牌或厂区。", True, also=("工作地址", "详细地址", "地址")),
    Column("pay_unit", "计薪方式", 10, "月、天或小时，不填就是“月”。", also=("计薪单位",)),
    Column(
        "salary_min",
        "薪资下限",
        10,
        "元，整数。按“计薪方式”算：月薪、日薪或时薪。",
        True,
        True,
        also=("最低薪资", "最低工资"),
    ),
    Column("salary_max", "薪资上限", 10, "元，整数，不低于下限。", True, True, also=("最高薪资", "最高工资")),
    Column("salary_months", "年薪月数", 10, "12 到 16，不填就是 12。", is_number=True),
    Column("pay_reason", "薪资差距的说明", 24, "上限超过下限两倍时要写，例如“底薪加计件”。"),
    Column("is_negotiable", "可面议", 8, "是或否。面议写在薪资之后，不能代替薪资。"),
    Column("benefits", "福利", 24, "几项之间用顿号隔开：包吃、包住、五险一金。能选的在“选项”表里。"),
    Column("education", "学历要求", 12, "从下拉列表里选，不填就是“学历不限”。", also=("学历",)),
    Column("experience", "经验要求", 12, "从下拉列表里选，不填就是“经验不限”。", also=("经验", "工作经验")),
    Column(
        "description", "岗位职责", 50, "每天做什么。格子里换行按 Alt + Enter。", True, also=("职责", "工作内容", "职位描述")
    ),
    Column(
        "requirements",
        "任职要求",
        50,
        "需要会什么。不能要求性别、户籍、婚育等与工作无关的条件。",
        True,
        also=("要求", "岗位要求"),
    ),
    Column("contact_name", "联系人", 12, "不填就用企业的联系人。"),
    Column("contact_phone", "联系电话", 16, "不填就用企业的电话。", also=("电话", "手机")),
    Column("is_phone_hidden", "不公开电话", 10, "是或否。", also=("隐藏电话",)),
    Column("ends_on", "截止日期", 14, "写成 2026-12-31 的样子，最远 90 天。", True, also=("有效期至", "到期日期")),
]
BY_FIELD = {column.field: column for column in COLUMNS}
CHOICES = {"nature": Nature, "pay_unit": PayUnit, "education": Education, "experience": Experience}
TERMS = {"category": "categories", "region": "regions"}
YES_OR_NO = {"is_negotiable", "is_phone_hidden"}


def folded(text):
    """A header or a name as it is compared: without stars, brackets and blanks, full width or not."""
    text = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"\(.*?\)|[\s*:]", "", text)


PLACES = {folded(name): column.field for column in COLUMNS for name in (column.label, *column.also)}


def names_of(field):
    """{what may be chosen: its key} in the order of the lists, as drop-down lists show it."""
    if field in CHOICES:
        return {label: value for value, label in CHOICES[field].choices}
    elif field in YES_OR_NO:
        return {YES: True, NO: False}
    terms = getattr(lists.current(), "benefits" if field == "benefits" else TERMS[field])
    # A trade is chosen where it is exact; a county may be the place of work as a whole.
    chosen = [term for term in terms if field != "category" or term.parent_id or not terms.children_of(term)]
    shown = [term.name for term in chosen]
    return {(term.name if shown.count(term.name) == 1 else f"{term.parent or ''}·{term.name}"): term.pk for term in chosen}
