"""Who may open which address. The tables stand in tests/architecture/access/; a route without a row fails here."""

import pytest
from django.conf import settings as site
from django.db import transaction

from axrc.taxonomy import lists, loading
from tests.architecture.access import ACTORS, LOGIN, ONWARD, STAFF, account, actors, desk, my, public, routes
from tests.architecture.access.objects import Objects

TABLES = [public, my, account, desk]
ROWS = {route: row for table in TABLES for route, row in table.ROWS.items()}
SENT = set().union(*(table.SENT for table in TABLES))
# What is answered where there is nothing to be had.
CLOSED = {LOGIN, ONWARD, 403, 404, 405}
# Django names all apps in this one.
APPS = "admin/^(?P<app_label>"


def shortened(route):
    return APPS if route.startswith(APPS) else route


class World:
    """The people, their browsers and the things, made once for all rows."""

    def __init__(self):
        loading.load()
        lists.changed()
        self.people = actors.make()
        self.objects = Objects()
        self.windows = actors.windows(self.people)

    def answer(self, actor, route, ask):
        response = getattr(self.windows[actor], ask)(self.objects.address(route))
        if response.status_code not in {301, 302}:
            return response.status_code
        elif response["Location"].split("?")[0] in {"/accounts/login/", "/admin/login/"}:
            return LOGIN
        else:
            return ONWARD


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module")
def _made(kept, django_db_setup, django_db_blocker):
    """In a transaction around those of the tests, each of which takes back what it did."""
    patch = pytest.MonkeyPatch()
    with django_db_blocker.unblock(), transaction.atomic():
        patch.setattr(site, "MEDIA_ROOT", kept / "media")
        patch.setattr(site, "PRIVATE_ROOT", kept / "private")
        made = World()
        patch.undo()
        yield made
        transaction.set_rollback(True)


@pytest.fixture
def world(_made, kept, settings, db):
    settings.MEDIA_ROOT, settings.PRIVATE_ROOT = kept / "media", kept / "private"
    return _made


def test_every_route_has_a_row_and_every_row_a_route():
    known = {shortened(route) for route in routes()}
    assert known - ROWS.keys() == set()
    assert ROWS.keys() - known == set()
    assert SENT - known == set()


@pytest.mark.parametrize("route", ROWS)
def test_who_is_answered_what(world, route):
    row = ROWS[route]
    ask = "post" if route in SENT else "get"
    assert {actor: world.answer(actor, route, ask) for actor in ACTORS} == row
    # Who may not look may not send either.
    strangers = [actor for actor in ACTORS if row[actor] == LOGIN]
    shut_out = [] if ask == "post" else strangers[:1] + [actor for actor in ACTORS if row[actor] in {403, 404}]
    assert [actor for actor in shut_out if world.answer(actor, route, "post") not in CLOSED] == []


@pytest.mark.parametrize("model", desk.RIGHTS)
def test_staff_change_only_what_they_may_change(world, model):
    """Whoever may only look is refused when they send the form."""
    for actor, letters in zip(STAFF, desk.RIGHTS[model], strict=True):
        if "V" in letters:
            answered = world.answer(actor, f"admin/{model}/<path:object_id>/change/", "post")
            assert (answered in {200, ONWARD}) == ("C" in letters), actor


@pytest.mark.parametrize("table", TABLES)
def test_staff_without_a_second_factor_have_the_rights_of_nobody(world, settings, table):
    """What only staff may open stays shut to them, in the admin and outside of it."""
    settings.STAFF_SECOND_FACTOR = True
    of_staff = [route for route, row in table.ROWS.items() if row["seeker"] in CLOSED and row["superuser"] == 200]
    answers = {
        (actor, route): world.answer(actor, route, "post" if route in SENT else "get")
        for route in of_staff
        for actor in STAFF
    }
    assert {where: answer for where, answer in answers.items() if answer not in CLOSED} == {}
