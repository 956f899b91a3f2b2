"""Where else a company can be found: shops, works, offices beside the registered one."""

from django.db import models

from accounts.models.company import Company
from axrc.taxonomy.models import Region


class CompanyAddress(models.Model):
    MOST = 10

    company = models.ForeignKey(Company, models.CASCADE, verbose_name="企业", related_name="addresses")
    label = models.CharField("名称", max_length=20, help_text="例如：官桥门店、二厂")
    region = models.ForeignKey(Region, models.PROTECT, verbose_name="所在地区")
    address = models.CharField("详细地址", max_length=120)

    class Meta:
        verbose_name = verbose_name_plural = "其他地址"
        ordering = ["id"]

    def __str__(self):
        return f"{self.label}：{self.address}"

    @property
    def full_address(self):
        """The address as a stranger finds it: with the town, once."""
        return self.address if self.region.name in self.address else f"{self.region.full_name} {self.address}".strip()
