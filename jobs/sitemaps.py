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
