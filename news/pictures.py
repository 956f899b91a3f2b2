"""The picture library: every picture of the paper once, with what it shows and where it is used."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from axrc.web import stored_pictures


class PictureQuerySet(models.QuerySet):
    def without_description(self):
        """Neither described nor declared decorative."""
        return self.filter(alternative_text="", is_decorative=False)

    def with_number_of_uses(self):
        """As cover and in texts; counted apart, because two joins would multiply each other."""
        return self.annotate(number_of_uses=counted("covered_articles") + counted("uses"))


def counted(relation):
    of_one = Picture.objects.filter(pk=OuterRef("pk")).values("pk").annotate(number=Count(relation)).values("number")
    return Coalesce(Subquery(of_one), 0)


class Picture(models.Model):
    """Made by news.library only, which writes the files that the row tells of."""

    file = models.FileField("文件", upload_to="news/%Y/%m/", max_length=200, editable=False)
    # The name without its ending: that by which the renditions are recognised as well.
    stem = models.CharField(max_length=200, unique=True, editable=False)
    width = models.PositiveIntegerField("宽", editable=False)
    height = models.PositiveIntegerField("高", editable=False)
    # [{"width": 320, "height": 180, "webp": name, "fallback": name}], narrowest first.
    renditions = models.JSONField(default=list, editable=False)
    alternative_text = models.CharField(
        "替代文字", max_length=120, blank=True, help_text="一句话说出图片上有什么，读给看不见图片的人听"
    )
    is_decorative = models.BooleanField("装饰图片", default=False, help_text="图片只是点缀，不读出来")
    sent_as = models.CharField("原文件名", max_length=120, blank=True, editable=False)
    digest = models.CharField("SHA-256", max_length=64, unique=True, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="上传者",
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    created_at = models.DateTimeField("上传时间", auto_now_add=True)

    objects = PictureQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "图片"
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["-created_at", "-id"], name="picture_newest")]

    def __str__(self):
        return self.alternative_text or self.sent_as or self.file.name

    @property
    def url(self):
        return self.file.url

    @property
    def alt(self):
        """What is read out in its place."""
        return "" if self.is_decorative else self.alternative_text

    @property
    def is_described(self):
        return self.is_decorative or bool(self.alternative_text)

    def files(self):
        """The names of all that is stored of it."""
        return stored_pictures.files(self)


class PictureUse(models.Model):
    """A picture stands in the text of something: an article here, a page of the site elsewhere."""

    picture = models.ForeignKey(Picture, models.PROTECT, related_name="uses", verbose_name="图片")
    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    user = GenericForeignKey()

    class Meta:
        verbose_name = verbose_name_plural = "图片的使用"
        indexes = [models.Index(fields=["content_type", "object_id"], name="picture_use_by")]
        constraints = [
            models.UniqueConstraint(fields=["picture", "content_type", "object_id"], name="picture_used_once_by_each")
        ]

    def __str__(self):
        return f"{self.picture} - {self.user}"


def used_by(picture, at_most=50):
    """What shows the picture, newest first: pairs of a thing and how it uses the picture."""
    covers = [(article, "题图") for article in picture.covered_articles.order_by("-pk")[:at_most]]
    uses = picture.uses.order_by("-pk").prefetch_related("user")[:at_most]
    return covers + [(use.user, "正文") for use in uses if use.user]


IS_UNUSED = Q(covered_articles=None, uses=None)
