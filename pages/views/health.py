"""What machines ask: is the site well, and what may be crawled."""

import logging

from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.crypto import get_random_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

log = logging.getLogger(__name__)


@never_cache
@require_safe
def health(request):
    """200 when every part answers, else 503 with the names of those that do not; why stands in the log only."""
    broken = [name for name, check in CHECKS.items() if not answers(name, check)]
    if broken:
        return HttpResponse(" ".join(broken), content_type="text/plain", status=503)
    else:
        return HttpResponse("ok", content_type="text/plain")


def answers(name, check):
    try:
        check()
    except Exception:
        log.exception("%s does not answer", name)
        return False
    return True


def check_database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()


def check_cache():
    key, value = f"health:{get_random_string(12)}", get_random_string(12)
    cache.set(key, value, 10)
    if cache.get(key) != value:
        raise OSError("the cache forgets")
    cache.delete(key)


def check_storage():
    """Write a few bytes and take them away again."""
    name = default_storage.save(f"health-{get_random_string(12)}.txt", ContentFile(b"ok"))
    try:
        if default_storage.size(name) != 2:
            raise OSError("the storage loses bytes")
    finally:
        default_storage.delete(name)


CHECKS = {"database": check_database, "cache": check_cache, "storage": check_storage}


@require_safe
def robots(request):
    return render(
        request, "pages/robots.txt", {"sitemap": request.build_absolute_uri("/sitemap.xml")}, content_type="text/plain"
    )
