"""The paper by year and month. Periods are those of the local calendar."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import IntegerField, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from axrc.web.paging import MOST
from news.models import Article, Section


class Tally(Subquery):
    """How many rows a sliced queryset has: counting ends with the slice, however much there is."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()


@dataclass(frozen=True)
class Period:
    """A year, or a month of it."""

    year: int
    month: int | None = None

    @property
    def begins_at(self):
        return local(self.year, self.month or 1)

    @property
    def ends_at(self):
        """The first moment after it."""
        if self.month and self.month < 12:
            return local(self.year, self.month + 1)
        else:
            return local(self.year + 1, 1)

    @property
    def label(self):
        return f"{self.year}年{self.month}月" if self.month else f"{self.year}年"

    @property
    def months(self):
        return [Period(self.year, month) for month in range(12, 0, -1)]

    def url(self, section=None):
        """Its page, narrowed to a section."""
        if self.month:
            address = reverse("news:archive_month", args=[self.year, f"{self.month:02}"])
        else:
            address = reverse("news:archive_year", args=[self.year])
        return narrowed(address, section)


def archive_url(section=None):
    return narrowed(reverse("news:archive"), section)


def narrowed(address, section):
    return f"{address}?{urlencode({'section': section.slug})}" if section else address


def local(year, month):
    return timezone.make_aware(datetime(year, month, 1))


def articles_of(period, section, at):
    """What the public may read of a period, of one section or of all."""
    published = Article.objects.published(at).filter(published_at__gte=period.begins_at, published_at__lt=period.ends_at)
    return published.in_section(section) if section else published


def years(at):
    """The years from the newest article back to the oldest one."""
    moments = Article.objects.published(at).order_by("published_at", "pk").values_list("published_at", flat=True)
    oldest, newest = moments.first(), moments.last()
    if oldest is None:
        return []
    else:
        first, last = timezone.localtime(oldest).year, timezone.localtime(newest).year
        return [Period(year) for year in range(last, first - 1, -1)]


def counted(periods, section, at):
    """[(period, how many articles)], without those that have none; one query, each count ends past MOST.

    A database counts into columns of some row: any section will do, and where there is none there are no articles.
    """
    names = {f"period_{number}": period for number, period in enumerate(periods)}
    tallies = {
        name: Tally(articles_of(period, section, at).order_by().values("pk")[: MOST + 1]) for name, period in names.items()
    }
    row = Section.objects.order_by().annotate(**tallies).values(*names).first() if names else None
    return [(names[name], count) for name, count in (row or {}).items() if count]


def label(count):
    return f"{MOST}+ 篇" if count > MOST else f"{count} 篇"
