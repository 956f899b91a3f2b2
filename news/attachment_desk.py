"""Attachments, below the form of their article."""

from django import forms
from django.contrib import admin
from django.forms.models import BaseInlineFormSet
from django.template.defaultfilters import filesizeformat
from django.utils.html import format_html

from axrc.web.documents import MOST_BYTES, DocumentField
from news.attachments import Attachment


class AttachmentForm(forms.ModelForm):
    file = DocumentField(
        label="文件",
        # Without a link of its own: a private file has no address. The line shows the download beside it.
        widget=forms.FileInput,
        help_text=f"PDF、Word（.docx）或 Excel（.xlsx），不超过 {MOST_BYTES // 1024 // 1024} MB。",
        error_messages={"required": "请选择文件。"},
    )

    class Meta:
        model = Attachment
        fields = ["file", "order"]


class AttachmentFormSet(BaseInlineFormSet):
    def __init__(self, data=None, files=None, **kwargs):
        """Whoever sends an article without saying anything of attachments means to change none."""
        prefix = kwargs.get("prefix") or self.get_default_prefix()
        if data is not None and f"{prefix}-TOTAL_FORMS" not in data:
            data = data.copy()
            data[f"{prefix}-TOTAL_FORMS"] = data[f"{prefix}-INITIAL_FORMS"] = "0"
        super().__init__(data, files, **kwargs)


class AttachmentInline(admin.TabularInline):
    model = Attachment
    form = AttachmentForm
    formset = AttachmentFormSet
    fields = ["file", "order", "download"]
    readonly_fields = ["download"]
    extra = 0
    verbose_name_plural = "附件（报名表、岗位表等，显示在正文下面）"

    @admin.display(description="现有文件")
    def download(self, attachment):
        if attachment.pk:
            size = filesizeformat(attachment.size)
            return format_html('<a href="{}">{}</a>（{}）', attachment.get_absolute_url(), attachment.name, size)
        else:
            return "-"
