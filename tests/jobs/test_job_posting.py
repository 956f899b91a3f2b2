"""What a job's page tells search engines, held against what Google asks of a JobPosting and read with extruct."""

import json
import re
from datetime import datetime

import extruct
import pytest
from django.utils import timezone

from axrc.taxonomy.models import Benefit
from jobs.models import Job
from jobs.structured_data import CREDENTIALS, EMPLOYMENT, MONTHS, UNITS
from jobs.values import Education, Experience, Nature, PayUnit
from tests.factories import CompanyFactory, JobFactory, ago, hence

pytestmark = pytest.mark.django_db

# https://developers.google.com/search/docs/appearance/structured-data/job-posting#structured-data-type-definitions
REQUIRED = {"datePosted", "description", "hiringOrganization", "jobLocation", "title"}
RECOMMENDED = {"baseSalary", "employmentType", "identifier", "validThrough"}
# "Beta" there: recommended where they are known.
BETA = {"educationRequirements", "experienceRequirements"}
# Recommended by the same page for jobs of another kind: from home, or with an application on the page itself.
ELSEWHERE = {"applicantLocationRequirements", "jobLocationType", "directApply", "experienceInPlaceOfEducation"}
EMPLOYMENT_TYPES = {"FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER"}
PAY_UNITS = {"HOUR", "DAY", "WEEK", "MONTH", "YEAR"}
CREDENTIAL_CATEGORIES = {
    "high school",
    "associate degree",
    "bachelor degree",
    "professional certificate",
    "postgraduate degree",
}
HOSTILE = '</script><script>alert(1)</script>"<b>\u2028&'


def postings(client, job):
    html = client.get(job.get_absolute_url()).content.decode()
    found = extruct.extract(html, syntaxes=["json-ld"], errors="strict")["json-ld"]
    return [statement for statement in found if statement["@type"] == "JobPosting"]


def posting(client, job):
    (found,) = postings(client, job)
    assert found["@context"] == "https://schema.org"
    return found


def test_a_live_job_tells_all_that_is_asked(client, taxonomy):
    company = CompanyFactory(website="https://example.com/", logo="companies/1.png")
    job = JobFactory(
        company=company, region=taxonomy.regions.by_slug["longmen"], category=taxonomy.categories.by_slug["tea-maker"],
        address="龙桥园区 3 号", education=Education.COLLEGE, experience=Experience.UNDER_5, benefits=list(Benefit.objects.all()[:2]),
    )  # fmt: skip
    found = posting(client, job)
    assert set(found) >= REQUIRED | RECOMMENDED | BETA
    assert not set(found) & ELSEWHERE
    address = f"http://testserver/jobs/{job.pk}/"
    assert found["title"] == "制茶师"
    assert found["url"] == address
    assert found["identifier"] == {"@type": "PropertyValue", "name": company.name, "value": str(job.pk)}
    assert found["hiringOrganization"] == {
        "@type": "Organization",
        "name": company.name,
        "url": f"http://testserver/companies/{company.pk}/",
        "sameAs": "https://example.com/",
        "logo": "http://testserver/media/companies/1.png",
    }
    assert found["jobLocation"] == {
        "@type": "Place",
        "address": {
            "@type": "PostalAddress",
            "addressCountry": "CN",
            "addressRegion": "福建省",
            "addressLocality": "泉州市安溪县",
            "streetAddress": "安溪县·龙门 龙桥园区 3 号",
        },
    }
    assert found["baseSalary"] == {
        "@type": "MonetaryAmount",
        "currency": "CNY",
        "value": {"@type": "QuantitativeValue", "minValue": 5000, "maxValue": 8000, "unitText": "MONTH"},
    }
    assert found["educationRequirements"] == {
        "@type": "EducationalOccupationalCredential",
        "credentialCategory": "associate degree",
    }
    assert found["experienceRequirements"] == {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 36}
    assert found["totalJobOpenings"] == 2
    assert found["industry"] == company.industry.name
    assert found["jobBenefits"] == "、".join(job.benefit_names)
    for part in ("<p>负责做青和烘焙。</p>", "<p>能吃苦,懂茶优先。</p>"):
        assert part in found["description"]


def test_dates_are_those_of_the_job_with_the_zone_of_the_place(client):
    job = JobFactory(ends_at=hence(days=40))
    found = posting(client, job)
    assert datetime.fromisoformat(found["datePosted"]) == job.published_at.replace(microsecond=0)
    assert datetime.fromisoformat(found["validThrough"]) == job.ends_at.replace(microsecond=0)
    assert found["validThrough"].endswith("+08:00")


def test_it_is_valid_no_longer_than_the_employer_is_verified(client):
    company = CompanyFactory(verified_until=hence(days=5))
    found = posting(client, JobFactory(company=company, ends_at=hence(days=40)))
    assert datetime.fromisoformat(found["validThrough"]) == company.verified_until.replace(microsecond=0)


def test_what_is_not_known_is_not_said(client):
    found = posting(client, JobFactory())
    assert not {"sameAs", "logo"} & set(found["hiringOrganization"])
    assert "jobBenefits" not in found
    assert found["educationRequirements"] == found["experienceRequirements"] == "no requirements"


def test_one_fixed_pay_is_one_value(client):
    found = posting(client, JobFactory(salary_min=220, salary_max=220, pay_unit=PayUnit.DAY))
    assert found["baseSalary"]["value"] == {"@type": "QuantitativeValue", "value": 220, "unitText": "DAY"}


def test_every_value_of_ours_has_one_that_google_knows():
    assert {EMPLOYMENT[nature] for nature in Nature} <= EMPLOYMENT_TYPES
    assert {UNITS[unit] for unit in PayUnit} <= PAY_UNITS
    assert set(CREDENTIALS.values()) <= CREDENTIAL_CATEGORIES
    assert set(CREDENTIALS) == set(Education) - {Education.ANY, Education.JUNIOR}
    assert set(MONTHS) == set(Experience) - {Experience.ANY, Experience.GRADUATE, Experience.UNDER_1}


def test_what_an_employer_types_ends_no_script_and_is_no_markup(client):
    job = JobFactory(
        title=HOSTILE, description=HOSTILE, requirements="<img src=x onerror=alert(1)>\n二", address=HOSTILE,
        company__name=HOSTILE, company__website="https://example.com/</script>",
    )  # fmt: skip
    html = client.get(job.get_absolute_url()).content.decode()
    found = posting(client, job)
    assert found["title"] == found["hiringOrganization"]["name"] == HOSTILE
    assert "<script>" not in found["description"]
    assert "<img" not in found["description"]
    assert "&lt;img src=x onerror=alert(1)&gt;<br>二" in found["description"]
    scripts = re.findall(r"<script type=\"application/ld\+json\">(.*?)</script>", html, re.S)
    assert sorted(json.loads(script)["@type"] for script in scripts) == ["BreadcrumbList", "JobPosting"]
    assert "alert(1)</script>" not in html


@pytest.mark.parametrize("change", [{"ends_at": ago(seconds=1)}, {"closed_at": ago(hours=1)}])
def test_an_ended_job_says_nothing_of_the_kind(client, change):
    job = JobFactory(**change)
    assert postings(client, job) == []


def test_it_stops_on_the_second(client):
    job = JobFactory()
    assert postings(client, job)
    Job.objects.filter(pk=job.pk).update(ends_at=timezone.now())
    assert not postings(client, job)


@pytest.mark.parametrize(
    ("slug", "place"),
    [
        ("anxi", {"addressRegion": "福建省", "addressLocality": "泉州市安溪县"}),
        ("quanzhou", {"addressRegion": "福建省", "addressLocality": "泉州市"}),
        ("fujian", {"addressRegion": "福建省"}),
        ("elsewhere", {}),
    ],
)
def test_the_address_says_what_is_known_of_the_place(client, taxonomy, slug, place):
    found = posting(client, JobFactory(region=taxonomy.regions.by_slug[slug], address="工业路 9 号"))
    address = found["jobLocation"]["address"]
    assert {name: address[name] for name in address if name in ("addressRegion", "addressLocality")} == place
    assert "工业路 9 号" in address["streetAddress"]
