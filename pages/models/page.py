"""The site's own pages: a closed list of addresses whose texts staff write."""

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models, transaction
from django.urls import reverse

from axrc.text.fields import RichTextField
from news import library
from news.pictures import PictureUse
from pages.models.chrome import ChromeModel, ChromeQuerySet


class Page(ChromeModel):
    class Slug(models.TextChoices):
        """In the order of the footer."""

        ABOUT = "about", "安溪人才网简介"
        FEES = "fees", "收费标准"
        PAYMENT = "payment", "付款方式"
        CONTACT = "contact", "联系我们"
        PRIVACY = "privacy", "隐私政策"
        TERMS = "terms", "用户协议"
        CREDENTIALS = "credentials", "资质公示"

    slug = models.CharField("地址", max_length=20, unique=True, choices=Slug)
    title = models.CharField("标题", max_length=40)
    summary = models.CharField("摘要", max_length=160, blank=True, help_text="一两句话，显示在标题下方和搜索引擎的结果里")
    body = RichTextField("正文")
    order = models.SmallIntegerField("页脚顺序", default=0, help_text="数字小的在前；都为 0 时按惯例排列")
    is_in_footer = models.BooleanField("在页脚显示", default=True)
    updated_at = models.DateTimeField("更新时间", auto_now=True)
    picture_uses = GenericRelation(PictureUse)

    objects = ChromeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "页面"
        ordering = ["order", "id"]

    def __str__(self):
        return self.title

    @transaction.atomic
    def save(self, **kwargs):
        super().save(**kwargs)
        library.note_uses(self, self.body)

    def get_absolute_url(self):
        return reverse("pages:page", args=[self.slug])
