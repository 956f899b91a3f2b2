"""The addresses of sections, those they have and those they had: a link that was right once stays right."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import Resolver404, resolve, reverse


class SectionQuerySet(models.QuerySet):
    def at_address(self, slug):
        """The section that has the slug or, where none has it, the one that had it; None where there never was one."""
        return self.filter(slug=slug).first() or self.filter(former_addresses__slug=slug).first()


class SectionAddress(models.Model):
    """A slug that a section had before."""

    slug = models.SlugField("原来的地址", max_length=40, unique=True)
    section = models.ForeignKey("news.Section", models.CASCADE, verbose_name="资讯分类", related_name="former_addresses")
    left_at = models.DateTimeField("改动时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "分类原来的地址"
        ordering = ["-left_at"]

    def __str__(self):
        return self.slug


def remember(section, former):
    """Let the address that a section just left lead to it. Its new one may be one that it had before."""
    SectionAddress.objects.filter(slug=section.slug).delete()
    SectionAddress.objects.create(slug=former, section=section)


def check(section):
    """Raises ValidationError for a slug that something else answers to."""
    if not is_free(section.slug):
        raise ValidationError({"slug": f"“{section.slug}”是网站自己要用的地址，请换一个。"})
    former = SectionAddress.objects.filter(slug=section.slug).exclude(section=section.pk).select_related("section").first()
    if former:
        raise ValidationError({"slug": f"“{former.section}”以前用过这个地址，旧链接还要通到那里，请换一个。"})


def is_free(slug):
    """Whether the address would lead to the section and not to some other page of the news centre."""
    try:
        return resolve(reverse("news:front") + f"{slug}/").view_name == "news:section"
    except Resolver404:
        return False
