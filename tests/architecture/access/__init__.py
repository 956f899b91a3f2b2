"""Who may open which address: a row for each route of the URLconf.

A row says what each actor is answered: a number is the status, LOGIN leads to signing in, ONWARD to another page of the
site. The tables stand in public.py, my.py, account.py and desk.py; the addresses name things that belong to none of the
actors (objects.py), so 404 in a row of /my/ means: what is others' is not there.
"""

from django.urls import get_resolver

ACTORS = ["anonymous", "seeker", "employer", "unverified", "companyless", "editor", "reviewer", "superuser"]
STAFF = ["editor", "reviewer", "superuser"]
LOGIN, ONWARD = "login", "onward"


def by(rest, **actors):
    """A row: by(404, anonymous=LOGIN, seeker=200)."""
    assert not actors.keys() - set(ACTORS)
    return dict.fromkeys(ACTORS, rest) | actors


EVERYBODY = by(200)
WHO_IS_SIGNED_IN = by(200, anonymous=LOGIN)


def routes(patterns=None, before=""):
    """All that the URLconf knows, as it is written there."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from routes(pattern.url_patterns, route)
        else:
            yield route
