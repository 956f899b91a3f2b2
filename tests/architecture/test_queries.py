"""A page costs the same few queries however much there is."""

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import Company
from axrc.search import memory
from axrc.taxonomy import lists
from jobs.models import Job
from pages.demo import jobs
from tests import public

CEILING = 12
MANY = 2_500


@pytest.mark.django_db
def test_every_public_page_costs_at_most_twelve_queries_with_few_jobs_and_with_many(client, settings):
    settings.DEBUG = True
    call_command("load_demo", verbosity=0)
    addresses = public.everything()
    few = counted(client, addresses)
    jobs.load(list(Company.objects.verified().select_related("industry", "region")), MANY - 600, timezone.now())
    assert Job.objects.live().count() >= MANY
    many = counted(client, addresses)
    assert {address: count for address, count in few.items() if count > CEILING} == {}
    assert many == few


def counted(client, addresses):
    """A process reads the values of all facets once, before its first answer; that is no page's own."""
    memory.of("default").forget()
    client.get("/")
    return {address: queries(client, address) for address in addresses}


def queries(client, address):
    """How many a visitor's first request costs with the cache empty.

    The lists of categories, towns and the like are read once a minute, whatever is asked for.
    """
    cache.clear()
    lists.changed()
    for name in ("categories", "regions", "industries", "benefits"):
        getattr(lists.current(), name)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
        if response.streaming:
            list(response.streaming_content)
    assert response.status_code == 200, address
    return len(captured)
