"""What people agreed to, and when (DOMAIN.md L10)."""

from django.conf import settings
from django.core.cache import cache
from django.db import models
from django.utils import timezone


class PolicyVersion(models.Model):
    """A new wording of the terms or of the privacy policy. From its moment on everybody is asked again.

    The wording itself stands in the site's pages; a slip of the pen mended there is no new version.
    """

    class Kind(models.TextChoices):
        TERMS = "terms", "用户协议"
        PRIVACY = "privacy", "隐私政策"

    FIRST = "1"
    CACHE_KEY = "accounts.policy_versions"
    # Other processes without a shared cache learn of a new version this many seconds late.
    CACHED_FOR = 60

    kind = models.CharField("文件", max_length=10, choices=Kind)
    version = models.CharField("版本号", max_length=20, help_text="例如 2026-11")
    summary = models.TextField("这次改了什么", max_length=500, help_text="请用户重新确认时显示给他们看")
    in_force_from = models.DateTimeField("生效时间", default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "协议版本"
        ordering = ["-in_force_from", "-id"]
        constraints = [models.UniqueConstraint(fields=["kind", "version"], name="one_row_per_policy_version")]

    def __str__(self):
        return f"{self.get_kind_display()} {self.version}"

    def save(self, **kwargs):
        super().save(**kwargs)
        cache.delete(self.CACHE_KEY)

    def delete(self, **kwargs):
        deleted = super().delete(**kwargs)
        cache.delete(self.CACHE_KEY)
        return deleted


class ConsentQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(withdrawn_at=None)


class Consent(models.Model):
    """One agreement of one person to one version. Never changed but for its withdrawal."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, verbose_name="用户", related_name="consents")
    kind = models.CharField("文件", max_length=10, choices=PolicyVersion.Kind)
    version = models.CharField("版本号", max_length=20)
    at = models.DateTimeField("同意时间", default=timezone.now)
    withdrawn_at = models.DateTimeField("撤回时间", null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "同意记录"
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "kind", "version"],
                condition=models.Q(withdrawn_at=None),
                name="one_standing_consent_per_version",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.version}"
