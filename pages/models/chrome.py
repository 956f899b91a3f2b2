"""Rows that every page shows. They are read from the cache; whoever changes one of them empties it."""

from django.core.cache import cache
from django.core.validators import URLValidator
from django.db import models, transaction

from axrc.web import page_cache

SITE_KEY = "pages.site:1"
CHROME_KEY = "pages.chrome:1"
# For caches that are not shared: so long may another process show the old row.
SECONDS = 10

is_web_address = URLValidator(schemes=["https", "http"], message="请填写以 https:// 或 http:// 开头的网址")


def forget():
    """Empty what is cached: now, for the rest of this request, and when others see the change too."""
    cache.delete_many([SITE_KEY, CHROME_KEY])
    page_cache.empty()
    transaction.on_commit(lambda: cache.delete_many([SITE_KEY, CHROME_KEY]))


class ChromeQuerySet(models.QuerySet):
    def update(self, **values):
        updated = super().update(**values)
        forget()
        return updated

    update.alters_data = True

    def delete(self):
        deleted = super().delete()
        forget()
        return deleted

    delete.alters_data = True
    delete.queryset_only = True


class ChromeModel(models.Model):
    class Meta:
        abstract = True

    def save(self, **kwargs):
        super().save(**kwargs)
        forget()

    def delete(self, **kwargs):
        deleted = super().delete(**kwargs)
        forget()
        return deleted
