"""What an employer hands in, and what a reviewer decided of it."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.models.reason import Reason
from jobs.models.job import Job


class SubmissionQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(status=Submission.Status.WAITING)

    def longest_waiting_first(self):
        return self.order_by("submitted_at", "pk")


class Submission(models.Model):
    """A posting, or a change of one, as it was handed in. Decided by jobs.life.reviewing, never changed after that."""

    class Kind(models.TextChoices):
        FIRST = "first", "新职位"
        AFTER = "after", "先发后审"
        EDIT = "edit", "修改"

    class Status(models.TextChoices):
        WAITING = "waiting", "待审核"
        ACCEPTED = "accepted", "已通过"
        REFUSED = "refused", "已退回"
        WITHDRAWN = "withdrawn", "已撤回"

    job = models.ForeignKey(Job, models.PROTECT, verbose_name="职位", related_name="submissions")
    kind = models.CharField("类型", max_length=8, choices=Kind)
    values = models.JSONField("内容")
    # What stood there when it was handed in: of a change what is public, of a second try what was sent back.
    before = models.JSONField("之前", default=dict)
    answer = models.CharField("给审核员的说明", max_length=300, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="提交人", null=True, related_name="+"
    )
    submitted_at = models.DateTimeField("提交时间", default=timezone.now)
    status = models.CharField("状态", max_length=10, choices=Status, default=Status.WAITING)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="审核人", null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField("审核时间", null=True, blank=True)
    reason = models.TextField("退回原因", max_length=1000, blank=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "职位审核"
        ordering = ["-submitted_at", "-pk"]
        indexes = [
            models.Index(fields=["submitted_at"], name="submission_waiting", condition=models.Q(status="waiting")),
            models.Index(fields=["job", "-submitted_at"], name="submission_of_job"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["job", "kind"], condition=models.Q(status="waiting"), name="one_waiting_submission_of_a_kind"
            )
        ]

    def __str__(self):
        return f"{self.values.get('title', '')}（{self.get_kind_display()}）"

    @property
    def is_waiting(self):
        return self.status == self.Status.WAITING


class SendBackReason(Reason):
    class Meta(Reason.Meta):
        verbose_name = verbose_name_plural = "职位退回的原因"


class Refresh(models.Model):
    """That a company put a job back on top; so many a day are free."""

    job = models.ForeignKey(Job, models.CASCADE, related_name="refreshes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        verbose_name = verbose_name_plural = "职位刷新"

    def __str__(self):
        return f"{self.job} {self.at}"


class JobNotice(models.Model):
    """That a company was told something of a job, so that nobody is told twice."""

    class Kind(models.TextChoices):
        ENDING = "ending", "即将到期"
        HIRED = "hired", "询问招聘结果"

    job = models.ForeignKey(Job, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=8, choices=Kind)
    ends_at = models.DateTimeField()
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "职位提醒"
        constraints = [models.UniqueConstraint(fields=["job", "kind", "ends_at"], name="one_notice_of_each_kind")]

    def __str__(self):
        return f"{self.job} {self.kind}"


class JobDraft(models.Model):
    """A form half filled in, kept as it was typed: {name of the field: [values]}."""

    company = models.ForeignKey("accounts.Company", models.CASCADE, related_name="job_drafts")
    # Where a job is changed; a new one has none.
    job = models.ForeignKey(Job, models.CASCADE, null=True, blank=True, related_name="drafts")
    typed = models.JSONField("已填内容", default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField("保存时间", default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "未填完的职位"
        ordering = ["-saved_at", "-pk"]
        indexes = [models.Index(fields=["company", "-saved_at"], name="draft_of_company")]

    def __str__(self):
        return "".join(self.typed.get("title", [])[-1:]).strip()[:60] or "未命名的职位"
