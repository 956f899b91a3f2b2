"""The page of a trade in a town: there when it holds jobs, with figures that are counted."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jobs.landing import Figures, Places
from jobs.values import PayUnit
from tests.factories import CompanyFactory, JobFactory, ago
from tests.jobs.test_live import HIDDEN

pytestmark = pytest.mark.django_db


@pytest.fixture
def longmen(taxonomy):
    return {"region": taxonomy.regions.by_slug["longmen"], "category": taxonomy.categories.by_slug["tea-artist"]}


PAGE = "/jobs/in/longmen/tea-artist/"


def read(client, address=PAGE):
    return re.sub(r"</?b[^>]*>", "", client.get(address).content.decode())


def test_it_names_town_and_trade_and_lists_the_jobs(client, longmen):
    job = JobFactory(title="店面茶艺师", **longmen)
    page = read(client)
    assert "<title>龙门茶艺师招聘" in page
    assert f'href="/jobs/{job.pk}/"' in page
    assert "安溪县龙门现有 1 个茶艺师职位在招,来自 1 家企业".replace(",", "，") in page


def test_a_live_job_leads_to_it(client, longmen):
    job, _other = JobFactory(**longmen), JobFactory(**longmen)
    assert f'href="{PAGE}"' in client.get(job.get_absolute_url()).content.decode()


def test_every_figure_is_counted(client, longmen):
    company = CompanyFactory()
    for low, high in [(3000, 5000), (4000, 6000), (5000, 7000), (6000, 8000), (9000, 11000)]:
        JobFactory(salary_min=low, salary_max=high, company=company, **longmen)
    JobFactory(salary_min=150, salary_max=200, pay_unit=PayUnit.DAY, **longmen)
    JobFactory(salary_min=20, salary_max=20, pay_unit=PayUnit.HOUR, **longmen)
    page = read(client)
    assert "现有 7 个茶艺师职位在招，来自 3 家企业，月薪 3000-11000 元，日薪 150-200 元，时薪 20 元。" in page
    assert "月薪中位数 6000 元" in page


def test_four_salaries_have_no_median(client, longmen):
    for _ in range(4):
        JobFactory(**longmen)
    assert "中位数" not in read(client)


def test_figures_of_some_are_not_told_as_those_of_all(longmen):
    jobs = [JobFactory(**longmen) for _ in range(2)]
    assert not Figures([job.pk for job in jobs], 2).is_of_some
    assert Figures([job.pk for job in jobs], 3).is_of_some


def test_its_canonical_address_is_the_board_with_the_same_facets(client, longmen):
    JobFactory(**longmen)
    page = client.get(PAGE).content.decode()
    board = "/jobs/?category=tea-artist&amp;region=longmen"
    assert f'<link rel="canonical" href="http://testserver{board}">' in page
    assert f'<a href="{board}">' in page
    assert 'href="/feeds/jobs.json?category=tea-artist&amp;region=longmen"' in page


@pytest.mark.parametrize("address", [PAGE, "/jobs/in/longmen/tea/", "/jobs/in/anxi/tea-artist/", "/jobs/in/anxi/tea/"])
def test_county_and_branch_hold_what_is_below_them(client, longmen, address):
    job = JobFactory(**longmen)
    assert f"/jobs/{job.pk}/" in read(client, address)


@pytest.mark.parametrize("state", HIDDEN)
def test_without_a_live_job_there_is_no_page_and_no_line_in_the_sitemap(client, longmen, state):
    JobFactory(**longmen, **HIDDEN[state])
    assert client.get(PAGE).status_code == 404
    assert "/jobs/in/" not in client.get("/sitemap-places.xml").content.decode()


@pytest.mark.parametrize(
    "address", ["/jobs/in/atlantis/tea/", "/jobs/in/longmen/nothing/", "/jobs/in/tea/longmen/", "/jobs/in/%00/x/"]
)
def test_an_unknown_place_or_trade_is_no_page(client, taxonomy, address):
    assert client.get(address).status_code == 404


def test_the_sitemap_lists_every_page_that_there_is_and_no_other(client, longmen):
    JobFactory(**longmen)
    found = re.findall(r"<loc>http://testserver(/jobs/in/[^<]+)", client.get("/sitemap-places.xml").content.decode())
    assert sorted(found) == sorted(
        ["/jobs/in/longmen/tea-artist/", "/jobs/in/longmen/tea/", "/jobs/in/anxi/tea-artist/", "/jobs/in/anxi/tea/"]
    )


def test_neighbours_lead_to_pages_that_hold_jobs(client, taxonomy, longmen):
    categories, regions = taxonomy.categories.by_slug, taxonomy.regions.by_slug
    JobFactory(**longmen)
    JobFactory(region=regions["longmen"], category=categories["tea-maker"])
    JobFactory(region=regions["gande"], category=categories["tea-artist"])
    JobFactory(region=regions["xiping"], category=categories["tea-artist"], ends_at=ago(seconds=1))
    context = client.get(PAGE).context
    assert [link["url"] for link in context["trades"]] == ["/jobs/in/longmen/tea/", "/jobs/in/longmen/tea-maker/"]
    assert [link["url"] for link in context["towns"]] == ["/jobs/in/anxi/tea-artist/", "/jobs/in/gande/tea-artist/"]
    assert [link["label"] for link in context["trades"]] == ["2 个", "1 个"]
    for link in context["trades"] + context["towns"]:
        assert client.get(link["url"]).status_code == 200


def test_a_job_comes_and_goes_on_the_second(longmen):
    job = JobFactory(**longmen)
    pair = (longmen["region"], longmen["category"])
    assert pair in Places(timezone.now()).all_pairs()
    assert pair not in Places(job.ends_at).all_pairs()


def test_it_costs_the_same_for_one_job_and_for_many(client, taxonomy, longmen):
    JobFactory(**longmen)
    few = queries(client)
    for slug in ("gande", "xiping", "longmen"):
        for _ in range(8):
            JobFactory(region=taxonomy.regions.by_slug[slug], category=longmen["category"])
    assert queries(client) == few <= 12


def queries(client):
    client.get(PAGE)
    with CaptureQueriesContext(connection) as captured:
        client.get(PAGE)
    return len(captured)
