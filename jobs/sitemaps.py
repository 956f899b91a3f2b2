"""Live jobs for search engines."""

from django.contrib.sitemaps import Sitemap

from jobs.models import Job


class JobSitemap(Sitemap):
    limit = 10_000
    changefreq = "daily"

    def items(self):
        return Job.objects.live().order_by("pk").only("pk", "refreshed_at")

    def lastmod(self, job):
        return job.refreshed_at

    def get_latest_lastmod(self):
        """For the index: one entry, not all of them."""
        return Job.objects.live().order_by("-refreshed_at").values_list("refreshed_at", flat=True).first()
