"""What a person has said of one company: it may have the resume, or it must never see it (DOMAIN.md L11)."""

from django.db import models

from accounts.models.company import Company
from accounts.models.resume.resume import Resume


class Disclosure(models.Model):
    """The consent to hand the resume to a company, given by applying. Withdrawn ones are kept."""

    resume = models.ForeignKey(Resume, models.CASCADE, verbose_name="简历", related_name="disclosures")
    company = models.ForeignKey(Company, models.CASCADE, verbose_name="企业", related_name="disclosures")
    granted_at = models.DateTimeField("同意时间", auto_now_add=True)
    withdrawn_at = models.DateTimeField("撤回时间", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "简历授权"
        ordering = ["-granted_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["resume", "company"], condition=models.Q(withdrawn_at=None), name="one_disclosure_per_company"
            )
        ]

    def __str__(self):
        return f"{self.resume} → {self.company}"


class BlockedCompany(models.Model):
    resume = models.ForeignKey(Resume, models.CASCADE, verbose_name="简历", related_name="blocks")
    company = models.ForeignKey(Company, models.CASCADE, verbose_name="企业", related_name="+")
    blocked_at = models.DateTimeField("屏蔽时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "屏蔽企业"
        ordering = ["-blocked_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["resume", "company"], name="a_company_is_blocked_once")]

    def __str__(self):
        return f"{self.resume} × {self.company}"
