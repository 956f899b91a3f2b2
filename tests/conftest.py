"""What every test stands on."""

import os
import re

import pytest
from django.core.cache import cache

from axrc.taxonomy import lists, loading


def pytest_configure():
    """Workers that share a Redis keep apart, and whole pages are kept only where a test is about that."""
    from django.conf import settings

    settings.PAGE_CACHE = False
    if settings.REDIS_URL:
        number = int(re.sub(r"\D", "", os.environ.get("PYTEST_XDIST_WORKER", "")) or 0) + 1
        settings.CACHES["default"]["LOCATION"] = re.sub(r"/\d*$", "", settings.REDIS_URL) + f"/{number}"


@pytest.fixture(autouse=True)
def _fresh_memory(settings, tmp_path):
    """No test sees what another cached or uploaded."""
    cache.clear()
    lists.changed()
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PRIVATE_ROOT = tmp_path / "private"
    yield
    cache.clear()
    lists.changed()


@pytest.fixture
def travelling_cache(settings):
    """A cache that believes the clock of a test; Redis has a clock of its own."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


@pytest.fixture
def taxonomy(db):
    loading.load()
    lists.changed()
    return lists.current()
