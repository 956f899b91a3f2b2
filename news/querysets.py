"""The vocabulary for articles. "Published" is defined here, once; pages, feed, sitemap and search start from it."""

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone

# So many stand on top of a list at the most, the newest of them.
MOST_PINNED = 5


class ArticleQuerySet(models.QuerySet):
    def published(self, at=None):
        """All that the public may read: from its date on, and until it ends."""
        at = at or timezone.now()
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=at), status=self.model.Status.PUBLISHED, published_at__lte=at)

    def ended(self, at=None):
        """What the public could read until it ended."""
        at = at or timezone.now()
        return self.filter(status=self.model.Status.PUBLISHED, published_at__lte=at, ends_at__lte=at)

    def pinned(self, at=None):
        """What stands on top of its lists for now."""
        return self.filter(pinned_until__gt=at or timezone.now())

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
        """With title and dates only. No section either: over the join SQLite may leave the index that has the order."""
        return self.only("title", "published_at", "section", "pinned_until", "opens_at", "closes_at")

    def newest_by_section(self, number, pinned_at=None):
        """{section: its newest articles}, without sections that have none; two queries, however many sections there are.

        Each place is looked up in the index by itself: numbering the rows instead would read every article. With
        `pinned_at`, what is pinned at that moment comes first and takes places of the others.
        """
        sections = self.model._meta.get_field("section").related_model.objects
        newest = self.filter(section=OuterRef("pk")).newest_first().values("pk")
        places = {f"place_{place}": Subquery(newest[place : place + 1]) for place in range(number)}
        rows = list(sections.annotate(**places))
        ids = {section: [getattr(section, place) for place in places] for section in rows}
        wanted = Q(pk__in=[pk for line in ids.values() for pk in line if pk])
        if pinned_at:
            wanted |= Q(pinned_until__gt=pinned_at)
        articles = {article.pk: article for article in self.filter(wanted).for_headlines()}
        pinned = pins(articles.values(), pinned_at) if pinned_at else []
        found = {}
        for section, line in ids.items():
            on_top = [article.pk for article in pinned if article.section_id == section.pk][:MOST_PINNED]
            found[section] = [articles[pk] for pk in dict.fromkeys([*on_top, *line]) if pk in articles][:number]
            for article in found[section]:
                article.section = section
        return {section: line for section, line in found.items() if line}

    def in_order(self, ids):
        """Those of the ids that are here, in the order of the ids."""
        found = self.in_bulk(ids)
        return [found[pk] for pk in ids if pk in found]


def pins(articles, at):
    """Those of the articles that are pinned at a moment, the newest first."""
    pinned = [article for article in articles if article.is_pinned(at)]
    return sorted(pinned, key=lambda article: (article.published_at, article.pk), reverse=True)
