"""A change of an article, field by field, as the staff read it."""

from dataclasses import dataclass

from django.db import models
from django.utils import timezone

from axrc.text.blocks import text_blocks
from axrc.text.differences import compare
from axrc.text.fields import RichTextField
from news.history import kept_fields, value_of
from news.models import Article


@dataclass
class Change:
    """A field and the lines of its difference. Without lines nothing but looks has changed: bold type, alignment."""

    label: str
    lines: list


def between(old, new, names=None):
    """The changes that lead from one state to the other; `names` leaves out all other fields."""
    fields = [field for field in kept_fields(Article) if names is None or field.name in names]
    return [change(field, old, new) for field in fields if old.get(field.name) != new.get(field.name)]


def change(field, old, new):
    before, after = shown(field, old), shown(field, new)
    lines = compare(before, after) if before != after else []
    return Change(str(field.verbose_name), lines)


def shown(field, content):
    """What a field held, as lines of text; none for an empty one."""
    if field.name not in content:
        return ["（当时还没有这一项）"]
    value = value_of(Article, field.name, content)
    if isinstance(field, RichTextField):
        return text_blocks(value)
    else:
        return [text for text in [words(field, value)] if text]


def words(field, value):
    if isinstance(field, models.BooleanField):
        return "是" if value else "否"
    elif isinstance(field, models.DateTimeField):
        return f"{timezone.localtime(value):%Y-%m-%d %H:%M:%S}" if value else ""
    elif field.choices:
        return str(dict(field.flatchoices).get(value, value))
    elif field.is_relation:
        return str(field.related_model.objects.filter(pk=value).first() or f"已删除（编号 {value}）") if value else ""
    else:
        return "" if value is None else str(value)


def labels(names):
    """The labels of fields by their names; of one that is no longer there, its name."""
    known = {field.name: str(field.verbose_name) for field in kept_fields(Article)}
    return [known.get(name, name) for name in names]
