"""The form in which an article is written."""

import re

from django import forms
from django.contrib.admin.widgets import AdminFileWidget

from axrc.web.uploads import PictureField
from news.models import Article
from news.widgets import RichTextWidget

SHOWN_DATE = "%Y-%m-%d %H:%M:%S"
# Besides what is written like 2026-03-05T09:30.
OTHER_DATES = ["%Y/%m/%d", "%Y/%m/%d %H:%M", "%Y年%m月%d日", "%Y年%m月%d日 %H:%M"]


class ArticleForm(forms.ModelForm):
    published_at = forms.DateTimeField(
        label="添加日期",
        required=False,
        input_formats=OTHER_DATES,
        widget=forms.DateTimeInput(format=SHOWN_DATE, attrs={"class": "vTextField", "size": 20, "autocomplete": "off"}),
        help_text="例如 2026-03-05 或 2026-03-05 09:30。不填则为发布的时刻；填将来的时间，到时自动显示。",
        error_messages={"invalid": "请按 2026-03-05 或 2026-03-05 09:30 的格式填写日期。"},
    )
    source_url = forms.URLField(
        label="来源网址",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="原文的地址，转载必填。",
        widget=forms.URLInput(attrs={"class": "vURLField"}),
    )
    cover = PictureField(
        label="题图",
        required=False,
        widget=AdminFileWidget,
        help_text="横向的照片，JPG、PNG、WebP 或 GIF，不超过 10 MB。",
    )

    class Meta:
        model = Article
        fields = [
            *("title", "section", "source", "source_url", "is_repost", "summary", "body", "cover"),
            *("published_at", "is_recommended", "status"),
        ]
        widgets = {
            "title": forms.TextInput(attrs={"class": "vLargeTextField"}),
            "summary": forms.Textarea(attrs={"class": "vLargeTextField", "rows": 2}),
            "body": RichTextWidget,
        }

    def clean_published_at(self):
        """What was not touched keeps its fractions of a second, by which neighbours are told apart."""
        if "published_at" in self.changed_data:
            return self.cleaned_data["published_at"]
        else:
            return self.instance.published_at

    @property
    def foreign_pictures(self):
        """How many pictures of the text lie on other sites; readers do not see them."""
        return len(re.findall(r'<img [^>]*?src="https?://', self.instance.body))
