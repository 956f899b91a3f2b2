"""Fields of the resume's forms: entries of the site's lists, months, numbers as people type them."""

import re
import unicodedata
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from axrc.taxonomy import lists
from axrc.taxonomy.models import Category, Region
from axrc.text import printable

MONTH = re.compile(r"(\d{4})\s*[-./年]?\s*(\d{1,2})\s*月?(?:[-./]\d{1,2})?")
MOBILE = re.compile(r"(?:\+?86)?(1[3-9]\d{9})")
SEPARATORS = re.compile(r"[、,，;；\n|]+")
EARLIEST_YEAR = 1940
MOST_SKILLS = 20
LONGEST_SKILL = 20


class RegionField(forms.ModelChoiceField):
    """A place of the county's list, the towns in their parts."""

    def __init__(self, **kwargs):
        kwargs.pop("limit_choices_to", None)
        super().__init__(Region.objects.all(), **{"empty_label": None} | kwargs)
        self.choices = self.grouped

    def grouped(self):
        known = lists.current().regions
        groups = {}
        for top in known.tops:
            for child in known.children_of(top):
                groups.setdefault(f"{top.name}·{child.part}" if child.part else top.name, []).append((child.pk, child.name))
        others = [(top.pk, f"{top.name}（不限乡镇）" if known.children_of(top) else top.name) for top in known.tops]
        return [("", "请选择"), ("全部", others), *groups.items()]


class CategoryField(forms.ModelChoiceField):
    """A category of the second level, under its upper one."""

    def __init__(self, **kwargs):
        kwargs.pop("limit_choices_to", None)
        super().__init__(Category.objects.filter(parent__isnull=False), **{"empty_label": None} | kwargs)
        self.choices = self.grouped

    def grouped(self):
        known = lists.current().categories
        groups = [(top.name, [(child.pk, child.name) for child in known.children_of(top)]) for top in known.tops]
        return [("", "请选择"), *((name, children) for name, children in groups if children)]


class MonthInput(forms.DateInput):
    """Browsers that know no month show a text field."""

    input_type = "month"

    def __init__(self, attrs=None):
        super().__init__({"placeholder": "例如 2018-09", "autocomplete": "off"} | (attrs or {}), format="%Y-%m")


class MonthField(forms.DateField):
    """A month, kept as its first day."""

    widget = MonthInput

    def to_python(self, value):
        if not value or isinstance(value, date):
            return super().to_python(value)
        found = MONTH.fullmatch(unicodedata.normalize("NFKC", str(value)).strip())
        try:
            month = date(int(found[1]), int(found[2]), 1) if found else None
        except ValueError:
            month = None
        if not month:
            raise ValidationError("请填写年和月，例如 2018-09")
        if not EARLIEST_YEAR <= month.year <= timezone.localdate().year + 6:
            raise ValidationError("年份不对，请检查")
        return month

    def has_changed(self, initial, data):
        return True


class MobileField(forms.CharField):
    """A mobile number of the mainland, kept as eleven digits however it was typed."""

    def to_python(self, value):
        text = re.sub(r"[\s\-()]", "", unicodedata.normalize("NFKC", super().to_python(value)))
        if not text:
            return ""
        found = MOBILE.fullmatch(text)
        if not found:
            raise ValidationError("请填写 11 位手机号")
        return found[1]


class SkillsField(forms.CharField):
    """Some words, whatever stands between them; kept with "、" between."""

    def to_python(self, value):
        words = [printable(word).strip() for word in SEPARATORS.split(super().to_python(value))]
        words = list(dict.fromkeys(word for word in words if word))
        if len(words) > MOST_SKILLS:
            raise ValidationError(f"最多写 {MOST_SKILLS} 项技能，现在有 {len(words)} 项")
        for word in words:
            if len(word) > LONGEST_SKILL:
                raise ValidationError(f"“{word[:10]}……”太长，每项最多 {LONGEST_SKILL} 个字，项与项之间用逗号或换行分开")
        return "、".join(words)
