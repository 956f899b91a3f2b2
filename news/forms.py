"""The form in which an article is written."""

import re

from django import forms
from django.contrib.admin.widgets import AdminFileWidget

from axrc.web.uploads import PictureField
from news.models import Article
from news.moments import LastMomentField, MomentField
from news.widgets import RichTextWidget


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

    class Meta:
        model = Article
        fields = [
            *("title", "section", "source", "source_url", "is_repost", "summary", "body", "cover"),
            *("published_at", "ends_at", "pinned_until", "opens_at", "closes_at", "is_recommended", "status"),
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
