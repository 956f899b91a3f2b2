"""The form in which an article is written."""

from django import forms
from django.contrib.admin.widgets import AdminFileWidget

from axrc.text import clean, printable
from axrc.web.uploads import Picture, PictureField
from news import library
from news.models import Article
from news.moments import LastMomentField, MomentField
from news.widgets import RichTextWidget

CORRECTION_HELP = (
    "选填。发布以后改了标题或正文，可以在这里告诉读者改了什么，页面上显示“更正于（修改的时间）”；清空则不再显示。"
)
NOTHING_CORRECTED = "这篇文章发布以后，标题和正文还没有改动，不需要更正说明。"


class CorrectionNoteInput(forms.Textarea):
    """Two lines that are as wide as the form."""

    def __init__(self):
        super().__init__({"class": "vLargeTextField", "rows": 2, "maxlength": 200})


class ArticleForm(forms.ModelForm):
    published_at = MomentField(
        label="添加日期",
        help_text="例如 2026-03-05 或 2026-03-05 09:30。不填则为发布的时刻；填将来的时间，到时自动显示。",
    )
    ends_at = LastMomentField(
        label="结束日期",
        help_text="过了这个时间，文章从网站上消失。只填日期则显示到当天 23:59:59；不填则一直显示。",
    )
    pinned_until = LastMomentField(
        label="置顶到", help_text="在这之前排在分类和资讯首页列表的最上面。只填日期则到当天 23:59:59；不填则不置顶。"
    )
    opens_at = MomentField(label="报名开始", help_text="公招公告的报名时间，读者会看到“未开始”“进行中”或“已结束”。")
    closes_at = LastMomentField(label="报名截止", help_text="只填日期则到当天 23:59:59。")
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
            *("published_at", "ends_at", "pinned_until", "opens_at", "closes_at"),
            *("is_recommended", "status", "correction_note"),
        ]
        widgets = {
            "title": forms.TextInput(attrs={"class": "vLargeTextField"}),
            "summary": forms.Textarea(attrs={"class": "vLargeTextField", "rows": 2}),
            "body": RichTextWidget,
            "correction_note": CorrectionNoteInput,
        }
        help_texts = {"correction_note": CORRECTION_HELP}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if cover := self.instance.cover:
            self.initial |= {
                "cover": cover,
                "cover_alt": cover.alternative_text,
                "cover_is_decorative": cover.is_decorative,
            }

    def is_valid(self):
        """A check shows the form again with what was found, and never saves."""
        return super().is_valid() and "_check" not in self.data

    def clean(self):
        """Readers are told of a correction where there is one."""
        cleaned = super().clean()
        self.read_cover(cleaned)
        note = printable(cleaned.get("correction_note") or "")
        if note and note != self.instance.correction_note and not self.is_corrected(cleaned):
            self.add_error("correction_note", NOTHING_CORRECTED)
        return cleaned

    def is_corrected(self, cleaned):
        """Whether what readers may have seen was changed, now or before. Here the instance is still the old one."""
        before = self.instance
        title, body = printable(cleaned.get("title") or ""), clean(cleaned.get("body") or "")
        return bool(before.pk and (before.revised_at or (title, body) != (before.title, before.body)))

    def clean_published_at(self):
        """What was not touched keeps its fractions of a second, by which neighbours are told apart."""
        if "published_at" in self.changed_data:
            return self.cleaned_data["published_at"]
        else:
            return self.instance.published_at

    def clean_cover_alt(self):
        return printable(self.cleaned_data["cover_alt"])

    def read_cover(self, cleaned):
        """A new cover says what it shows, and an old one keeps saying something. It enters the library when all is right."""
        cover = cleaned.get("cover")
        self.new_cover = cover if isinstance(cover, Picture) else None
        cleaned["cover"] = None if cover is False else self.instance.cover
        is_silent = not (cleaned.get("cover_alt") or cleaned.get("cover_is_decorative"))
        became_silent = is_silent and cover and {"cover_alt", "cover_is_decorative"} & {*self.changed_data}
        if is_silent and "cover_alt" not in self.errors and (self.new_cover or became_silent):
            self.add_error("cover_alt", "请用一句话说出题图上有什么；图片只是点缀的，请勾选“题图是装饰图片”。")

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


class RevertForm(forms.Form):
    """What readers are told when an article goes back to what it said before."""

    correction_note = forms.CharField(
        label="更正说明", required=False, max_length=200, widget=CorrectionNoteInput, help_text=CORRECTION_HELP
    )
