"""留言反馈: what people write to the site, and what it answers."""

import re

from django.conf import settings
from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

SHORTEST, LONGEST = 10, 1000
# What identifies a person in his own words; the words are published by staff, these parts never.
EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
PHONE = r"(?<!\d)(?:\+?86[- ]?)?(?:1\d{2}[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8})(?!\d)"
PRIVATE = re.compile(f"{EMAIL}|{PHONE}", re.ASCII)
HIDDEN = "[联系方式已隐去]"


class FeedbackQuerySet(models.QuerySet):
    def shown(self):
        """All that the public may read: answered, and released by who answered."""
        return self.filter(status=Feedback.Status.ANSWERED, is_public=True).order_by("-answered_at", "-id")


class Feedback(models.Model):
    class Type(models.TextChoices):
        SUGGESTION = "suggestion", "建议"
        OPINION = "opinion", "意见"
        HELP = "help", "求助"
        COMPLAINT = "complaint", "投诉"

    class Status(models.TextChoices):
        OPEN = "open", "未处理"
        ANSWERED = "answered", "已处理"

    # Without a way to reach the person these can't be settled.
    NEEDS_CONTACT = [Type.HELP, Type.COMPLAINT]
    # The unanswered from the oldest on, then the answered from the newest on.
    BY_WAITING = [F("answered_at").desc(nulls_first=True), "created_at", "id"]

    type = models.CharField("类型", max_length=12, choices=Type)
    text = models.TextField("内容", max_length=LONGEST, validators=[MinLengthValidator(SHORTEST)])
    name = models.CharField("称呼", max_length=20, blank=True)
    contact = models.CharField("联系方式", max_length=60, blank=True)
    sender = models.CharField("来源标识", max_length=32, blank=True, editable=False, help_text="网络地址的加密摘要")
    created_at = models.DateTimeField("提交时间", default=timezone.now, editable=False)

    status = models.CharField("状态", max_length=10, choices=Status, default=Status.OPEN, editable=False)
    answer = models.TextField("答复", max_length=2000, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="答复人",
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    answered_at = models.DateTimeField("答复时间", null=True, blank=True, editable=False)
    is_public = models.BooleanField(
        "公开",
        default=False,
        help_text="在留言反馈页显示类型、内容、日期和答复；称呼和联系方式不会公开，内容中的电话和邮箱会隐去",
    )

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "留言反馈"
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["-answered_at", "-id"], condition=Q(is_public=True), name="feedback_shown"),
            models.Index(fields=["sender", "created_at"], name="feedback_by_sender"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="open", answered_at=None, is_public=False)
                | Q(status="answered", answered_at__isnull=False),
                name="feedback_is_public_only_when_answered",
            )
        ]

    def __str__(self):
        return f"{self.get_type_display()}：{self.text[:20]}"

    @property
    def public_text(self):
        """The person's words without phone numbers and e-mail addresses."""
        return PRIVATE.sub(HIDDEN, self.text)

    @property
    def waiting(self):
        """How long nobody has answered, None once somebody did."""
        return None if self.answered_at else timezone.now() - self.created_at
