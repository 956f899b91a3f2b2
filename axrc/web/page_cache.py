"""Whole pages for visitors without a session, kept until something that the public sees changes.

A view opts in with `@for_visitors`. What is kept is dropped at once by `empty()`, which every deed that changes something
public calls, and by itself at the next moment at which something appears or ends: `clock` tells that moment. So nothing
has to run for a page to be right. Without a cache that all processes share (REDIS_URL) it is off, since a deed could
only empty the memory of its own process.
"""

import hashlib
import secrets
import time
from datetime import timedelta
from functools import wraps

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone

GENERATION = "page_cache.generation"
# The longest that a page is kept, in seconds, whatever the clock says.
LONGEST = 300
# While one visitor's request makes a page, others wait for it this long and then make it themselves.
PATIENCE = 3.0
STEP = 0.02
# Headers that belong to one answer and not to the page.
PASSING = {"Set-Cookie", "Date", "Content-Length", "Connection"}

# Cookies that make another page of it for anybody, known or not.
VARYING = ["reading_size"]

# Set by whoever knows all apps: clock(at) gives the next moment at which something public changes by itself, or None.
clock = None


def for_visitors(view):
    """Let the page cache keep what this view answers to visitors without a session."""

    @wraps(view)
    def kept(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response.is_for_visitors = True
        return response

    return kept


def empty():
    """Forget all pages: now, for the rest of this request, and again when the change is there for others to see."""
    if settings.PAGE_CACHE:
        renew()
        transaction.on_commit(renew)


def renew():
    cache.set(GENERATION, secrets.token_hex(8), None)


class PageCacheMiddleware:
    """Stands first, so that a kept page costs nothing else."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not (settings.PAGE_CACHE and is_from_visitor(request)):
            return self.get_response(request)
        name = name_of(request)
        page = find(name)
        if page is None and not cache.add(f"{name}.lock", 1, int(PATIENCE) + 1):
            page = wait_for(name)
        return answer(page) if page else self.make(request, name)

    def make(self, request, name):
        generation, at = cache.get(GENERATION), timezone.now()
        try:
            response = self.get_response(request)
            if may_be_kept(request, response):
                headers = {key: value for key, value in response.items() if key not in PASSING}
                cache.set(name, (generation, until(at), headers, response.content), LONGEST)
            return response
        finally:
            cache.delete(f"{name}.lock")


def is_from_visitor(request):
    return request.method in {"GET", "HEAD"} and not {settings.SESSION_COOKIE_NAME, "messages"} & request.COOKIES.keys()


def may_be_kept(request, response):
    """Nothing that was made for one person: no cookie, no form's token, no nonce."""
    return (
        getattr(response, "is_for_visitors", False)
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "CSRF_COOKIE" not in request.META
        and not getattr(request, "_csp_nonce", None)
    )


def name_of(request):
    wishes = [request.COOKIES.get(cookie, "") for cookie in VARYING]
    address = f"{request.method} {request.get_host()} {request.is_secure()} {request.get_full_path()} {wishes}"
    return "page." + hashlib.blake2b(address.encode(), digest_size=16).hexdigest()


def find(name):
    """(headers, content) of a page that is still right, or None."""
    found = cache.get_many([GENERATION, name])
    if name not in found:
        return None
    generation, ends, headers, content = found[name]
    is_right = generation == found.get(GENERATION) and timezone.now() < ends
    return (headers, content) if is_right else None


def wait_for(name):
    """The page once another request has made it, or None when that takes too long or came to nothing."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        time.sleep(STEP)
        is_made = not cache.get(f"{name}.lock")
        page = find(name)
        if page or is_made:
            return page
    return None


def answer(page):
    headers, content = page
    return HttpResponse(content, headers=headers)


def until(at):
    """How long what is shown at a moment stays right: to the next change, to midnight ("今天"), at most LONGEST."""
    midnight = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    moments = [at + timedelta(seconds=LONGEST), midnight]
    change = clock(at) if clock else None
    return min([*moments, change] if change else moments)
