"""Articles and sections for search engines."""

from django.contrib.sitemaps import Sitemap
from django.db.models import Max
from django.db.models.functions import Greatest

from news.models import Article


class ArticleSitemap(Sitemap):
    limit = 10_000
    changefreq = "monthly"

    def items(self):
        return Article.objects.published().order_by("pk").only("pk", "published_at", "updated_at")

    def lastmod(self, article):
        return article.changed_at

    def get_latest_lastmod(self):
        """For the index: from the database, not by reading every article."""
        return self.items().order_by().aggregate(latest=Max(Greatest("published_at", "updated_at")))["latest"]


class SectionSitemap(Sitemap):
    """The sections in which there is something to read."""

    changefreq = "daily"

    def items(self):
        newest = Article.objects.published().newest_by_section(1)
        return [(section, articles[0]) for section, articles in newest.items()]

    def location(self, item):
        section, _newest = item
        return section.get_absolute_url()

    def lastmod(self, item):
        _section, newest = item
        return newest.published_at
