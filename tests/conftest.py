"""What every test stands on."""

import pytest
from django.core.cache import cache

from axrc.taxonomy import lists, loading


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
def taxonomy(db):
    loading.load()
    lists.changed()
    return lists.current()
