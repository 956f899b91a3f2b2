"""GET never writes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.pages import making

ADDRESSES = [
    "/about/",
    "/contact/",
    "/credentials/",
    "/feedback/",
    "/feedback/?page=2",
    "/links/",
    "/robots.txt",
    "/healthz",
]


@pytest.mark.django_db
@pytest.mark.parametrize("has_rows", [True, False])
@pytest.mark.parametrize("address", ADDRESSES)
def test_looking_at_a_page_changes_nothing(client, address, has_rows):
    if has_rows:
        making.profile()
        for slug in ("about", "contact", "credentials"):
            making.page(slug)
        making.answered()
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    assert not [query["sql"] for query in queries if not query["sql"].startswith("SELECT")]
    assert not client.cookies or set(client.cookies) == {"csrftoken"}
