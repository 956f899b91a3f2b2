"""The entry: one deed, by whom, to what."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from axrc.audit.recording import LONGEST_NAME, label


class AppendOnly(Exception):
    """Somebody tried to change or to take back what was written down."""


class EntryQuerySet(models.QuerySet):
    def about(self, target):
        return self.filter(target_type=target._meta.label_lower, target_id=str(target.pk))

    def update(self, **fields):
        raise AppendOnly("Entries are not changed.")

    def bulk_update(self, *args, **kwargs):
        raise AppendOnly("Entries are not changed.")

    def delete(self):
        raise AppendOnly("Entries are not deleted.")


class Entry(models.Model):
    """Never changed. The database refuses it too (axrc/audit/guards.py)."""

    at = models.DateTimeField("时间", default=timezone.now, editable=False, db_index=True)
    # Without a constraint: what somebody did is told after his account is gone, and that must not change the entry.
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.DO_NOTHING,
        null=True,
        blank=True,
        db_constraint=False,
        related_name="+",
        verbose_name="操作人",
    )
    actor_name = models.CharField("操作人姓名", max_length=LONGEST_NAME, blank=True)
    action = models.CharField("操作", max_length=60, db_index=True)
    target_type = models.CharField("对象类型", max_length=80)
    target_id = models.CharField("对象编号", max_length=40)
    target_name = models.CharField("对象", max_length=LONGEST_NAME, blank=True)
    details = models.JSONField("详情", default=dict, blank=True, encoder=DjangoJSONEncoder)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "操作记录"
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["target_type", "target_id", "-at"], name="audit_target")]

    def __str__(self):
        return f"{self.actor_name or '系统'}：{label(self.action)} {self.target_name}"

    def save(self, **kwargs):
        if not self._state.adding:
            raise AppendOnly("Entries are not changed.")
        super().save(**kwargs | {"force_insert": True})

    def delete(self, **kwargs):
        raise AppendOnly("Entries are not deleted.")
