"""The page of a job and of a company."""

import pytest
from django.core.management import call_command

from jobs.values import PayUnit
from tests.factories import CompanyFactory, JobFactory, ago, hence

pytestmark = pytest.mark.django_db


def test_a_job_page_tells_pay_place_and_employer(client):
    job = JobFactory(headcount=3, salary_months=13, is_negotiable=True)
    page = client.get(job.get_absolute_url()).content.decode()
    for fact in (
        "制茶师",
        "5000-8000元/月",
        "13薪",
        "可面议",
        "西坪",
        job.company.name,
        "负责做青和烘焙。",
        "招 3 人",
        "0595-23000001",
    ):
        assert fact in page, fact
    assert "不收" in page or "收费" in page  # the safety notice (DOMAIN.md L9)


def test_a_hidden_phone_is_not_on_the_page(client):
    job = JobFactory(contact_phone="0595-23009999", is_phone_hidden=True)
    page = client.get(job.get_absolute_url()).content.decode()
    assert "0595-23009999" not in page
    assert job.company.contact_phone not in page


def test_what_an_employer_writes_is_text_and_never_markup(client):
    job = JobFactory(title="<script>alert(1)</script>", description="<img src=x onerror=alert(1)>")
    for address in (job.get_absolute_url(), "/jobs/", "/", job.company.get_absolute_url()):
        page = client.get(address).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_similar_jobs_are_of_the_same_trade_and_never_the_job_itself(client, taxonomy):
    welder = taxonomy.categories.by_slug["welder"]
    job, other = JobFactory(category=welder), JobFactory(category=welder)
    JobFactory()
    assert client.get(job.get_absolute_url()).context["similar"] == [other]


@pytest.mark.parametrize(("unit", "label"), [(PayUnit.DAY, "200-260元/天"), (PayUnit.HOUR, "200-260元/小时")])
def test_rates_are_shown_in_their_unit(unit, label):
    assert JobFactory.build(pay_unit=unit, salary_min=200, salary_max=260).pay_label == label


def test_a_company_page_lists_its_live_jobs(client):
    job = JobFactory()
    ended = JobFactory(company=job.company, ends_at=ago(days=1), title="结束了的")
    page = client.get(job.company.get_absolute_url()).content.decode()
    assert f"/jobs/{job.pk}/" in page
    assert ended.title not in page


@pytest.mark.parametrize(
    "fields",
    [{"verified_at": None, "verified_until": None}, {"verified_until": ago(seconds=1)}, {"frozen_at": ago(hours=1)}],
)
def test_a_company_that_is_not_verified_does_not_exist_for_the_public(client, fields):
    company = CompanyFactory(name="安溪县无证茶厂", **fields)
    assert client.get(company.get_absolute_url()).status_code == 404
    assert company.name not in client.get("/companies/").content.decode()
    assert company.name not in client.get("/companies/?q=无证").content.decode()


def test_companies_are_found_by_name_and_what_they_do(client):
    CompanyFactory(name="安溪县云岫茶厂")
    CompanyFactory(name="安溪县大石石材厂", about="加工石板。")
    page = client.get("/companies/?q=石板").content.decode()
    assert "大石石材" in page
    assert "云岫" not in page


def test_the_directory_counts_live_jobs_only(client):
    job = JobFactory()
    JobFactory(company=job.company, closed_at=ago(days=1))
    company = client.get("/companies/").context["companies"][0]
    assert company.live_jobs == 1


def test_the_demo_fills_every_category_and_town(taxonomy, settings):
    from accounts.models import Company
    from jobs.models import Job
    from news.models import Article

    settings.DEBUG = True
    call_command("load_demo")
    live = Job.objects.live()
    assert live.count() == 600
    assert Company.objects.verified().count() >= 60
    assert Article.objects.published().count() >= 120
    leaves = {category.pk for category in taxonomy.categories if category.parent_id}
    assert set(live.values_list("category", flat=True)) == leaves
    towns = {region.pk for region in taxonomy.regions if region.part}
    assert towns <= set(live.values_list("region", flat=True))
    assert all(job.ends_at < hence(days=90) for job in live)


def test_the_demo_is_never_loaded_outside_debug(db, settings):
    from django.core.management import CommandError

    settings.DEBUG = False
    with pytest.raises(CommandError):
        call_command("load_demo")
