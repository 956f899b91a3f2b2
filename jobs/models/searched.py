"""What is searched for, without who searched: a row a word, and one a day with nothing in it but counts."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Count, FilteredRelation, Max, Q, Sum
from django.db.models.functions import Coalesce

WEEK, FORTNIGHT, MONTH = timedelta(days=7), timedelta(days=14), timedelta(days=30)


class SearchedWordQuerySet(models.QuerySet):
    def hidden(self):
        """Those that staff keep off the hot words."""
        return self.filter(hidden_at__isnull=False)

    def hot(self, today):
        """Those that many look for these days. Nobody's own errand: several days, several addresses."""
        recent = self.filter(hidden_at=None, counts__day__gt=today - FORTNIGHT, counts__day__lte=today)
        sums = recent.annotate(searches=Sum("counts__searches"), days=Count("counts"), busiest=Max("counts__searches"))
        return sums.filter(searches__gte=5, days__gte=3, busiest__gte=2)

    def with_sums(self, today):
        """With the searches of the last 7 and 30 days, and how many of the 30 days' found nothing."""
        in_month = FilteredRelation("counts", condition=Q(counts__day__gt=today - MONTH))
        return self.annotate(recent=in_month).annotate(
            week=Coalesce(Sum("recent__searches", filter=Q(recent__day__gt=today - WEEK)), 0),
            month=Coalesce(Sum("recent__searches"), 0),
            nothing=Coalesce(Sum("recent__found_nothing"), 0),
        )

    def for_staff(self, today):
        """Those that enough people looked for within a month to be nobody's secret, and those that staff have hidden."""
        return self.with_sums(today).filter(Q(month__gte=SearchedWord.FEW) | Q(hidden_at__isnull=False))

    def rare(self, today):
        """Those that few ever looked for, and nobody within a month; or of which nothing is left."""
        sums = self.annotate(total=Coalesce(Sum("counts__searches"), 0), last=Max("counts__day"))
        return sums.filter(Q(last=None) | Q(total__lt=SearchedWord.FEW, last__lte=today - MONTH))


class SearchedWord(models.Model):
    LONGEST = 50
    # What fewer looked for is shown to nobody: it may be a name.
    FEW = 3

    word = models.CharField("搜索词", max_length=LONGEST, unique=True)
    hidden_at = models.DateTimeField("隐藏时间", null=True, blank=True, editable=False)
    hidden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="隐藏人", null=True, editable=False, related_name="+"
    )

    objects = SearchedWordQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "搜索词"

    def __str__(self):
        return self.word


class SearchCount(models.Model):
    """How many looked for a word on a day, each address once, and how many of them when no job answered to it."""

    word = models.ForeignKey(SearchedWord, models.CASCADE, verbose_name="搜索词", related_name="counts")
    day = models.DateField("日期", db_index=True)
    searches = models.PositiveIntegerField("搜索次数", default=0)
    found_nothing = models.PositiveIntegerField("没有结果的次数", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "每日搜索次数"
        constraints = [models.UniqueConstraint(fields=["word", "day"], name="word_counted_once_a_day")]

    def __str__(self):
        return f"{self.day} {self.searches}"
