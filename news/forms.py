"""The form in which an article is written."""

from django import forms
from django.contrib.admin.widgets import AdminFileWidget

from axrc.text import printable
from axrc.web.uploads import Picture, PictureField
from news import library
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
    cover_alt = forms.CharField(
        label="题图的替代文字",
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"class": "vLargeTextField"}),
        help_text="一句话说出图片上有什么，读给看不见图片的人听。同一张图片在各处都用这一句。",
    )
    cover_is_decorative = forms.BooleanField(
        label="题图是装饰图片", required=False, help_text="图片只是点缀、不说明内容时勾选，不读出来。"
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

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if cover := self.instance.cover:
            self.initial |= {
                "cover": cover,
                "cover_alt": cover.alternative_text,
                "cover_is_decorative": cover.is_decorative,
            }

    def clean_published_at(self):
        """What was not touched keeps its fractions of a second, by which neighbours are told apart."""
        if "published_at" in self.changed_data:
            return self.cleaned_data["published_at"]
        else:
            return self.instance.published_at

    def clean_cover_alt(self):
        return printable(self.cleaned_data["cover_alt"])

    def clean(self):
        """A new cover says what it shows, and an old one keeps saying something. It enters the library when all is right."""
        super().clean()
        cover = self.cleaned_data.get("cover")
        self.new_cover = cover if isinstance(cover, Picture) else None
        self.cleaned_data["cover"] = None if cover is False else self.instance.cover
        is_silent = not (self.cleaned_data.get("cover_alt") or self.cleaned_data.get("cover_is_decorative"))
        became_silent = is_silent and cover and {"cover_alt", "cover_is_decorative"} & {*self.changed_data}
        if is_silent and "cover_alt" not in self.errors and (self.new_cover or became_silent):
            self.add_error("cover_alt", "请用一句话说出题图上有什么；图片只是点缀的，请勾选“题图是装饰图片”。")
        return self.cleaned_data

    def store_cover(self, by):
        """Put what was sent, and what was said about it, into the library."""
        words = {
            "alternative_text": self.cleaned_data.get("cover_alt", ""),
            "is_decorative": self.cleaned_data.get("cover_is_decorative", False),
        }
        if self.new_cover:
            self.instance.cover = library.store(self.new_cover, by=by, **words)
        elif self.instance.cover and {"cover_alt", "cover_is_decorative"} & {*self.changed_data}:
            library.describe(self.instance.cover, **words)
