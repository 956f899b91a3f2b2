"""The vocabulary for vacancies. "Live" is defined here, once; board, page, feed and sitemap start from it."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import Company


class JobQuerySet(models.QuerySet):
    def live(self, at=None):
        """All that the public may see and apply to."""
        at = at or timezone.now()
        return self.viewable(at).filter(ends_at__gt=at, closed_at=None)

    def ended(self, at=None):
        """What was public until its time ran out or its employer closed it: still readable, no longer found."""
        at = at or timezone.now()
        return self.viewable(at).filter(Q(ends_at__lte=at) | Q(closed_at__isnull=False))

    def viewable(self, at=None):
        """Live or ended: published by a verified company, and neither paused, frozen nor removed."""
        at = at or timezone.now()
        return self.filter(
            published_at__lte=at,
            ends_at__isnull=False,
            paused_at=None,
            frozen_at=None,
            removed_at=None,
            company__in=Company.objects.verified(at),
        )

    def removed(self):
        """Taken away by staff for good."""
        return self.filter(removed_at__isnull=False)

    def stopped_since(self, moment):
        """Frozen now, or taken away by staff lately."""
        return self.filter(Q(frozen_at__isnull=False) | Q(removed_at__gt=moment))

    def in_region(self, region):
        """A county holds its towns."""
        return self.filter(Q(region=region) | Q(region__parent=region))

    def in_category(self, category):
        return self.filter(Q(category=category) | Q(category__parent=category))

    def of(self, company):
        return self.filter(company=company)

    def newest_first(self):
        return self.order_by("-refreshed_at", "-id")

    def urgent(self, at=None):
        return self.filter(urgent_until__gt=at or timezone.now())

    def for_lines(self):
        """With what the short form of a list shows."""
        return self.select_related("company", "region")

    def for_rows(self):
        """With all that a row of a list shows, in a constant number of queries."""
        return self.select_related("company__industry", "region__parent", "category").prefetch_related("benefits")

    def for_entries(self):
        """With all that the search has to know of a job."""
        return self.select_related("company", "region__parent", "category__parent").prefetch_related("benefits")

    def in_order(self, ids):
        """Those of the ids that are here, in the order of the ids."""
        found = self.in_bulk(ids)
        return [found[pk] for pk in ids if pk in found]
