"""How often a vacancy is looked at: one row a day, without a trace of who looked."""

from django.db import models

from jobs.models.job import Job


class JobViews(models.Model):
    """Written by jobs.viewership; for the company's own people and the staff."""

    job = models.ForeignKey(Job, models.CASCADE, related_name="views")
    day = models.DateField("日期")
    count = models.PositiveIntegerField("浏览次数", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "职位浏览次数"
        constraints = [models.UniqueConstraint(fields=["job", "day"], name="views_of_a_job_once_a_day")]

    def __str__(self):
        return f"{self.day} {self.count}"
