"""Every page of people who are signed in is looked at in a browser: a new one has to be put into the list."""

import re

from django.urls import resolve

from tests.architecture.access import routes
from tests.architecture.access.account import SENT as SENT_BY_ACCOUNTS
from tests.architecture.access.my import SENT as SENT_BY_PEOPLE
from tests.journeys.signed_in import ALIKE, NO_PAGES, ON_THE_WAY, PAGES, PUBLIC


def looked_at():
    """The routes of the addresses in the list, whatever their ids are."""
    found = set()
    for address in {address for pages in PAGES.values() for address in pages}:
        path = re.sub(r"\{\w+\}", "1", address.split("?")[0])
        found.add(resolve(path).route)
    return found


def test_every_page_of_somebody_signed_in_is_in_the_list_of_those_looked_at():
    private = {route.replace("^", "") for route in routes() if route.startswith(("my/", "talent/", "accounts/"))}
    others = SENT_BY_PEOPLE | SENT_BY_ACCOUNTS | NO_PAGES | PUBLIC | ON_THE_WAY | ALIKE.keys()
    assert private - looked_at() - others == set()
    assert others - private == set()
    assert set(ALIKE.values()) <= looked_at()
