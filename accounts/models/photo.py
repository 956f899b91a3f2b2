"""What a company looks like from inside: pictures on its page."""

from django.db import models, transaction

from accounts.models.company import Company
from axrc.web import page_cache, stored_pictures


class CompanyPhoto(models.Model):
    """Made by accounts.photos, which writes the files that the row tells of."""

    MOST = 8

    company = models.ForeignKey(Company, models.CASCADE, verbose_name="企业", related_name="photos")
    file = models.FileField("文件", upload_to="companies/photos/", max_length=200, editable=False)
    width = models.PositiveIntegerField("宽", editable=False)
    height = models.PositiveIntegerField("高", editable=False)
    renditions = models.JSONField(default=list, editable=False)
    alternative_text = models.CharField("照片说明", max_length=80, help_text="一句话说出照片上有什么，显示在照片下面")
    order = models.PositiveSmallIntegerField("顺序", default=0, help_text="从小到大排列")
    created_at = models.DateTimeField("上传时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "企业照片"
        ordering = ["order", "id"]

    def __str__(self):
        return self.alternative_text

    @transaction.atomic
    def save(self, **kwargs):
        super().save(**kwargs)
        page_cache.empty()

    @transaction.atomic
    def delete(self, **kwargs):
        """The files go once nobody can see the row any more."""
        names = stored_pictures.files(self)
        deleted = super().delete(**kwargs)
        page_cache.empty()
        transaction.on_commit(lambda: stored_pictures.forget(names))
        return deleted
