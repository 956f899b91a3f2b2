"""Sections and articles."""

from datetime import UTC, datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone

from axrc.search.models import Entry
from axrc.search.query import document
from axrc.text import clean, excerpt, plain_text, printable
from axrc.text.fields import RichTextField
from axrc.web.uploads import Picture, reencoded
from news.querysets import ArticleQuerySet

OWN_SOURCE = "安溪人才网"
# The slug of the section in which the site speaks for itself.
NOTICES = "site"
LONGEST_SUMMARY = 90
FOR_EVER = datetime(9000, 1, 1, tzinfo=UTC)

has_a_letter = RegexValidator(r"[a-z]", "只有数字的地址是文章的，请至少用一个小写字母。")


class Section(models.Model):
    """One of the departments of the paper. The slug is its address and stays; the name may change."""

    slug = models.SlugField("地址", max_length=40, unique=True, validators=[has_a_letter])
    name = models.CharField("名称", max_length=20)
    order = models.PositiveIntegerField("排序", default=0, help_text="数字小的在前")
    description = models.CharField(
        "说明", max_length=120, blank=True, help_text="一句话，显示在分类页标题下方和搜索引擎的结果里"
    )

    class Meta:
        verbose_name = verbose_name_plural = "资讯分类"
        ordering = ["order", "id"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("news:section", args=[self.slug])


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
    cover = models.ImageField(
        "题图", upload_to="news/%Y/%m/", blank=True, width_field="cover_width", height_field="cover_height"
    )
    cover_width = models.PositiveIntegerField(null=True, editable=False)
    cover_height = models.PositiveIntegerField(null=True, editable=False)
    published_at = models.DateTimeField("添加日期", null=True, blank=True)
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

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "文章"
        ordering = ["-published_at", "-id"]
        indexes = [
            models.Index(fields=["status", "-published_at", "-id"], name="article_newest"),
            models.Index(fields=["section", "status", "-published_at", "-id"], name="article_newest_of_section"),
            models.Index(fields=["status", "-is_recommended", "-published_at", "-id"], name="article_recommended"),
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
        if self.is_repost and self.source.strip() in {"", OWN_SOURCE}:
            raise ValidationError({"source": "转载的文章必须写明原来的信息来源，不能是本站。"})
        if self.is_repost and not self.source_url:
            raise ValidationError({"source_url": "转载的文章必须填写原文的网址。"})
        if self.source_url and not is_web_address(self.source_url):
            raise ValidationError({"source_url": "网址必须以 http:// 或 https:// 开头。"})

    @transaction.atomic
    def save(self, **kwargs):
        """Whatever is saved is clean, has a summary, and is found as it now stands."""
        self.title, self.source = printable(self.title), printable(self.source)
        self.body = clean(self.body)
        self.summary = printable(self.summary) or excerpt(self.body, LONGEST_SUMMARY)
        self.date_if_published()
        if is_new(self.cover):
            self.cover = reencoded(self.cover.file)
        super().save(**kwargs)
        ArticleEntry.objects.revise(self)

    def get_absolute_url(self):
        return reverse("news:article", args=[self.pk])

    def date_if_published(self):
        if self.status == self.Status.PUBLISHED and not self.published_at:
            self.published_at = timezone.now()

    def is_public(self, at=None):
        """The same as being among the published."""
        return self.status == self.Status.PUBLISHED and self.published_at <= (at or timezone.now())

    def previous(self, at=None):
        """The neighbour that is older, or None.

        Of two upper bounds SQLite enters its index at the first it meets, so the bound of the public is the article's own.
        """
        at = min(at or timezone.now(), self.published_at)
        return Article.objects.published(at).before(self).for_headlines().first()

    def next(self, at=None):
        """The neighbour that is newer, or None."""
        return Article.objects.published(at).after(self).for_headlines().first()

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


def is_new(picture):
    """Whether the file is about to be stored as it was sent."""
    return bool(picture) and not picture._committed and not isinstance(picture.file, Picture)


class ArticleEntry(Entry):
    """An article as the search sees it."""

    article = models.OneToOneField(Article, models.CASCADE, related_name="entry")

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = "文章索引"

    subject = "article"

    @classmethod
    def of(cls, article):
        """The entry of an article that is or will be public, or None."""
        if article.status != Article.Status.PUBLISHED:
            return None
        tokens, text = document(
            title=article.title,
            texts=[article.summary, plain_text(article.body)],
            facets=[f"section:{article.section_id}"],
        )
        return cls(article=article, dated_at=article.published_at, ends_at=FOR_EVER, tokens=tokens, text=text)
