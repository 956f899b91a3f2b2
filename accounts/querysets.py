"""What may be seen of companies."""

from django.db import models
from django.utils import timezone


class CompanyQuerySet(models.QuerySet):
    def verified(self, at=None):
        """All that the public may see (DOMAIN.md L1, L2).

        The licence was accepted and that has not run out, and there is somebody who manages the company.
        """
        at = at or timezone.now()
        return self.filter(verified_at__lte=at, verified_until__gt=at, frozen_at=None, closed_at=None)

    def for_cards(self):
        """With all that a card shows."""
        return self.select_related("industry", "region__parent")

    def in_order(self, ids):
        """Those of the ids that are here, in the order of the ids."""
        found = self.in_bulk(ids)
        return [found[pk] for pk in ids if pk in found]
