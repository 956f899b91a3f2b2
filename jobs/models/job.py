"""One vacancy."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from accounts.models import Company
from axrc.taxonomy.models import Benefit, Category, Region
from jobs.querysets import JobQuerySet
from jobs.values import Education, Experience, Nature, PayUnit

# How many jobs stand in one part of the sitemap, ended ones counted.
PER_PART = 10_000
# Nobody has taken it away; whether it is live is a matter of dates, and of its company.
OPEN = Q(paused_at=None, closed_at=None, frozen_at=None, removed_at=None)


class Job(models.Model):
    """What is public follows from the dates alone, so nothing has to run for a job to come or go on time."""

    class CloseReason(models.TextChoices):
        FILLED = "filled", "已招满"
        WITHDRAWN = "withdrawn", "不再招聘"
        OTHER = "other", "其他"

    class Source(models.TextChoices):
        SELF = "self", "企业自己发布"
        IMPORT = "import", "企业批量导入"
        PHONE = "phone", "电话委托"
        VISIT = "visit", "上门或现场委托"

    class Hired(models.TextChoices):
        HERE = "here", "招到了，在本站招到的"
        ELSEWHERE = "elsewhere", "招到了，从别处招到的"
        NOBODY = "nobody", "没有招到"

    company = models.ForeignKey(Company, models.PROTECT, verbose_name="企业", related_name="jobs")
    title = models.CharField("职位名称", max_length=60)
    category = models.ForeignKey(Category, models.PROTECT, verbose_name="职位类别")
    nature = models.CharField("工作性质", max_length=12, choices=Nature, default=Nature.FULL_TIME)
    headcount = models.PositiveIntegerField(
        "招聘人数", default=1, validators=[MinValueValidator(1), MaxValueValidator(9999)]
    )

    region = models.ForeignKey(Region, models.PROTECT, verbose_name="工作地区")
    address = models.CharField("工作地点", max_length=120)

    pay_unit = models.CharField("计薪方式", max_length=8, choices=PayUnit, default=PayUnit.MONTH)
    salary_min = models.PositiveIntegerField("薪资下限(元)")
    salary_max = models.PositiveIntegerField("薪资上限(元)")
    salary_months = models.PositiveSmallIntegerField(
        "年薪月数", default=12, validators=[MinValueValidator(12), MaxValueValidator(16)]
    )
    pay_reason = models.CharField(
        "薪资差距的说明", max_length=120, blank=True, help_text="上限超过下限两倍时要说明，例如：底薪加计件"
    )
    is_negotiable = models.BooleanField("可面议", default=False, help_text="写在薪资之后,不能代替薪资")
    benefits = models.ManyToManyField(Benefit, verbose_name="福利", blank=True)

    education = models.CharField("学历要求", max_length=12, choices=Education, default=Education.ANY)
    experience = models.CharField("经验要求", max_length=12, choices=Experience, default=Experience.ANY)
    description = models.TextField("岗位职责", max_length=5000)
    requirements = models.TextField("任职要求", max_length=5000)

    contact_name = models.CharField("联系人", max_length=20, blank=True)
    contact_phone = models.CharField("联系电话", max_length=30, blank=True)
    is_phone_hidden = models.BooleanField("不公开电话", default=False)

    source = models.CharField("来源", max_length=8, choices=Source, default=Source.SELF)
    source_note = models.CharField("来源说明", max_length=120, blank=True, help_text="谁、什么时候、怎么委托的")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="录入人", null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField("创建时间", auto_now_add=True)
    updated_at = models.DateTimeField("更新时间", auto_now=True)
    submitted_at = models.DateTimeField("提交审核时间", null=True, blank=True)
    published_at = models.DateTimeField("发布时间", null=True, blank=True)
    refreshed_at = models.DateTimeField("刷新时间", null=True, blank=True)
    ends_at = models.DateTimeField("截止时间", null=True, blank=True)
    paused_at = models.DateTimeField("暂停时间", null=True, blank=True)
    closed_at = models.DateTimeField("关闭时间", null=True, blank=True)
    close_reason = models.CharField("关闭原因", max_length=10, choices=CloseReason, blank=True)
    hired = models.CharField("招聘结果", max_length=10, choices=Hired, blank=True)
    frozen_at = models.DateTimeField("冻结时间", null=True, blank=True)
    stop_reason = models.CharField("冻结或下架的原因", max_length=300, blank=True)
    removed_at = models.DateTimeField("下架时间", null=True, blank=True)
    urgent_until = models.DateTimeField("急聘至", null=True, blank=True)
    promoted_until = models.DateTimeField("推广至", null=True, blank=True)

    # The part of the sitemap in which the job stands.
    part = models.GeneratedField(
        expression=F("id") / PER_PART, output_field=models.BigIntegerField(), db_persist=True, editable=False
    )

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "职位"
        ordering = ["-refreshed_at", "-id"]
        permissions = [("moderate_job", "审核职位")]
        indexes = [
            models.Index(fields=["company", "-refreshed_at"], name="job_of_company"),
            models.Index(fields=["urgent_until"], name="job_urgent"),
            models.Index(fields=["promoted_until"], name="job_promoted", condition=Q(promoted_until__isnull=False)),
            models.Index(fields=["-refreshed_at", "-id"], name="job_newest"),
            models.Index(fields=["part", "ends_at"], name="job_of_part", condition=OPEN),
            models.Index(fields=["part", "updated_at"], name="job_changed_in_part"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(salary_max__gte=F("salary_min")), name="salary_range_in_order"),
            models.CheckConstraint(condition=Q(headcount__gte=1), name="at_least_one_is_hired"),
        ]

    def __str__(self):
        return self.title

    @transaction.atomic
    def save(self, **kwargs):
        """Whatever is saved is found at once as it now stands. A deed that also moves it to the top says so itself."""
        if self.published_at and not self.refreshed_at:
            self.refreshed_at = self.published_at
        super().save(**kwargs)
        self._meta.apps.get_model("jobs.BoardEntry").objects.revise(self)

    def get_absolute_url(self):
        return reverse("jobs:job", args=[self.pk])

    @property
    def monthly_pay(self):
        """(least, most) in yuan a month, for comparing across units."""
        factor = PayUnit(self.pay_unit).units_a_month
        return int(self.salary_min * factor), int(self.salary_max * factor)

    @property
    def pay_label(self):
        amount = f"{self.salary_min}" if self.salary_min == self.salary_max else f"{self.salary_min}-{self.salary_max}"
        return f"{amount}元/{PayUnit(self.pay_unit).label}"

    @property
    def salary_note(self):
        notes = [f"{self.salary_months}薪"] if self.salary_months > 12 else []
        return "·".join(notes + (["可面议"] if self.is_negotiable else []))

    @property
    def place(self):
        return self.region.name

    @property
    def full_address(self):
        """The address as a stranger finds it: with the town, once."""
        return self.address if self.region.name in self.address else f"{self.region.full_name} {self.address}"

    @property
    def map_url(self):
        """A search for the address on a map: https://lbs.amap.com/api/uri-api/guide/mobile-web/search"""
        return f"https://uri.amap.com/search?{urlencode({'keyword': self.full_address.replace('·', ''), 'src': 'axrc'})}"

    @property
    def benefit_names(self):
        return [benefit.name for benefit in self.benefits.all()]

    @property
    def fresh_at(self):
        return self.refreshed_at or self.published_at

    @property
    def is_urgent(self):
        return bool(self.urgent_until and self.urgent_until > timezone.now())

    @property
    def is_promoted(self):
        return bool(self.promoted_until and self.promoted_until > timezone.now())

    @property
    def has_ended(self):
        return bool(self.closed_at or (self.ends_at and self.ends_at <= timezone.now()))

    @property
    def shown_contact(self):
        return self.contact_name or self.company.contact_name

    @property
    def shown_phone(self):
        return "" if self.is_phone_hidden else self.contact_phone or self.company.contact_phone
