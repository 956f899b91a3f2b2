"""A sheet of jobs between being sent and being imported."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class JobImport(models.Model):
    """A working copy for some days: what an employer sent, what was found in it, and whether it was imported."""

    class State(models.TextChoices):
        CHECKED = "checked", "已检查，未导入"
        DONE = "done", "已导入"

    company = models.ForeignKey("accounts.Company", models.CASCADE, verbose_name="企业", related_name="job_imports")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    name = models.CharField("文件名", max_length=120)
    created_at = models.DateTimeField("上传时间", default=timezone.now, db_index=True)
    # [{"row": its number in the sheet, "cells": {field: text}, "errors": [[field, text]], "double": text}]
    rows = models.JSONField("内容")
    # Headers of columns that mean nothing here.
    unknown = models.JSONField("不认识的列", default=list)
    state = models.CharField("状态", max_length=8, choices=State, default=State.CHECKED)
    imported_at = models.DateTimeField("导入时间", null=True, blank=True)
    # {"made": number, "public": number, "waiting": number, "doubles": number left out}
    outcome = models.JSONField("结果", default=dict)

    class Meta:
        verbose_name = verbose_name_plural = "职位批量导入"
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["company", "-created_at"], name="import_of_company")]

    def __str__(self):
        return self.name

    @property
    def is_done(self):
        return self.state == self.State.DONE

    @property
    def bad(self):
        return [row for row in self.rows if row["errors"]]

    @property
    def doubles(self):
        return [row for row in self.rows if row["double"] and not row["errors"]]

    @property
    def good(self):
        """Those that are imported without a word more."""
        return [row for row in self.rows if not row["errors"] and not row["double"]]
