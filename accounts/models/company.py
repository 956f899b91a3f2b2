"""The organisation that hires, and the people who act for it."""

import re

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils.functional import cached_property

from accounts.querysets import CompanyQuerySet
from accounts.signals import company_changed
from axrc.search.query import document
from axrc.taxonomy.models import Benefit, Industry, Region
from axrc.text.addresses import is_outside, link
from axrc.vocabulary.entries import NamedEntry
from axrc.vocabulary.models import Term

# What nobody types of a company's name.
PLACE = re.compile("^(福建省?|泉州市?|安溪县?)+")
LEGAL_FORM = re.compile("(股份|有限|责任|公司|集团|农民|专业|合作社)+$")
WEIGHT_OF_NAMES = 100


class Company(models.Model):
    class Nature(models.TextChoices):
        STATE = "state", "国企"
        PRIVATE = "private", "民营"
        JOINT = "joint", "合资"
        FOREIGN = "foreign", "外商独资"
        STOCK = "stock", "股份制"
        LISTED = "listed", "上市公司"
        AGENCY = "agency", "国家机关"
        INSTITUTION = "institution", "事业单位"
        SOLE = "sole", "个体工商户"
        COOPERATIVE = "cooperative", "农民专业合作社"
        OTHER = "other", "其他"

    class Size(models.TextChoices):
        UNDER_10 = "1-9", "10人以下"
        UNDER_50 = "10-49", "10-49人"
        UNDER_200 = "50-199", "50-199人"
        UNDER_500 = "200-499", "200-499人"
        UNDER_1000 = "500-999", "500-999人"
        FROM_1000 = "1000+", "1000人以上"

    name = models.CharField("企业名称", max_length=80)
    credit_code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    nature = models.CharField("企业性质", max_length=12, choices=Nature)
    size = models.CharField("企业规模", max_length=8, choices=Size)
    industry = models.ForeignKey(Industry, models.PROTECT, verbose_name="行业")
    region = models.ForeignKey(Region, models.PROTECT, verbose_name="所在地区")
    address = models.CharField("详细地址", max_length=120)
    about = models.TextField("企业简介", max_length=5000)
    website = models.URLField("网站", blank=True)
    contact_name = models.CharField("联系人", max_length=20)
    contact_phone = models.CharField("联系电话", max_length=30)
    contact_email = models.EmailField("联系邮箱", blank=True)
    logo = models.ImageField("标志", upload_to="companies/", blank=True)
    benefits = models.ManyToManyField(Benefit, verbose_name="福利", blank=True)
    created_at = models.DateTimeField("注册时间", auto_now_add=True)
    updated_at = models.DateTimeField("更新时间", auto_now=True)
    verified_at = models.DateTimeField("认证通过时间", null=True, blank=True)
    verified_until = models.DateTimeField(
        "认证有效期至", null=True, blank=True, help_text="认证有效期 6 个月,过期后企业和职位不再公开"
    )
    frozen_at = models.DateTimeField("冻结时间", null=True, blank=True)
    closed_at = models.DateTimeField("关闭时间", null=True, blank=True, editable=False)

    objects = CompanyQuerySet.as_manager()

    SHOWN_ELSEWHERE = ["name", "industry_id", "nature", "size", "verified_at", "verified_until", "frozen_at", "closed_at"]

    class Meta:
        verbose_name = verbose_name_plural = "企业"
        ordering = ["-verified_at", "-id"]
        indexes = [models.Index(fields=["verified_until"], name="company_verified_until")]
        constraints = [
            models.UniqueConstraint(
                fields=["credit_code"],
                condition=models.Q(verified_at__isnull=False) & ~models.Q(credit_code=""),
                name="one_verified_company_per_credit_code",
            )
        ]

    def __str__(self):
        return self.name

    @transaction.atomic
    def save(self, **kwargs):
        """Whatever is saved is found at once as it now stands; who else shows it is told when that changed."""
        before = Company.objects.filter(pk=self.pk).values(*self.SHOWN_ELSEWHERE).first()
        super().save(**kwargs)
        CompanyEntry.objects.revise(self)
        if before and before != {name: getattr(self, name) for name in self.SHOWN_ELSEWHERE}:
            company_changed.send(Company, company=self)

    def get_absolute_url(self):
        return reverse("accounts:company", args=[self.pk])

    @cached_property
    def benefit_names(self):
        return [benefit.name for benefit in self.benefits.all()]

    @property
    def full_address(self):
        """The address as a stranger finds it: with the town, once."""
        return self.address if self.region.name in self.address else f"{self.region.full_name} {self.address}".strip()

    @property
    def website_link(self):
        """Where the website's link may lead, or "": what came in by an import is no better than what a stranger sends."""
        address = link(self.website) or ""
        return address if is_outside(address) else ""

    @property
    def is_trusted(self):
        """Verified, whether the time of it has come, lasts or is over."""
        return bool(self.verified_at and self.verified_until and not self.frozen_at and not self.closed_at)

    def is_verified(self, at):
        return self.is_trusted and self.verified_at <= at < self.verified_until


class CompanyEntry(NamedEntry):
    """A company as the search sees it."""

    company = models.OneToOneField(Company, models.CASCADE, related_name="entry")

    subject = "company"
    facet_kinds = frozenset(["industry", "nature", "size", "region", "company"])

    class Meta(NamedEntry.Meta):
        verbose_name = verbose_name_plural = "企业索引"

    @classmethod
    def of(cls, company):
        """The entry of a verified company, or None."""
        if not company.is_trusted:
            return None
        return cls(
            company=company,
            dated_at=company.verified_at,
            ends_at=company.verified_until,
            **document(
                title=company.name,
                texts=[company.industry.name, company.region.full_name, company.about],
                facets=[f"industry:{company.industry_id}", f"nature:{company.nature}", f"size:{company.size}"]
                + [f"region:{pk}" for pk in company.region.line]
                + [f"company:{company.pk}"],
            ),
        )

    def terms(self):
        """The registered name, and what is left of it without place and legal form."""
        name = self.company.name
        names = {name, LEGAL_FORM.sub("", PLACE.sub("", name))}
        return [
            Term(kind=Term.Kind.COMPANY, text=text, target=str(self.company_id), weight=WEIGHT_OF_NAMES)
            for text in names
            if len(text) >= 2
        ]


class Recruiter(models.Model):
    """A person who acts for a company. The owner manages the others."""

    company = models.ForeignKey(Company, models.CASCADE, verbose_name="企业", related_name="recruiters")
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, verbose_name="用户", related_name="recruiter")
    is_owner = models.BooleanField("负责人", default=False)
    created_at = models.DateTimeField("加入时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "招聘专员"
        constraints = [
            models.UniqueConstraint(fields=["company"], condition=models.Q(is_owner=True), name="one_owner_per_company")
        ]

    def __str__(self):
        return f"{self.user}({self.company})"
