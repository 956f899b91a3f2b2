"""That a recruiter opened a resume. The person reads it under 谁看过我 (DOMAIN.md L14)."""

from django.conf import settings
from django.db import models

from accounts.models.company import Company
from accounts.models.resume.resume import Resume


class ResumeView(models.Model):
    class What(models.TextChoices):
        PAGE = "page", "查看了简历"
        PRINT = "print", "打开了打印版"
        PDF = "pdf", "下载了 PDF"
        ATTACHMENT = "attachment", "下载了附件"

    resume = models.ForeignKey(Resume, models.CASCADE, verbose_name="简历", related_name="views")
    company = models.ForeignKey(Company, models.CASCADE, verbose_name="企业", related_name="+")
    recruiter = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="招聘专员", null=True, related_name="+"
    )
    what = models.CharField("做了什么", max_length=10, choices=What)
    viewed_at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "简历查看记录"
        ordering = ["-viewed_at", "-id"]
        indexes = [models.Index(fields=["resume", "-viewed_at"], name="resume_views_by_date")]

    def __str__(self):
        return f"{self.company} {self.get_what_display()}"
