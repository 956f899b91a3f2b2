"""Documents that go with an article: forms to fill in, lists of posts."""

from django.db import models
from django.urls import reverse
from django.utils import timezone

from axrc.web import second_factor
from axrc.web.documents import KINDS, LONGEST_NAME, Document, checked, ending
from axrc.web.private_files import PrivateStorage


class AttachmentQuerySet(models.QuerySet):
    def visible_to(self, user, at=None):
        """Those of articles that the public may read; whoever writes articles sees all."""
        if second_factor.is_staff(user) and user.has_perm("news.view_article"):
            return self
        else:
            articles = self.model._meta.get_field("article").related_model.objects
            return self.filter(article__in=articles.published(at or timezone.now()))


class Attachment(models.Model):
    """A file that is taken off an article stays on the disk: what was public is kept (DOMAIN.md L8)."""

    article = models.ForeignKey("news.Article", models.CASCADE, verbose_name="文章", related_name="attachments")
    file = models.FileField("文件", upload_to="news/%Y/%m/", storage=PrivateStorage(), max_length=120)
    name = models.CharField("文件名", max_length=LONGEST_NAME, editable=False)
    size = models.PositiveIntegerField("大小", editable=False, help_text="字节")
    order = models.PositiveSmallIntegerField("排序", default=0, help_text="数字小的在前")

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "附件"
        ordering = ["order", "id"]

    def __str__(self):
        return self.name

    def save(self, **kwargs):
        """Whatever is stored was looked at, and keeps the name under which it was sent."""
        if not self.file._committed:
            document = self.file.file if isinstance(self.file.file, Document) else checked(self.file.file)
            self.file = document
            self.name, self.size = document.original_name, document.size
        super().save(**kwargs)

    def get_absolute_url(self):
        return reverse("news:attachment", args=[self.pk])

    @property
    def kind(self):
        return KINDS[ending(self.name)]
