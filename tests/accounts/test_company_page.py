"""What a seeker learns of a company: who it is, what it looks like, where it hires and for what."""

import json
import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts import photos
from axrc.text import printable
from jobs.company_jobs import CompanyJobs
from tests.factories import CompanyFactory, JobFactory, ago, hence
from tests.news import make

pytestmark = pytest.mark.django_db


def page_of(client, company, **parameters):
    return client.get(company.get_absolute_url(), parameters).content.decode()


def rows(html):
    return re.findall(r'job-row-title"><a href="(/jobs/\d+/)"', html)


def organization(html):
    found = [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)]
    return next(data for data in found if data["@type"] == "Organization")


def jobs_in(company, *terms, number=1, **fields):
    return [JobFactory(company=company, **terms[0] if terms else {}, **fields) for _ in range(number)]


@pytest.fixture
def places(taxonomy):
    return taxonomy.regions.by_slug


@pytest.fixture
def trades(taxonomy):
    return taxonomy.categories.by_slug


def test_it_says_when_the_company_was_verified_and_until_when(client):
    company = CompanyFactory()
    html = page_of(client, company)
    for day in map(timezone.localdate, (company.verified_at, company.verified_until)):
        assert f'<time datetime="{day}">{day}</time>' in html
    assert "企业已认证" in html


@pytest.mark.parametrize(
    "fields",
    [{"verified_at": None, "verified_until": None}, {"verified_until": ago(seconds=1)}, {"frozen_at": ago(hours=1)}],
    ids=["unverified", "expired", "frozen"],
)
def test_a_company_without_a_valid_verification_is_nowhere(client, fields):
    company = CompanyFactory(name="安溪县无证茶厂")
    JobFactory(company=company, title="无证制茶工")
    for name, value in fields.items():
        setattr(company, name, value)
    company.save()
    assert client.get(company.get_absolute_url()).status_code == 404
    for address in (
        "/companies/",
        "/companies/?q=无证",
        "/search/?q=无证",
        "/",
        "/jobs/?q=无证",
        "/sitemap-companies.xml",
        "/feeds/jobs.xml",
    ):
        html = client.get(address).content.decode()
        assert company.name not in html, address
        assert company.get_absolute_url() not in html, address


def test_few_jobs_need_no_filter(client, places):
    company = CompanyFactory()
    jobs_in(company, {"region": places["hutou"]}, number=3)
    assert "jobs-narrow" not in page_of(client, company)


def test_many_jobs_are_paged_and_narrowed_by_town_and_trade(client, places, trades):
    company = CompanyFactory(region=places["xiping"])
    jobs_in(company, {"region": places["xiping"], "category": trades["tea-maker"]}, number=19)
    wanted = jobs_in(company, {"region": places["hutou"], "category": trades["welder"]}, number=2)
    jobs_in(company, {"region": places["hutou"], "category": trades["tea-maker"]}, number=3)
    html = page_of(client, company)
    assert len(rows(html)) == 20
    assert "湖头（5）" in html
    assert len(rows(page_of(client, company, page=2))) == 4
    narrowed = page_of(client, company, region="hutou", category="welder")
    assert set(rows(narrowed)) == {job.get_absolute_url() for job in wanted}
    assert "2 个在招职位" in narrowed


def test_each_count_in_the_filter_is_what_choosing_it_gives(client, places, trades):
    company = CompanyFactory()
    for number, region in enumerate(["xiping", "hutou", "guanqiao"], start=1):
        jobs_in(company, {"region": places[region], "category": trades["welder"]}, number=number)
        jobs_in(company, {"region": places[region], "category": trades["tea-maker"]}, number=4 - number)
    parameters = {"region": "hutou"}
    shown = client.get(company.get_absolute_url(), parameters).context["company"].shown_jobs
    assert [facet["name"] for facet in shown.facets] == ["region", "category"]
    for facet in shown.facets:
        for option in facet["options"]:
            html = page_of(client, company, **parameters | {facet["name"]: option["value"]})
            assert len(rows(html)) == option["count"], option


def test_what_ends_leaves_list_counts_and_towns_in_the_same_second(places):
    company = CompanyFactory(region=places["xiping"])
    end = hence(hours=1)
    JobFactory(company=company, region=places["hutou"], ends_at=end)
    JobFactory(company=company, region=places["xiping"])
    before, after = (CompanyJobs(company, {}, at) for at in (ago(seconds=0), end))
    assert (before.total, after.total) == (2, 1)
    assert [town["name"] for town in before.other_towns] == ["湖头"]
    assert after.other_towns == []


def test_other_towns_lead_to_the_jobs_there(client, places):
    company = CompanyFactory(region=places["xiping"])
    JobFactory(company=company, region=places["xiping"])
    there = JobFactory(company=company, region=places["hutou"])
    html = page_of(client, company)
    link = f"{company.get_absolute_url()}?region=hutou#jobs"
    assert f'<a href="{link}">湖头（1）</a>' in html
    assert rows(client.get(link).content.decode()) == [there.get_absolute_url()]


@pytest.mark.parametrize(
    "parameters",
    [
        {"region": "nowhere"},
        {"category": "' OR 1=1 --"},
        {"region": "\x00", "page": "-1"},
        {"page": "9" * 40},
        {"region": "<script>", "category": "a" * 5000},
    ],
)
def test_an_address_that_somebody_made_up_shows_the_company_all_the_same(client, parameters):
    job = JobFactory()
    html = page_of(client, job.company, **parameters)
    assert rows(html) == [job.get_absolute_url()]
    assert ("无法识别" in html) == bool({"region", "category"} & parameters.keys())
    assert "<script>alert" not in html


def test_a_company_that_does_not_hire_now_says_so_and_leads_on(client):
    company = CompanyFactory()
    html = page_of(client, company)
    assert "暂时没有在招职位" in html
    assert f"/jobs/?industry={company.industry.slug}" in html


@pytest.mark.parametrize(
    "website",
    ["javascript:alert(1)", "//evil.example/", "data:text/html,x", "ftp://example.com/", "java\tscript:alert(1)", "/admin/"],
)
def test_only_a_web_address_becomes_a_link(client, website):
    company = CompanyFactory(website=website)
    html = page_of(client, company)
    assert "网站</dt>" not in html
    assert "sameAs" not in organization(html)


def test_what_a_company_says_of_itself_is_text_and_never_markup(client):
    bad = '"><script>alert(1)</script>'
    company = CompanyFactory(
        name=f"茶厂{bad}", address=bad, about=f"</script>{bad}", website='https://example.com/"onclick='
    )
    photos.add(company, make.picture(), alternative_text=bad)
    html = page_of(client, company)
    assert "<script>alert" not in html
    assert '/"onclick=' not in html.replace(r"\"", "")
    assert organization(html)["name"] == company.name


def test_the_address_opens_on_a_map_by_a_plain_link(client):
    company = CompanyFactory(address="西原街1号")
    html = unescape(page_of(client, company))
    assert "https://uri.amap.com/search?keyword=" in html
    assert "<iframe" not in html


def test_programs_learn_what_people_read(client):
    company = CompanyFactory(size="200-499", website="https://example.com/tea")
    data = organization(page_of(client, company))
    assert data["name"] == company.name
    assert data["address"]["streetAddress"] == company.address
    assert data["numberOfEmployees"] == {"@type": "QuantitativeValue", "minValue": 200, "maxValue": 499}
    assert data["sameAs"] == "https://example.com/tea"


def test_a_company_may_be_reported_with_its_name_filled_in(client):
    company = CompanyFactory()
    link = unescape(re.search(r'href="(/feedback/[^"]+)"', page_of(client, company))[1])
    response = client.get(link)
    assert response.status_code == 200
    assert "complaint" in link
    assert "%E6%8A%95%E8%AF%89" in link  # 投诉


def test_what_is_chosen_on_the_page_is_the_same_page_for_search_engines(client, places):
    company = CompanyFactory()
    JobFactory(company=company, region=places["hutou"])
    html = page_of(client, company, region="hutou")
    assert f'<link rel="canonical" href="http://testserver{company.get_absolute_url()}">' in html


def test_it_costs_the_same_for_one_job_and_for_many(client, places, trades):
    company = CompanyFactory()
    JobFactory(company=company)
    photos.add(company, make.picture(), alternative_text="厂房")

    def cost():
        with CaptureQueriesContext(connection) as captured:
            client.get(company.get_absolute_url())
        return len(captured)

    cost()
    few = cost()
    for number in range(30):
        JobFactory(company=company, region=places["hutou"], category=trades["welder"], title=printable(f"电焊工{number}"))
    for number in range(5):
        photos.add(company, make.picture(), alternative_text=f"车间{number}")
    assert cost() == few <= 12
