"""Who is no person looking at a page: robots that say so, and browsers that only prepare a page nobody may ever see."""

import re

ROBOTS = re.compile(r"bot\b|spider|crawl|slurp|scrapy|lighthouse|preview|monitor|curl/|wget/|python|java/|go-http", re.I)


def is_person(request):
    """As far as what is sent can tell. Who hides that it is a robot is a matter of limits."""
    purposes = request.headers.get("Sec-Purpose", ""), request.headers.get("Purpose", ""), request.headers.get("X-Moz", "")
    is_prepared = any(word in purpose.lower() for purpose in purposes for word in ("prefetch", "prerender", "preview"))
    return not is_prepared and not ROBOTS.search(request.headers.get("User-Agent", ""))
