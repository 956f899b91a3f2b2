"""A text that reviewers choose from when they say no, and that staff may reword."""

from django.db import models


class Reason(models.Model):
    title = models.CharField("标题", max_length=40, unique=True)
    text = models.TextField("告诉企业的话", max_length=500, help_text="说清楚哪里不对、该怎么做")
    order = models.PositiveSmallIntegerField("顺序", default=0)
    is_active = models.BooleanField("可选用", default=True)

    class Meta:
        abstract = True
        ordering = ["order", "id"]

    def __str__(self):
        return self.title
