"""The letter on its way: it lies here from the deed until it has been sent, and no longer."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

MOST_TRIES = 5


class LetterQuerySet(models.QuerySet):
    def waiting(self, at=None):
        """Neither sent nor given up, and nobody is at it."""
        at = at or timezone.now()
        return self.filter(claimed_at=None, useful_until__gt=at, tries__lt=MOST_TRIES)

    def given_up(self, at=None):
        at = at or timezone.now()
        return self.filter(Q(useful_until__lte=at) | Q(tries__gte=MOST_TRIES))


class Letter(models.Model):
    """E-mail or text message. The queue holds its number only, so that no code lies in the list of tasks."""

    class Kind(models.TextChoices):
        EMAIL = "email", "邮件"
        SMS = "sms", "短信"

    kind = models.CharField("方式", max_length=5, choices=Kind)
    to = models.CharField("收件人", max_length=254)
    template = models.CharField("模板", max_length=100)
    subject = models.CharField("主题", max_length=200, blank=True)
    text = models.TextField("正文", blank=True)
    html = models.TextField("HTML 正文", blank=True)
    parameters = models.JSONField("短信参数", default=dict, blank=True)
    created_at = models.DateTimeField("生成时间", default=timezone.now, db_index=True)
    useful_until = models.DateTimeField("有效至")
    claimed_at = models.DateTimeField("开始发送", null=True, blank=True)
    tries = models.PositiveSmallIntegerField("尝试次数", default=0)
    error = models.CharField("上次错误", max_length=200, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "待发信件"
        ordering = ["created_at", "id"]

    def __str__(self):
        return f"{self.get_kind_display()} {self.template}"
