"""How a person is called before those who may not know the name."""

from django.db import models

# The surnames of two characters that are met in the county.
COMPOUND = {
    *("欧阳", "上官", "司马", "司徒", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯", "长孙", "宇文"),
    *("端木", "独孤", "南宫", "西门", "申屠", "轩辕", "百里", "呼延", "闻人", "钟离", "澹台", "公冶", "太叔", "濮阳"),
}


class Salutation(models.TextChoices):
    NONE = "", "张**（只显示姓）"
    MR = "mr", "张先生"
    MS = "ms", "张女士"


CALLED = {Salutation.MR: "先生", Salutation.MS: "女士"}


def masked(name, salutation=""):
    """The surname and how the person wants to be called, or "张**"."""
    return f"{surname(name)}{CALLED.get(salutation, '**')}" if name else "求职者"


def surname(name):
    return name[:2] if name[:2] in COMPOUND and len(name) > 2 else name[:1]
