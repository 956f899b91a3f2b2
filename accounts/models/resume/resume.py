"""What a person looking for work tells of themselves. What no employer may ask has no field (DOMAIN.md L13)."""

from datetime import timedelta
from functools import partial

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from accounts.models.resume.naming import Salutation, masked
from accounts.visibility import KEPT_OPEN, ResumeQuerySet
from axrc.taxonomy.models import Region
from axrc.taxonomy.values import Education, Experience
from axrc.web.private_files import PrivateFileField

LONGEST_TEXT = 2000


class Resume(models.Model):
    class Visibility(models.TextChoices):
        PUBLIC = "public", "公开"
        APPLIED = "applied", "仅投递企业可见"
        HIDDEN = "hidden", "隐藏"

    class Status(models.TextChoices):
        AT_ONCE = "at-once", "随时到岗"
        OPEN = "open", "在职，看机会"
        NOT_NOW = "not-now", "暂不考虑"
        GRADUATE = "graduate", "应届毕业生"

    # A job may ask nothing, a person has learnt and worked for so long.
    EDUCATIONS = [choice for choice in Education.choices if choice[0] != Education.ANY]
    EXPERIENCES = [choice for choice in Experience.choices if choice[0] != Experience.ANY]

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, verbose_name="用户", related_name="resume")
    name = models.CharField("姓名", max_length=20, blank=True)
    salutation = models.CharField("对外称呼", max_length=5, choices=Salutation, default=Salutation.NONE, blank=True)
    birth_date = models.DateField("出生日期", null=True, blank=True)
    phone = models.CharField("手机号", max_length=20, blank=True)
    region = models.ForeignKey(Region, models.PROTECT, verbose_name="现居住地", null=True, blank=True, related_name="+")
    education = models.CharField("最高学历", max_length=12, choices=EDUCATIONS, blank=True)
    experience = models.CharField("工作年限", max_length=12, choices=EXPERIENCES, blank=True)
    status = models.CharField("求职状态", max_length=10, choices=Status, blank=True)
    skills = models.CharField("技能", max_length=400, blank=True)
    about = models.TextField("自我介绍", max_length=LONGEST_TEXT, blank=True)
    photo = PrivateFileField("照片", upload_to="resumes/photos/", blank=True, editable=False)
    attachment = PrivateFileField("附件", upload_to="resumes/", blank=True, editable=False)
    attachment_name = models.CharField("附件名称", max_length=120, blank=True, editable=False)
    visibility = models.CharField("谁可以看", max_length=8, choices=Visibility, default=Visibility.APPLIED)
    shows_contact = models.BooleanField("公开手机号", default=False)
    first_warned_at = models.DateTimeField("第一次提醒", null=True, blank=True, editable=False)
    last_warned_at = models.DateTimeField("第二次提醒", null=True, blank=True, editable=False)
    created_at = models.DateTimeField("创建时间", auto_now_add=True)
    updated_at = models.DateTimeField("更新时间", auto_now=True)

    objects = ResumeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "简历"
        ordering = ["-updated_at", "-id"]

    def __str__(self):
        return self.name or f"简历 {self.pk}"

    @transaction.atomic
    def save(self, **kwargs):
        """Whatever is saved is found at once as it now stands."""
        super().save(**kwargs)
        self.reindex()

    @transaction.atomic
    def delete(self, **kwargs):
        """The files go once nobody can see the row any more."""
        files = [file for file in (self.photo, self.attachment) if file]
        deleted = super().delete(**kwargs)
        for file in files:
            transaction.on_commit(partial(file.storage.delete, file.name))
        return deleted

    def get_absolute_url(self):
        return reverse("talent:resume", args=[self.pk])

    def reindex(self):
        """Bring what the search knows of the resume up to date, without moving it in the order."""
        self._meta.apps.get_model("accounts.ResumeEntry").objects.revise(self)

    @property
    def audit_name(self):
        return f"简历 {self.pk}"

    @property
    def masked_name(self):
        return masked(self.name, self.salutation)

    @property
    def skill_list(self):
        return [skill for skill in self.skills.split("、") if skill]

    @property
    def email(self):
        return self.user.email or ""

    @cached_property
    def age(self):
        return age_on(self.birth_date, timezone.localdate()) if self.birth_date else None

    @property
    def hides_at(self):
        """When it is hidden by itself, unless the person logs in before."""
        return (self.user.last_login or self.created_at) + timedelta(days=KEPT_OPEN)

    @property
    def is_hidden_by_itself(self):
        return self.hides_at <= timezone.now()


def age_on(birth_date, day):
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))
