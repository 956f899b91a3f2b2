"""The word that invites somebody to recruit for a company."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.models.company import Company


class InvitationQuerySet(models.QuerySet):
    def open(self, at=None):
        """Not answered, not taken back, not run out."""
        at = at or timezone.now()
        return self.filter(answered_at=None, withdrawn_at=None, created_at__gt=at - Invitation.LIFETIME)


class Invitation(models.Model):
    """Made and answered by accounts.teams. Its link works once, and for a week."""

    LIFETIME = timedelta(days=7)

    company = models.ForeignKey(Company, models.CASCADE, verbose_name="企业", related_name="invitations")
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="邀请人", null=True, related_name="+"
    )
    contact = models.CharField("邮箱或手机号", max_length=254)
    created_at = models.DateTimeField("邀请时间", default=timezone.now)
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="答复人", null=True, blank=True, related_name="+"
    )
    is_accepted = models.BooleanField("已接受", default=False)
    withdrawn_at = models.DateTimeField("收回时间", null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "招聘专员邀请"
        ordering = ["-created_at", "-id"]

    def __str__(self):
        return f"{self.company}：{self.contact}"

    @property
    def ends_at(self):
        return self.created_at + self.LIFETIME

    def is_open(self, at):
        return not self.answered_at and not self.withdrawn_at and at < self.ends_at
