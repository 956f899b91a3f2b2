"""Somebody who has many jobs to fill."""

import pytest

from tests.factories import RecruiterFactory


@pytest.fixture
def recruiter(taxonomy):
    return RecruiterFactory(company__region=taxonomy.regions.by_slug["xiping"])


@pytest.fixture
def window(client, recruiter):
    client.force_login(recruiter.user)
    return client
