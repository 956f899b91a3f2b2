"""Articles and sections for search engines."""

from datetime import timedelta

from django.contrib.sitemaps import Sitemap
from django.db.models import Max
from django.db.models.functions import Greatest
from django.utils import timezone

from news.models import Article

# What counts as news, and how much of it fits into one map: rules of the format at
# https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
FRESH = timedelta(days=2)
MOST_NEWS = 1000


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


class NewsSitemap(Sitemap):
    """What is at most two days old, with titles and dates; shown by templates/news/sitemap.xml."""

    limit = MOST_NEWS

    def items(self):
        at = timezone.now()
        fresh = Article.objects.published(at).filter(published_at__gt=at - FRESH)
        return fresh.newest_first().only("pk", "title", "published_at", "updated_at")

    def get_latest_lastmod(self):
        newest = self.items().first()
        return newest and newest.changed_at
