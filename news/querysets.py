"""The vocabulary for articles. "Published" is defined here, once; pages, feed, sitemap and search start from it."""

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone


class ArticleQuerySet(models.QuerySet):
    def published(self, at=None):
        """All that the public may read."""
        return self.filter(status=self.model.Status.PUBLISHED, published_at__lte=at or timezone.now())

    def before(self, article):
        """What is older, the next older one first. Two of the same moment are ordered by their ids.

        The first condition says nothing new, but it is a bound at which a database can enter its index.
        """
        moment = article.published_at
        return (
            self.filter(published_at__lte=moment)
            .filter(Q(published_at__lt=moment) | Q(pk__lt=article.pk))
            .order_by("-published_at", "-pk")
        )

    def after(self, article):
        """What is newer, the next newer one first."""
        moment = article.published_at
        return (
            self.filter(published_at__gte=moment)
            .filter(Q(published_at__gt=moment) | Q(pk__gt=article.pk))
            .order_by("published_at", "pk")
        )

    def newest_first(self):
        return self.order_by("-published_at", "-pk")

    def recommended(self):
        """The editors' picks."""
        return self.filter(is_recommended=True)

    def without_source(self):
        """Reposts that do not say where they come from (DOMAIN.md L17); forms refuse them, imports may bring them."""
        own = self.model._meta.get_field("source").default
        return self.filter(is_repost=True).filter(Q(source_url="") | Q(source__in=["", own]))

    def in_section(self, section):
        return self.filter(section=section)

    def for_rows(self):
        """With all that a row of a list shows, and without the text."""
        return self.select_related("section", "cover").defer("body")

    def for_headlines(self):
        """With title and date only. No section either: over the join SQLite may leave the index that has the order."""
        return self.only("title", "published_at")

    def newest_by_section(self, number):
        """{section: its newest articles}, without sections that have none; two queries, however many sections there are.

        Each place is looked up in the index by itself: numbering the rows instead would read every article.
        """
        sections = self.model._meta.get_field("section").related_model.objects
        newest = self.filter(section=OuterRef("pk")).newest_first().values("pk")
        places = {f"place_{place}": Subquery(newest[place : place + 1]) for place in range(number)}
        rows = list(sections.annotate(**places))
        ids = {section: [getattr(section, place) for place in places] for section in rows}
        articles = self.for_headlines().in_bulk([pk for line in ids.values() for pk in line if pk])
        found = {section: [articles[pk] for pk in line if pk in articles] for section, line in ids.items()}
        for section, line in found.items():
            for article in line:
                article.section = section
        return {section: line for section, line in found.items() if line}

    def in_order(self, ids):
        """Those of the ids that are here, in the order of the ids."""
        found = self.in_bulk(ids)
        return [found[pk] for pk in ids if pk in found]
