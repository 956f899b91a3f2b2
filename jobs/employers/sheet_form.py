"""The form that takes a sheet of jobs."""

from django import forms

from jobs.sheets.reading import KINDS
from jobs.sheets.refusals import EMPTY


class SheetForm(forms.Form):
    """Whether the file is what its name says is for jobs.sheets to find out."""

    file = forms.FileField(
        label="填好的表格",
        max_length=None,
        widget=forms.FileInput({"accept": ",".join(KINDS)}),
        error_messages={"required": "请选择填好的表格", "empty": EMPTY, "invalid": "文件没有传完，请重新选择"},
    )
