"""Sections and articles."""

from datetime import UTC, datetime

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone

from axrc.search.models import Entry
from axrc.search.query import document
from axrc.text import clean, excerpt, plain_text, printable
from axrc.text.fields import RichTextField
from news import addresses, corrections, library, windows
from news.addresses import SectionQuerySet
from news.attachments import Attachment
from news.front_page import FrontSlot
from news.history import Revision
from news.pictures import Picture, PictureUse
from news.querysets import ArticleQuerySet

__all__ = ["Article", "ArticleEntry", "Attachment", "FrontSlot", "Section"]

OWN_SOURCE = "安溪人才网"
# The slug of the section in which the site speaks for itself. The site knows it by this, so it stays.
NOTICES = "site"
LONGEST_SUMMARY = 90
FOR_EVER = datetime(9000, 1, 1, tzinfo=UTC)

has_a_letter = RegexValidator(r"[a-z]", "只有数字的地址是文章的，请至少用一个小写字母。")


class Section(models.Model):
    """One of the departments of the paper. The slug is its address; one that it leaves leads to it for good."""

    slug = models.SlugField("地址", max_length=40, unique=True, validators=[has_a_letter])
    name = models.CharField("名称", max_length=20)
    order = models.PositiveIntegerField("排序", default=0, help_text="数字小的在前")
    description = models.CharField(
        "说明", max_length=120, blank=True, help_text="一句话，显示在分类页标题下方和搜索引擎的结果里"
    )

    objects = SectionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "资讯分类"
        ordering = ["order", "id"]

    def __str__(self):
        return self.name

    def clean(self):
        addresses.check(self)
        if self.former_slug() == NOTICES != self.slug:
            raise ValidationError({"slug": "“网站公告”的地址是网站自己要用的，不能改。"})

    @transaction.atomic
    def save(self, **kwargs):
        former = self.former_slug()
        super().save(**kwargs)
        if former not in {None, self.slug}:
            addresses.remember(self, former)

    def get_absolute_url(self):
        return reverse("news:section", args=[self.slug])

    def former_slug(self):
        """The address as it is stored, or None for a section that is not stored yet."""
        return Section.objects.filter(pk=self.pk).values_list("slug", flat=True).first() if self.pk else None


class Article(models.Model):
    """What is public follows from status and date, so an article with a date to come appears by itself."""

    class Status(models.TextChoices):
        DRAFT = "draft", "草稿"
        PUBLISHED = "published", "已发布"
        WITHDRAWN = "withdrawn", "已撤回"

    title = models.CharField("标题", max_length=80)
    section = models.ForeignKey(Section, models.PROTECT, verbose_name="分类", related_name="articles")
    source = models.CharField("信息来源", max_length=40, default=OWN_SOURCE)
    source_url = models.URLField("来源网址", max_length=500, blank=True, help_text="原文的地址，转载必填")
    is_repost = models.BooleanField("转载", default=False, help_text="转载须注明来源和原文网址")
    summary = models.CharField("摘要", max_length=LONGEST_SUMMARY, blank=True, help_text="不填则取正文的开头")
    body = RichTextField("正文")
    cover = models.ForeignKey(
        Picture, models.PROTECT, verbose_name="题图", null=True, blank=True, related_name="covered_articles"
    )
    picture_uses = GenericRelation(PictureUse)
    published_at = models.DateTimeField("添加日期", null=True, blank=True)
    ends_at = models.DateTimeField("结束日期", null=True, blank=True)
    pinned_until = models.DateTimeField("置顶到", null=True, blank=True)
    opens_at = models.DateTimeField("报名开始", null=True, blank=True)
    closes_at = models.DateTimeField("报名截止", null=True, blank=True)
    is_recommended = models.BooleanField("推荐", default=False, help_text="显示在文章旁的“最新推荐”里")
    status = models.CharField("状态", max_length=10, choices=Status, default=Status.DRAFT)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="作者", null=True, blank=True, related_name="articles"
    )
    # Which article of an old site this is, and a digest of what it was imported as: news.importing.
    legacy_key = models.CharField(max_length=200, unique=True, null=True, blank=True, editable=False)
    legacy_digest = models.CharField(max_length=64, blank=True, editable=False)
    created_at = models.DateTimeField("创建时间", auto_now_add=True)
    updated_at = models.DateTimeField("更新时间", auto_now=True)
    correction_note = models.CharField("更正说明", max_length=200, blank=True)
    revised_at = models.DateTimeField("发布后修改时间", null=True, editable=False)
    corrected_at = models.DateTimeField("更正时间", null=True, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "文章"
        ordering = ["-published_at", "-id"]
        indexes = [
            models.Index(fields=["status", "-published_at", "-id"], name="article_newest"),
            models.Index(fields=["section", "status", "-published_at", "-id"], name="article_newest_of_section"),
            models.Index(fields=["status", "-is_recommended", "-published_at", "-id"], name="article_recommended"),
            # For the list of reposts without a source, which is read from the index alone.
            models.Index(fields=["source_url", "source"], condition=models.Q(is_repost=True), name="article_repost_source"),
            models.Index(fields=["pinned_until"], name="article_pinned", condition=models.Q(pinned_until__isnull=False)),
            models.Index(fields=["opens_at"], name="article_opens", condition=models.Q(opens_at__isnull=False)),
            models.Index(fields=["closes_at"], name="article_closes", condition=models.Q(closes_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status="published") | models.Q(published_at__isnull=False),
                name="published_articles_have_a_date",
            )
        ]

    def __str__(self):
        return self.title

    def clean(self):
        """A repost names where it comes from (DOMAIN.md L17); what is published has a date."""
        self.date_if_published()
        if self.ends_at and self.published_at and self.ends_at <= self.published_at:
            raise ValidationError({"ends_at": "结束日期要晚于添加日期，否则文章一刻也不会显示。"})
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            raise ValidationError({"closes_at": "报名截止要晚于报名开始。"})
        if self.is_repost and self.source.strip() in {"", OWN_SOURCE}:
            raise ValidationError({"source": "转载的文章必须写明原来的信息来源，不能是本站。"})
        if self.is_repost and not self.source_url:
            raise ValidationError({"source_url": "转载的文章必须填写原文的网址。"})
        if self.source_url and not is_web_address(self.source_url):
            raise ValidationError({"source_url": "网址必须以 http:// 或 https:// 开头。"})

    @transaction.atomic
    def save(self, *, by=None, deed="", **kwargs):
        """Whatever is saved is clean, has a summary, is found as it now stands, and who changed it is kept."""
        before = Article.objects.select_for_update().filter(pk=self.pk).first()
        self.title, self.source = printable(self.title), printable(self.source)
        self.correction_note = printable(self.correction_note)
        self.body = clean(self.body)
        if before and self.summary == before.summary == excerpt(before.body, LONGEST_SUMMARY):
            self.summary = ""  # It was taken from the text, so it follows the text.
        self.summary = printable(self.summary) or excerpt(self.body, LONGEST_SUMMARY)
        self.date_if_published()
        if before:
            Revision.objects.begin(before)
            corrections.stamp(self, before, timezone.now())
        super().save(**kwargs)
        library.note_uses(self, self.body)
        ArticleEntry.objects.revise(self)
        Revision.objects.record(self, by=by, deed=deed)

    def get_absolute_url(self):
        return reverse("news:article", args=[self.pk])

    def date_if_published(self):
        if self.status == self.Status.PUBLISHED and not self.published_at:
            self.published_at = timezone.now()

    def is_public(self, at=None):
        """The same as being among the published."""
        at = at or timezone.now()
        has_begun = self.status == self.Status.PUBLISHED and self.published_at <= at
        return has_begun and (self.ends_at is None or self.ends_at > at)

    def previous(self, at=None):
        """The neighbour that is older, or None.

        Of two upper bounds SQLite enters its index at the first it meets, so the article's own comes before the public's.
        """
        return Article.objects.before(self).published(at).for_headlines().first()

    def next(self, at=None):
        """The neighbour that is newer, or None."""
        return Article.objects.published(at).after(self).for_headlines().first()

    def is_pinned(self, at=None):
        return self.pinned_until is not None and self.pinned_until > (at or timezone.now())

    @property
    def window(self):
        """Where the time to apply stands now, of a notice that has one."""
        return windows.state(self.opens_at, self.closes_at, timezone.now())

    @property
    def changed_at(self):
        """When readers last saw it change; what was written beforehand appeared with its date."""
        return max(self.published_at, self.updated_at)

    @property
    def source_link(self):
        """Where a repost was taken from, or "" when that is no address of the web."""
        return self.source_url if self.is_repost and is_web_address(self.source_url) else ""


def is_web_address(address):
    return address.lower().startswith(("http://", "https://"))


class ArticleViews(models.Model):
    """How often an article was read on a day. Written by news.readership; for the staff only."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="views")
    day = models.DateField("日期")
    count = models.PositiveIntegerField("阅读次数", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "阅读次数"
        constraints = [models.UniqueConstraint(fields=["article", "day"], name="one_row_a_day")]

    def __str__(self):
        return f"{self.day} {self.count}"


class ArticleEntry(Entry):
    """An article as the search sees it."""

    article = models.OneToOneField(Article, models.CASCADE, related_name="entry")

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = "文章索引"

    subject = "article"
    facet_kinds = frozenset(["section"])

    @classmethod
    def of(cls, article):
        """The entry of an article that is or will be public, or None."""
        if article.status != Article.Status.PUBLISHED:
            return None
        return cls(
            article=article,
            dated_at=article.published_at,
            ends_at=article.ends_at or FOR_EVER,
            **document(
                title=article.title,
                texts=[article.summary, plain_text(article.body)],
                facets=[f"section:{article.section_id}"],
            ),
        )
