"""People who leave, and what they take with them (DOMAIN.md L12)."""

from datetime import timedelta
from functools import partial

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models.company import Company
from axrc.web.private_files import PrivateFileField


class ClosingQuerySet(models.QuerySet):
    def waiting(self, at=None):
        """Still to be taken back."""
        return self.filter(erased_at=None, closed_at__gt=(at or timezone.now()) - Closing.GRACE)

    def due(self, at=None):
        return self.filter(erased_at=None, closed_at__lte=(at or timezone.now()) - Closing.GRACE)


class Closing(models.Model):
    """That an account was given up. Made, taken back and carried out by accounts.closing."""

    GRACE = timedelta(days=7)

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, verbose_name="用户", related_name="closing")
    closed_at = models.DateTimeField("申请注销时间", default=timezone.now)
    was_active = models.BooleanField("注销前可以登录", default=True)
    company = models.ForeignKey(
        Company, models.SET_NULL, verbose_name="一同关闭的企业", null=True, blank=True, related_name="+"
    )
    erased_at = models.DateTimeField("删除时间", null=True, blank=True)

    objects = ClosingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "账号注销"
        ordering = ["-closed_at", "-id"]
        indexes = [models.Index(fields=["closed_at"], condition=Q(erased_at=None), name="closing_due")]

    def __str__(self):
        return f"{self.user_id} {self.closed_at:%Y-%m-%d}"

    @property
    def erases_at(self):
        return self.closed_at + self.GRACE


class ExportQuerySet(models.QuerySet):
    def ready(self, at=None):
        """Made, and still to be fetched."""
        return self.filter(made_at__gt=(at or timezone.now()) - Export.LIFETIME)

    def expired(self, at=None):
        """Nobody fetches it any more; one that was never made has failed."""
        before = (at or timezone.now()) - Export.LIFETIME
        return self.filter(Q(made_at__lte=before) | Q(made_at=None, asked_at__lte=before))


class Export(models.Model):
    """A file with all that the site holds on a person. Made and erased by accounts.exporting."""

    LIFETIME = timedelta(hours=48)

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, verbose_name="用户", related_name="exports")
    asked_at = models.DateTimeField("申请时间", default=timezone.now)
    made_at = models.DateTimeField("生成时间", null=True, blank=True)
    file = PrivateFileField("文件", upload_to="exports/", blank=True, editable=False)

    objects = ExportQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "个人信息导出"
        ordering = ["-asked_at", "-id"]

    def __str__(self):
        return f"{self.user_id} {self.asked_at:%Y-%m-%d}"

    @transaction.atomic
    def delete(self, **kwargs):
        """The file goes once nobody can see the row any more."""
        if self.file:
            transaction.on_commit(partial(self.file.storage.delete, self.file.name))
        return super().delete(**kwargs)

    @property
    def ends_at(self):
        return self.made_at and self.made_at + self.LIFETIME
