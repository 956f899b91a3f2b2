"""The directory: narrowed by what companies are and by whether they hire, each count what choosing it gives."""

import random
import re
from datetime import timedelta
from html import unescape

import pytest
import time_machine
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.filters import CompanyFilter
from accounts.models import Company, CompanyEntry
from tests.factories import CompanyFactory, JobFactory, ago, hence

pytestmark = pytest.mark.django_db


def found(client, address="/companies/", **parameters):
    return {company.name for company in client.get(address, parameters).context["companies"]}


def options(facets):
    """{facet: {value: count}}"""
    return {
        facet.name: {option.value: option.count for line in facet.groups.values() for option in line} for facet in facets
    }


def company(taxonomy, name, industry="tea", region="xiping", **fields):
    return CompanyFactory(
        name=name,
        industry=taxonomy.industries.by_slug[industry],
        region=taxonomy.regions.by_slug[region],
        **fields,
    )


@pytest.fixture
def several(taxonomy):
    company(taxonomy, "云岫茶厂", "tea", "xiping", size="10-49", nature="private")
    company(taxonomy, "山石石材", "stone", "guanqiao", size="50-199", nature="sole")
    company(taxonomy, "湖光茶业", "tea", "hutou", size="50-199", nature="private")
    company(taxonomy, "省外茶庄", "tea", "elsewhere", size="1-9")


def test_several_values_of_a_facet_widen_and_several_facets_narrow(client, several):
    assert found(client, industry=["tea", "stone"], size="50-199") == {"山石石材", "湖光茶业"}
    assert found(client, industry="tea", size="50-199") == {"湖光茶业"}


def test_the_county_stands_for_all_its_towns(client, several):
    assert found(client, region="anxi") == {"云岫茶厂", "山石石材", "湖光茶业"}


def test_a_word_and_choices_go_together(client, several):
    assert found(client, q="茶", region="hutou") == {"湖光茶业"}


def test_only_companies_that_hire(client, several):
    hiring = Company.objects.get(name="山石石材")
    JobFactory(company=hiring)
    JobFactory(company=Company.objects.get(name="湖光茶业"), closed_at=ago(hours=1))
    assert found(client, hiring="1") == {"山石石材"}
    assert options(client.get("/companies/").context["facets"])["hiring"] == {"1": 1}


def test_a_company_leaves_those_that_hire_in_the_second_in_which_its_last_job_ends(client, several):
    end = timezone.now().replace(microsecond=0) + timedelta(hours=2)
    JobFactory(company=Company.objects.get(name="山石石材"), ends_at=end)
    with time_machine.travel(end - timedelta(seconds=1), tick=False):
        assert found(client, hiring="1") == {"山石石材"}
    with time_machine.travel(end, tick=False):
        assert found(client, hiring="1") == set()


@pytest.mark.parametrize(
    "fields",
    [
        {"paused_at": ago(hours=1)},
        {"frozen_at": ago(hours=1)},
        {"removed_at": ago(hours=1)},
        {"published_at": None},
        {"published_at": hence(days=1)},
        {"ends_at": ago(seconds=1)},
    ],
    ids=["paused", "frozen", "removed", "draft", "scheduled", "ended"],
)
def test_a_job_that_is_not_live_makes_nobody_one_who_hires(client, several, fields):
    JobFactory(company=Company.objects.get(name="山石石材"), **fields)
    assert found(client, hiring="1") == set()


def test_who_hires_is_found_when_nobody_does(client, several):
    page = client.get("/companies/?hiring=1")
    assert page.status_code == 200
    assert "没有找到这样的企业" in page.content.decode()


def test_options_that_find_nothing_are_folded_away(client, several):
    industry = next(facet for facet in client.get("/companies/").context["facets"] if facet.name == "industry")
    assert options([industry])["industry"] == {"tea": 3, "stone": 1}
    assert "光电/电子" in industry.empty


def test_each_count_is_what_choosing_it_gives(taxonomy):
    rng = random.Random("directory")
    slugs = {
        "industry": ["tea", "stone", "rattan"],
        "region": ["xiping", "hutou", "guanqiao"],
        "size": ["1-9", "10-49", "50-199"],
        "nature": ["private", "sole", "state"],
    }
    for number in range(40):
        picked = {name: rng.choice(values) for name, values in slugs.items()}
        made = company(taxonomy, f"安溪县{rng.choice('茶竹石')}山{number}厂", **picked)
        if rng.random() < 0.5:
            JobFactory(company=made)
    for _ in range(60):
        parameters = QueryDict(mutable=True)
        for name, values in slugs.items():
            parameters.setlist(name, rng.sample(values, rng.choice([0, 0, 1, 2])))
        if rng.random() < 0.3:
            parameters["hiring"] = "1"
        if rng.random() < 0.4:
            parameters["q"] = rng.choice("茶竹石")
        at = timezone.now()
        for name, counts in options(CompanyFilter(parameters).counted(at)).items():
            for value, count in counts.items():
                chosen = parameters.copy()
                chosen.setlist(name, [value])
                query = CompanyFilter(chosen).query(at)
                assert CompanyEntry.objects.tally(query, at=at) == count, (parameters, name, value)


def test_every_choice_has_its_address_and_a_chip_that_takes_it_away(client, several):
    page = client.get("/companies/?q=茶&industry=tea&industry=stone&region=hutou")
    chips = {chip["label"]: chip["url"] for chip in page.context["filter"].chips}
    assert chips.keys() == {"茶", "茶业/茶叶加工", "石材/建材", "湖头"}
    assert found(client, chips["湖头"]) == {"云岫茶厂", "湖光茶业", "省外茶庄"}
    html = unescape(page.content.decode())
    assert all(f'href="{url}"' in html for url in chips.values())


def test_nothing_found_leads_to_the_same_search_without_one_condition(client, several):
    html = unescape(client.get("/companies/?q=石材&region=hutou").content.decode())
    assert "去掉“湖头”（1 家企业）" in html
    assert "/search/?q=%E7%9F%B3%E6%9D%90" in html


@pytest.mark.parametrize(
    "address",
    [
        "/companies/?industry=%00&region=%27&size=x&nature=&hiring=2&page=-3&sort=name",
        "/companies/?q=" + "茶" * 400,
        "/companies/?hiring=1&hiring=1&hiring=0",
        "/companies/?page=99999999999999999999",
    ],
)
def test_an_address_that_somebody_made_up_is_answered_with_a_note(client, several, address):
    page = client.get(address)
    assert page.status_code == 200
    assert bool(page.context["filter"].notes) == ("page=9999" not in address)


def test_each_card_counts_the_live_jobs_of_its_company(client, several):
    job = JobFactory(company=Company.objects.get(name="山石石材"))
    JobFactory(company=job.company, ends_at=ago(seconds=1))
    html = client.get("/companies/?q=石材").content.decode()
    assert "在招职位 <b>1</b> 个" in html
    assert "暂无在招职位" in client.get("/companies/?q=云岫").content.decode()


@pytest.mark.parametrize(
    "fields",
    [{"verified_at": None, "verified_until": None}, {"verified_until": ago(seconds=1)}, {"frozen_at": ago(hours=1)}],
    ids=["unverified", "expired", "frozen"],
)
def test_who_is_not_verified_is_neither_listed_nor_counted(client, several, fields):
    hidden = Company.objects.get(name="山石石材")
    JobFactory(company=hidden)
    for name, value in fields.items():
        setattr(hidden, name, value)
    hidden.save()
    page = client.get("/companies/")
    assert "山石石材" not in found(client)
    counts = options(page.context["facets"])
    assert "stone" not in counts["industry"]
    assert "1" not in counts["hiring"]


def test_the_page_after_the_first_keeps_what_was_chosen(client, taxonomy):
    for number in range(20):
        company(taxonomy, f"第{number}茶厂")
    html = unescape(client.get("/companies/?industry=tea").content.decode())
    assert re.search(r'href="/companies/\?industry=tea&page=2"', html)
    assert len(found(client, "/companies/?industry=tea&page=2")) == 2


def test_it_costs_the_same_for_few_and_for_many(client, taxonomy, several):
    def cost():
        with CaptureQueriesContext(connection) as captured:
            client.get("/companies/?q=茶&industry=tea&hiring=1")
        return len(captured)

    JobFactory(company=Company.objects.get(name="云岫茶厂"))
    cost()
    few = cost()
    for number in range(20):
        JobFactory(company=company(taxonomy, f"第{number}茶厂"))
    cost()
    assert cost() == few <= 12
