"""Verified companies for search engines."""

from django.contrib.sitemaps import Sitemap

from accounts.models import Company


class CompanySitemap(Sitemap):
    limit = 10_000
    changefreq = "weekly"

    def items(self):
        return Company.objects.verified().order_by("pk").only("pk", "updated_at")

    def lastmod(self, company):
        return company.updated_at

    def get_latest_lastmod(self):
        """For the index: one row, not all of them."""
        return Company.objects.verified().order_by("-updated_at").values_list("updated_at", flat=True).first()
