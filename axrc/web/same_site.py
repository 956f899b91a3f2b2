"""Whether a request comes from a page of our own, for the few that carry no token."""

from urllib.parse import urlsplit


def is_ours(request):
    """Judged by what browsers say and scripts of other sites can't forge. Who says nothing is no browser on an errand.

    Forms with a token make every page that holds them personal, so that no cache can keep it. What changes nothing that
    matters to anybody (a preference, a count) is guarded by this instead. Everything else needs its token.
    """
    origin = request.headers.get("Origin")
    sent_by = request.headers.get("Sec-Fetch-Site", "same-origin")
    return sent_by in {"same-origin", "none"} and (origin is None or host_of(origin) == request.get_host().lower())


def host_of(origin):
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""
