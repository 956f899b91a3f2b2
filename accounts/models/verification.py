"""What a company hands in to become public, and what a reviewer decides about it (DOMAIN.md L1, L2)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models.company import Company
from accounts.models.reason import Reason
from axrc.web.private_files import PrivateFileField


class Verification(models.Model):
    """One submission. Made and decided by accounts.verification; kept for good as proof of what was checked."""

    class Kind(models.TextChoices):
        FIRST = "first", "首次认证"
        RENEWAL = "renewal", "续期"
        CHANGE = "change", "变更名称或代码"

    class Role(models.TextChoices):
        LEGAL = "legal", "法定代表人、经营者"
        HR = "hr", "人事、招聘负责人"
        STAFF = "staff", "其他员工"

    class Status(models.TextChoices):
        WAITING = "waiting", "待审核"
        ACCEPTED = "accepted", "已通过"
        REFUSED = "refused", "未通过"
        WITHDRAWN = "withdrawn", "已撤回"

    FILES = ["licence", "letter"]

    company = models.ForeignKey(Company, models.PROTECT, verbose_name="企业", related_name="verifications")
    kind = models.CharField("类型", max_length=8, choices=Kind)
    name = models.CharField("企业名称", max_length=80)
    credit_code = models.CharField("统一社会信用代码", max_length=18)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="提交人", null=True, related_name="+"
    )
    submitter_name = models.CharField("提交人姓名", max_length=40)
    role = models.CharField("提交人身份", max_length=8, choices=Role)
    licence = PrivateFileField("营业执照", upload_to="licences/")
    letter = PrivateFileField("授权书", upload_to="licences/", blank=True)
    submitted_at = models.DateTimeField("提交时间", default=timezone.now)

    status = models.CharField("状态", max_length=10, choices=Status, default=Status.WAITING)
    reason = models.TextField("未通过的原因", max_length=1000, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="审核人", null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField("审核时间", null=True, blank=True)
    valid_until = models.DateTimeField("通过后有效期至", null=True, blank=True)
    joined = models.ForeignKey(
        Company,
        models.PROTECT,
        verbose_name="并入的企业",
        null=True,
        blank=True,
        related_name="+",
        help_text="代码已属于另一家企业时，通过后提交人加入那家企业",
    )

    class Meta:
        verbose_name = verbose_name_plural = "企业认证"
        ordering = ["-submitted_at", "-id"]
        indexes = [models.Index(fields=["status", "submitted_at"], name="verification_queue")]
        constraints = [
            models.UniqueConstraint(
                fields=["company"], condition=Q(status="waiting"), name="one_waiting_verification_per_company"
            )
        ]

    def __str__(self):
        return f"{self.name}（{self.get_kind_display()}）"

    @property
    def is_waiting(self):
        return self.status == self.Status.WAITING

    @property
    def is_refused(self):
        return self.status == self.Status.REFUSED


class RefusalReason(Reason):
    class Meta(Reason.Meta):
        verbose_name = verbose_name_plural = "认证未通过的原因"


class VerificationReminder(models.Model):
    """That a company was told of the end of its verification, so that nobody is told twice."""

    company = models.ForeignKey(Company, models.CASCADE, related_name="+")
    valid_until = models.DateTimeField()
    days = models.PositiveSmallIntegerField()
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "认证到期提醒"
        constraints = [models.UniqueConstraint(fields=["company", "valid_until", "days"], name="one_reminder_of_each_kind")]

    def __str__(self):
        return f"{self.company} {self.days}"
