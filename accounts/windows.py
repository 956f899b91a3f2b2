"""The same thing open in two windows: whoever saves later is told what the earlier one has saved."""

import json
from copy import copy
from datetime import date
from hashlib import sha256

from django import forms

OVERTAKEN = "在您填写的时候，另一个窗口保存过这一页。您填的都还在下面，列出的几项和现在保存的不同，核对后再保存一次。"
LONGEST_SHOWN = 60


class Overtaken(Exception):
    """Something else was saved since this window was opened. `thing` is as it now stands."""

    def __init__(self, thing):
        super().__init__(thing.pk)
        self.thing = thing


def version(thing, names):
    """Changes with every change of one of the fields."""
    values = [thing._meta.get_field(name).value_to_string(thing) for name in sorted(names)]
    return sha256(json.dumps(values).encode()).hexdigest()[:16]


def check(thing, values, seen):
    """Raise Overtaken where `values` would undo what was saved after the version `seen`; to save it twice does no harm."""
    is_other = any(getattr(thing, name) != value for name, value in values.items())
    if seen and is_other and seen != version(thing, values):
        raise Overtaken(thing)


class VersionedForm(forms.ModelForm):
    """A form that knows which version it was opened on. `values` are what it writes."""

    version = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = version(self.instance, self._meta.fields)

    @property
    def values(self):
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

    @property
    def seen(self):
        return self.cleaned_data["version"]

    def again(self, thing):
        """The form with all that was written, on top of the latest version; and [(label, value now)] of what differs."""
        saved, data = copy(thing), self.data.copy()
        data["version"] = version(thing, self._meta.fields)
        form = type(self)(data, instance=thing)
        form.add_error(None, OVERTAKEN)
        names = [name for name, value in form.values.items() if getattr(saved, name) != value]
        return form, [(form.fields[name].label, shown(saved, name, form.fields[name].widget)) for name in names]


def shown(thing, name, widget=None):
    """A value of a field as people read it."""
    display = getattr(thing, f"get_{name}_display", None)
    value = display() if display else getattr(thing, name)
    if isinstance(value, bool):
        value = "是" if value else "否"
    elif isinstance(value, date) and widget:
        value = widget.format_value(value)
    text = "" if value is None else str(value)
    return (text[:LONGEST_SHOWN] + "…" if len(text) > LONGEST_SHOWN else text) or "（空）"
