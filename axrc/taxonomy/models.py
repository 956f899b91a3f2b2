"""The lists that staff may change: categories, regions, industries, benefits."""

from django.db import models


class Term(models.Model):
    """One entry of an ordered list. The slug is its key in addresses and data files and stays; the name may change."""

    slug = models.SlugField("键", max_length=40, unique=True)
    name = models.CharField("名称", max_length=40)
    order = models.PositiveIntegerField("排序", default=0)

    class Meta:
        abstract = True
        ordering = ["order", "id"]

    def __str__(self):
        return self.name


class Tree(Term):
    """A list in two levels."""

    parent = models.ForeignKey("self", models.PROTECT, verbose_name="上级", related_name="children", null=True, blank=True)

    class Meta(Term.Meta):
        abstract = True

    @property
    def line(self):
        """Ids from the top down to this entry."""
        return [self.parent_id, self.pk] if self.parent_id else [self.pk]


class Category(Tree):
    class Meta(Tree.Meta):
        verbose_name = verbose_name_plural = "职位类别"


class Region(Tree):
    part = models.CharField("片区", max_length=20, blank=True, help_text="县内乡镇在筛选栏里按片区分组显示")

    class Meta(Tree.Meta):
        verbose_name = verbose_name_plural = "地区"

    @property
    def full_name(self):
        return f"{self.parent.name}·{self.name}" if self.parent_id else self.name


class Industry(Term):
    class Meta(Term.Meta):
        verbose_name = verbose_name_plural = "行业"


class Benefit(Term):
    class Meta(Term.Meta):
        verbose_name = verbose_name_plural = "福利"
