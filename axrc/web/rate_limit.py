"""How often somebody may do something, counted in the cache."""

import hashlib

from django.core.cache import cache


def allowed(scope, key, limit, seconds):
    """Count one more try of `key` and say whether it is among the first `limit` of its window.

    The window opens with the first try and lasts `seconds`; refused tries do not make it longer. Counting is atomic as
    far as the cache's add and incr are, which holds for Redis and for one process.
    """
    return count(name(scope, key), seconds) <= limit


def count(counter, seconds):
    """The number of tries in the running window, this one included."""
    if cache.add(counter, 1, seconds):
        return 1
    try:
        tries = cache.incr(counter)
    except ValueError:  # the window closed between the two calls
        cache.set(counter, 1, seconds)
        return 1
    if tries == 1:  # Redis: it closed within incr, which then made a counter that would never end
        cache.touch(counter, seconds)
    return tries


def name(scope, key):
    """A cache key without a trace of an address or account."""
    return f"limit:{scope}:{hashlib.sha256(str(key).encode()).hexdigest()[:32]}"
