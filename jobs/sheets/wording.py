"""From what a row says to what the form of a posting takes."""

import re

from jobs.sheets.columns import CHOICES, COLUMNS, TERMS, YES_OR_NO, folded, names_of
from jobs.values import Education, Experience, Nature, PayUnit

USUAL = {
    "nature": Nature.FULL_TIME,
    "pay_unit": PayUnit.MONTH,
    "education": Education.ANY,
    "experience": Experience.ANY,
    **dict.fromkeys(YES_OR_NO, False),
}
# What people write around a name without meaning another one.
AROUND = {
    "region": re.compile("^(福建省|泉州市|安溪县?[·/]?)+(?=.)|[镇乡县]$"),
    "experience": re.compile("经验|年|工作"),
    "education": re.compile("学历|(及|或)?以上$"),
    "pay_unit": re.compile("[按每薪元/计小]"),
}
WORDS = {"是": True, "有": True, "√": True, "1": True, "yes": True, "否": False, "没有": False, "0": False, "no": False}
PARTING = re.compile(r"[、,，;；|/\s]+")
LONGEST_SHOWN = 20


class Wording:
    """The lists as they now are, read once for a whole sheet."""

    def __init__(self):
        fields = [*CHOICES, *TERMS, "benefits"]
        self.keys = {field: {spelled(field, name): key for name, key in names_of(field).items()} for field in fields}
        self.keys |= dict.fromkeys(YES_OR_NO, WORDS)

    def read(self, cells):
        """(data for the form, {field: what is wrong with its cell})."""
        data, errors = {}, {}
        for column in COLUMNS:
            field, text = column.field, cells.get(column.field, "")
            if field == "benefits":
                data[field], unknown = self.benefits(text)
            else:
                data[field], unknown = self.value(field, text)
            if unknown:
                errors[field] = unknown
        return data, errors

    def value(self, field, text):
        if field not in self.keys:
            return text, ""
        elif not text:
            return USUAL.get(field, ""), ""
        elif (key := self.keys[field].get(spelled(field, text))) is not None:
            return key, ""
        elif field in YES_OR_NO:
            return "", f"请填“是”或“否”，现在是“{shortened(text)}”"
        return "", f"没有“{shortened(text)}”，请从下拉列表里选"

    def benefits(self, text):
        known = self.keys["benefits"]
        names = [name for name in PARTING.split(text) if name and name not in {"无", "没有"}]
        unknown = [name for name in names if spelled("benefits", name) not in known]
        if unknown:
            return [], f"没有“{shortened('、'.join(unknown))}”这样的福利，请照“选项”表里的写，用顿号隔开"
        return list(dict.fromkeys(known[spelled("benefits", name)] for name in names)), ""


def spelled(field, name):
    """One spelling for what means the same."""
    name = folded(name).replace("~", "-").replace("—", "-")
    return AROUND[field].sub("", name) if field in AROUND else name


def shortened(text):
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
