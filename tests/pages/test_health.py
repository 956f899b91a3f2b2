"""Is the site well?"""

import pytest
from django.core.cache import caches
from django.core.files.storage import default_storage
from django.db import connection

pytestmark = pytest.mark.django_db


def broken(*args, **kwargs):
    raise OSError("connection refused by db.internal:5432, user axrc")


def test_all_is_well(client):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok")


def test_a_broken_database_is_named(client, monkeypatch):
    monkeypatch.setattr(connection, "cursor", broken)
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (503, b"database")


def test_a_broken_cache_is_named(client, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(type(caches["default"]), "set", broken)
        response = client.get("/healthz")
    assert (response.status_code, response.content) == (503, b"cache")


def test_a_cache_that_forgets_is_broken(client, settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    assert client.get("/healthz").content == b"cache"


def test_a_broken_storage_is_named(client, monkeypatch):
    monkeypatch.setattr(default_storage, "save", broken)
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (503, b"storage")


def test_all_that_is_broken_is_named(client, monkeypatch):
    monkeypatch.setattr(connection, "cursor", broken)
    monkeypatch.setattr(default_storage, "save", broken)
    assert client.get("/healthz").content == b"database storage"


def test_the_answer_is_never_cached_and_tells_nothing_else(client, monkeypatch):
    monkeypatch.setattr(connection, "cursor", broken)
    response = client.get("/healthz")
    assert "no-store" in response["Cache-Control"]
    assert b"internal" not in response.content


def test_the_check_leaves_no_file_behind(client, settings):
    client.get("/healthz")
    assert not settings.MEDIA_ROOT.exists() or not list(settings.MEDIA_ROOT.iterdir())


def test_a_storage_that_cannot_be_read_leaves_no_file_behind_either(client, settings, monkeypatch):
    monkeypatch.setattr(default_storage, "size", broken)
    assert client.get("/healthz").status_code == 503
    assert not list(settings.MEDIA_ROOT.iterdir())
