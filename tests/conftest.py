"""What every test stands on."""

import os
import re

import pytest
from django.core.cache import cache
from django.db.backends.sqlite3.base import DatabaseWrapper as SQLite

from axrc.audit import guards
from axrc.mail.sms import outbox
from axrc.taxonomy import lists, loading


def pytest_addoption(parser):
    parser.addoption(
        "--database-only", action="store_true", help="leave out what asks no database: it is the same beside any"
    )


def pytest_collection_modifyitems(config, items):
    if config.getoption("--database-only"):
        config.hook.pytest_deselected(items=[item for item in items if not asks_database(item)])
        items[:] = [item for item in items if asks_database(item)]


def asks_database(item):
    return bool(item.get_closest_marker("django_db")) or bool({"db", "transactional_db"} & set(item.fixturenames))


def pytest_configure():
    """Workers that share a Redis keep apart, and whole pages are kept only where a test is about that."""
    from django.conf import settings

    settings.PAGE_CACHE = False
    # Whoever imports the addresses first gets those of a site that is not in DEBUG.
    settings.DEBUG = False
    # Staff log in by password alone, except where a test is about that.
    settings.STAFF_SECOND_FACTOR = False
    if settings.REDIS_URL:
        number = int(re.sub(r"\D", "", os.environ.get("PYTEST_XDIST_WORKER", "")) or 0) + 1
        settings.CACHES["default"]["LOCATION"] = re.sub(r"/\d*$", "", settings.REDIS_URL) + f"/{number}"


@pytest.fixture(autouse=True)
def _fresh_memory(settings, tmp_path):
    """No test sees what another cached, uploaded or sent."""
    cache.clear()
    outbox.clear()
    lists.changed()
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PRIVATE_ROOT = tmp_path / "private"
    settings.SMS_BACKEND = "axrc.mail.sms.locmem.Backend"
    yield
    cache.clear()
    lists.changed()


@pytest.fixture(autouse=True, scope="session")
def _emptied_tables():
    """Tests that really commit empty all tables after them, which SQLite does by DELETE; the audit refuses that."""
    original = SQLite.ops_class.sql_flush

    def sql_flush(self, *args, **kwargs):
        return [f"DROP TRIGGER IF EXISTS {name}" for name in guards.SQLITE] + original(self, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SQLite.ops_class, "sql_flush", sql_flush)
        yield


@pytest.fixture
def travelling_cache(settings):
    """A cache that believes the clock of a test; Redis has a clock of its own."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


@pytest.fixture
def taxonomy(db):
    loading.load()
    lists.changed()
    return lists.current()
