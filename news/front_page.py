"""The places of the paper's front page that editors fill. An empty place is filled by what is newest."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone


class FrontSlotQuerySet(models.QuerySet):
    def current(self, at=None):
        """Those that are not over and whose article the public may read."""
        at = at or timezone.now()
        articles = self.model._meta.get_field("article").related_model.objects
        return self.filter(Q(until=None) | Q(until__gt=at), article__in=articles.published(at))

    def with_articles(self):
        """With all that the front page shows of the articles, in the order of the editors."""
        return self.select_related("article__section").defer("article__body").order_by("order", "-id")


class FrontSlot(models.Model):
    """An article that the editors put on a place of the front page."""

    class Place(models.TextChoices):
        LEAD = "lead", "头条"
        RECOMMENDED = "recommended", "最新推荐"

    place = models.CharField("位置", max_length=20, choices=Place)
    article = models.ForeignKey("news.Article", models.CASCADE, verbose_name="文章", related_name="front_slots")
    order = models.PositiveSmallIntegerField(
        "排序", default=0, help_text="数字小的在前。头条只显示最前面的一篇，它过期后由下一篇接替。"
    )
    until = models.DateTimeField("截止时间", null=True, blank=True)

    objects = FrontSlotQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "资讯首页推荐位"
        ordering = ["place", "order", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["place", "article"],
                name="an_article_stands_once_in_a_place",
                violation_error_message="这篇文章已经在这个位置上了。",
            )
        ]

    def __str__(self):
        return f"{self.get_place_display()}：{self.article}"

    def clean(self):
        if self.until and self.until <= timezone.now() and self.is_moved("until"):
            raise ValidationError({"until": "截止时间已经过去，请填将来的时间，或者留空。"})

    def is_moved(self, name):
        """Whether the field holds something else than what is stored: what is over may still be put in order."""
        stored = type(self).objects.filter(pk=self.pk).values_list(name, flat=True).first()
        return stored != getattr(self, name)


def filled(slots, place, fallback, most):
    """The articles of a place: those of its slots in their order, then those of the fallback, none twice."""
    chosen = [slot.article for slot in slots if slot.place == place]
    return list({article.pk: article for article in [*chosen, *fallback]}.values())[:most]
