"""What a resume has several of: intentions, schools, jobs, projects, certificates."""

from django.db import models, transaction

from accounts.models.resume.resume import LONGEST_TEXT, Resume
from axrc.taxonomy.models import Category, Region
from axrc.taxonomy.values import Nature


class Line(models.Model):
    """One of them. Saving or deleting it brings the resume up to date as well."""

    MOST = 10

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, **kwargs):
        super().save(**kwargs)
        self.resume_changed()

    @transaction.atomic
    def delete(self, **kwargs):
        deleted = super().delete(**kwargs)
        self.resume_changed()
        return deleted

    def resume_changed(self):
        resume = Resume.objects.get(pk=self.resume_id)
        resume.save(update_fields=["updated_at"])

    def period(self):
        """When it was, in words; "" where nothing has a time."""
        return ""


class DatedLine(Line):
    """One that lasted from one month to another, or lasts."""

    class Meta:
        abstract = True

    def period(self):
        ends = f"{self.ends:%Y.%m}" if self.ends else "至今"
        return f"{self.begins:%Y.%m} - {ends}"


class Intention(Line):
    MOST = 3

    resume = models.ForeignKey(Resume, models.CASCADE, verbose_name="简历", related_name="intentions")
    category = models.ForeignKey(Category, models.PROTECT, verbose_name="期望职位", related_name="+")
    region = models.ForeignKey(Region, models.PROTECT, verbose_name="期望工作地", related_name="+")
    pay_min = models.PositiveIntegerField("最低月薪", null=True, blank=True)
    pay_max = models.PositiveIntegerField("最高月薪", null=True, blank=True)
    nature = models.CharField("工作性质", max_length=12, choices=Nature, default=Nature.FULL_TIME)

    class Meta:
        verbose_name = verbose_name_plural = "求职意向"
        ordering = ["id"]

    def __str__(self):
        return f"{self.category} · {self.region} · {self.pay}"

    @property
    def pay(self):
        """Monthly pay in words."""
        if self.pay_min and self.pay_max:
            return f"{self.pay_min}-{self.pay_max}元/月" if self.pay_min != self.pay_max else f"{self.pay_min}元/月"
        elif self.pay_min or self.pay_max:
            return f"{self.pay_min}元/月以上" if self.pay_min else f"{self.pay_max}元/月以内"
        else:
            return "薪资面议"


class Schooling(DatedLine):
    resume = models.ForeignKey(Resume, models.CASCADE, verbose_name="简历", related_name="schoolings")
    school = models.CharField("学校", max_length=60)
    level = models.CharField("学历", max_length=12, choices=Resume.EDUCATIONS)
    major = models.CharField("专业", max_length=60, blank=True)
    begins = models.DateField("入学年月")
    ends = models.DateField("毕业年月", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "教育经历"
        ordering = ["-begins", "-id"]

    def __str__(self):
        return f"{self.school} · {self.get_level_display()}"


class Work(DatedLine):
    resume = models.ForeignKey(Resume, models.CASCADE, verbose_name="简历", related_name="works")
    company = models.CharField("单位", max_length=80)
    title = models.CharField("岗位", max_length=60)
    begins = models.DateField("入职年月")
    ends = models.DateField("离职年月", null=True, blank=True)
    description = models.TextField("工作内容", max_length=LONGEST_TEXT, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "工作经历"
        ordering = ["-begins", "-id"]

    def __str__(self):
        return f"{self.company} · {self.title}"


class Project(DatedLine):
    resume = models.ForeignKey(Resume, models.CASCADE, verbose_name="简历", related_name="projects")
    name = models.CharField("项目名称", max_length=80)
    role = models.CharField("担任的角色", max_length=60, blank=True)
    begins = models.DateField("开始年月")
    ends = models.DateField("结束年月", null=True, blank=True)
    description = models.TextField("项目内容", max_length=LONGEST_TEXT, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "项目经历"
        ordering = ["-begins", "-id"]

    def __str__(self):
        return self.name


class Certificate(Line):
    resume = models.ForeignKey(Resume, models.CASCADE, verbose_name="简历", related_name="certificates")
    name = models.CharField("证书名称", max_length=80)
    issuer = models.CharField("发证单位", max_length=80, blank=True)
    issued = models.DateField("取得年月", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "证书"
        ordering = [models.F("issued").desc(nulls_last=True), "-id"]

    def __str__(self):
        return self.name

    def period(self):
        return f"{self.issued:%Y.%m}" if self.issued else ""
