"""What the site says of itself: name, licences, phones. Staff edit it; what is empty is not shown."""

from django.core.cache import cache
from django.core.validators import RegexValidator
from django.db import models

from pages.models.chrome import SECONDS, SITE_KEY, ChromeModel, ChromeQuerySet, is_web_address

ONLY = 1
is_phone = RegexValidator(r"^[0-9][0-9 \-]{2,28}[0-9]$", "请填写电话号码，只用数字和短横线，例如 0595-12345678")


class SiteProfile(ChromeModel):
    """One row. Numbers have no defaults: what nobody has entered must not be claimed (DOMAIN.md L6, L7)."""

    id = models.PositiveSmallIntegerField(primary_key=True, editable=False)

    name = models.CharField("网站名称", max_length=30, default="安溪人才网")
    domain = models.CharField("域名", max_length=60, default="www.axrc.net")
    slogan = models.CharField("网站简介", max_length=120, default="安溪人才网为企业和求职者搭起交流的桥梁", blank=True)
    promise = models.CharField("服务承诺", max_length=120, default="提供高效优质的求职招聘服务", blank=True)
    copyright_notice = models.CharField("版权声明", max_length=120, default="版权所有 © 安溪人才网", blank=True)
    reprint_notice = models.CharField(
        "转载声明", max_length=120, default="未经安溪人才网允许不得转载本网招聘信息", blank=True
    )

    icp_number = models.CharField("工业和信息化部备案号", max_length=40, blank=True)
    police_number = models.CharField("公安备案号", max_length=40, blank=True)
    police_url = models.URLField("公安备案链接", blank=True, validators=[is_web_address])
    business_licence_number = models.CharField("营业执照统一社会信用代码", max_length=40, blank=True)
    hr_licence_number = models.CharField("人力资源服务许可证编号", max_length=40, blank=True)

    complaint_phone = models.CharField("投诉举报电话", max_length=30, blank=True, validators=[is_phone])
    service_phone = models.CharField("客服电话", max_length=30, blank=True, validators=[is_phone])
    service_hours = models.CharField("服务时间", max_length=80, blank=True)
    address = models.CharField("办公地址", max_length=120, blank=True)
    email = models.EmailField("电子邮箱", blank=True)
    authority = models.CharField("监督管理部门", max_length=60, blank=True)
    authority_phone = models.CharField("监督电话", max_length=30, blank=True, validators=[is_phone])

    is_demo = models.BooleanField("演示数据", default=False, editable=False)

    objects = ChromeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "网站资料"
        constraints = [models.CheckConstraint(condition=models.Q(id=ONLY), name="only_one_site_profile")]

    def __str__(self):
        return self.name

    def save(self, **kwargs):
        self.pk = ONLY
        super().save(**kwargs)

    def delete(self, **kwargs):
        raise models.ProtectedError("The site's profile can be edited only.", {self})

    @classmethod
    def current(cls):
        """The profile, or an unsaved one with the defaults while nobody has entered it."""
        return cache.get_or_set(SITE_KEY, lambda: cls.objects.first() or cls(), SECONDS)
