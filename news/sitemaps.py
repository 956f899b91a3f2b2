"""Articles and sections for search engines."""

from datetime import timedelta

from django.contrib.sitemaps import Sitemap
from django.db.models import Max
from django.db.models.functions import Greatest
from django.utils import timezone
from django.utils.functional import cached_property

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
        return self.with_articles

    @cached_property
    def with_articles(self):
        """Read once: the index asks for them twice."""
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
        return self.fresh

    @cached_property
    def fresh(self):
        at = timezone.now()
        articles = Article.objects.published(at).filter(published_at__gt=at - FRESH).newest_first()
        return list(articles.only("pk", "title", "published_at", "updated_at")[:MOST_NEWS])

    def get_latest_lastmod(self):
        return max((article.changed_at for article in self.fresh), default=None)
