"""Every sitemap keeps to the schema of the protocol, with nothing in it and with something of each kind."""

from pathlib import Path

import pytest
from lxml import etree

from tests import public
from tests.factories import JobFactory
from tests.news import make

pytestmark = pytest.mark.django_db
SCHEMA = Path(__file__).parents[1] / "data/schemas/sitemap.xsd"
MAPS = ["/sitemap.xml", "/sitemap-news.xml", *public.MAPS]


def check(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    document = etree.fromstring(response.content)
    etree.XMLSchema(file=str(SCHEMA)).assertValid(document)
    return document


@pytest.mark.parametrize("address", MAPS)
def test_a_sitemap_of_what_there_is_keeps_to_the_schema(client, address):
    JobFactory()
    make.article()
    document = check(client, address)
    if "pages" not in address:
        assert len(document) >= 1


@pytest.mark.parametrize("address", MAPS)
def test_an_empty_sitemap_keeps_to_the_schema(client, address):
    check(client, address)
