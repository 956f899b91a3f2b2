"""The site's own pages for search engines."""

from django.contrib.sitemaps import Sitemap

from pages.models import Page


class PageSitemap(Sitemap):
    changefreq = "monthly"
    priority = 0.3

    def items(self):
        return Page.objects.order_by("id").defer("body")

    def lastmod(self, page):
        return page.updated_at
