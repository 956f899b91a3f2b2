"""Whatever somebody puts into an address, the answer is a page and never a crash."""

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobs.facets import FACETS
from tests import public

PARAMETERS = ["q", "page", "sort", "verified", "role", "next", "type", *(facet.name for facet in FACETS)]

KNOWN = [
    option
    for facet in ["5000-7999", "college", "1-3", "full-time", "7", "xiping", "tea", "meals", "newest"]
    for option in [facet]
]

values = st.one_of(
    st.text(max_size=40),
    st.sampled_from(KNOWN),
    st.integers().map(str),
    st.sampled_from(
        [
            "\x00", "茶" * 3400, "a" * 10_240, "%00", "%ff%fe", "' OR 1=1 --", '"', "*", "(", ")", "NEAR(", "AND", "OR NOT",
            "-1", "0", "9" * 400, "1e309", "NaN", "𠮷", "\u202e", "<script>", "{{7*7}}", "../../etc/passwd", ":", "t:茶", "\\", "&|!",
            "\ud800".encode("utf-16", "surrogatepass").decode("utf-16", "ignore"),
        ]
    ),
)  # fmt: skip
parameters = st.lists(st.tuples(st.sampled_from(PARAMETERS), values), max_size=6)


@pytest.mark.django_db
def test_no_query_string_breaks_a_public_page(client, settings):
    settings.DEBUG = True
    call_command("load_demo", "--jobs", "130", verbosity=0)
    settings.DEBUG = False
    addresses = sorted({address.split("?")[0] for address in public.everything()})
    client.raise_request_exception = True

    @given(st.sampled_from(addresses), parameters)
    @settings_for_fuzz
    def check(address, parameters):
        data = {}
        for name, value in parameters:
            data.setdefault(name, []).append(value)
        assert client.get(address, data).status_code < 500

    check()


settings_for_fuzz = settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    ["/jobs/999999999999999999999/", "/jobs/0/", "/companies/9999999999999999999999/", "/news/99999999999999999999999/", "/news/no/",
     "/jobs/abc/", "/sitemap-x.xml", "/no/such/page/", "/%00", "/jobs/%00/", "/media/../../manage.py", "/accounts/nothing/"],
)  # fmt: skip
def test_an_address_that_leads_nowhere_says_so(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "首页" in response.content.decode()
