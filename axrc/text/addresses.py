"""Where a link may lead and where a picture may come from."""

import re

from django.conf import settings

LONGEST = 2000
LINK_SCHEMES = {"http", "https", "mailto", "tel"}
# What browsers skip before they look at an address.
SKIPPED = "".join(map(chr, range(0x21)))
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
ABSOLUTE = re.compile(r"https?://[^/\\?#\s]", re.IGNORECASE)


def link(value):
    """The address of a link, or None where it may not lead there."""
    value = plain(value)
    scheme = SCHEME.match(value)
    if not value or leaves_without_scheme(value):
        return None
    elif not scheme or scheme[1].lower() in {"mailto", "tel"}:
        return value
    else:
        return value if ABSOLUTE.match(value) else None


def picture(value):
    """The address of a picture: an uploaded one, or for now one of another site; None for any other."""
    value = plain(value)
    is_uploaded = value.startswith(settings.MEDIA_URL) and ".." not in value and not leaves_without_scheme(value)
    return value if is_uploaded or ABSOLUTE.match(value) else None


def is_outside(address):
    return bool(ABSOLUTE.match(address))


def plain(value):
    """As a browser reads it. What is longer than any real address becomes none."""
    value = re.sub(r"[\t\r\n]", "", value.strip(SKIPPED))
    return value if len(value) <= LONGEST else ""


def leaves_without_scheme(value):
    """//host, and /\\host, which browsers read the same."""
    return value[:2].replace("\\", "/") == "//"
