"""What the search box offers, and that none of it is dead."""

import pytest
from django.utils import timezone

from accounts.models import Company
from axrc.taxonomy import naming
from jobs.suggestions import suggestions
from tests.factories import CompanyFactory, JobFactory, ago, hence

pytestmark = pytest.mark.django_db


@pytest.fixture
def named(taxonomy):
    naming.renew()
    return taxonomy


def offered(typed):
    return [(offer["kind"], offer["label"]) for offer in suggestions(typed, timezone.now())]


@pytest.mark.parametrize("typed", ["星辰", "xingch", "xcg", "星", "辰观", "星辰觀"])
def test_a_title_is_offered_by_characters_pinyin_and_initials(taxonomy, typed):
    JobFactory(title="星辰观察员")
    assert offered(typed) == [("职位", "星辰观察员")]


def test_each_kind_leads_where_it_says(client, named):
    company = CompanyFactory(name="安溪县茶隐山居有限公司")
    JobFactory(title="茶席布置师", company=company, category=named.categories.by_slug["tea-artist"])
    JobFactory(title="感德验茶员", region=named.regions.by_slug["gande"])
    answer = client.get("/suggest/", {"q": "茶"}).json()["suggestions"]
    assert {"label": "茶艺师", "kind": "类别", "url": "/jobs/?category=tea-artist"} in answer
    assert {"label": company.name, "kind": "企业", "url": company.get_absolute_url()} in answer
    title = next(offer for offer in answer if offer["label"] == "茶席布置师")
    assert "茶席布置师" in client.get(title["url"]).content.decode()
    assert ("乡镇", "感德") in offered("gande")


DEAD = {
    "draft": {"published_at": None, "refreshed_at": None, "ends_at": None},
    "scheduled": {"published_at": hence(days=1), "refreshed_at": hence(days=1)},
    "paused": {"paused_at": ago(hours=1)},
    "ended": {"ends_at": ago(hours=1)},
    "closed": {"closed_at": ago(hours=1)},
    "frozen": {"frozen_at": ago(hours=1)},
    "removed": {"removed_at": ago(hours=1)},
}


@pytest.mark.parametrize("state", DEAD)
def test_a_job_that_is_not_public_is_not_offered(named, state):
    job = JobFactory(
        title="星辰观察员", category=named.categories.by_slug["tea-artist"], region=named.regions.by_slug["gande"]
    )
    assert all(map(offered, ["星辰", "chayishi", "感德"]))
    for field, value in DEAD[state].items():
        setattr(job, field, value)
    job.save()
    assert not any(map(offered, ["星辰", "chayishi", "感德"]))


@pytest.mark.parametrize(
    "change", [{"verified_at": None, "verified_until": None}, {"verified_until": ago(hours=1)}, {"frozen_at": ago(hours=1)}]
)
def test_neither_the_company_nor_its_jobs_are_offered_when_it_may_not_hire(taxonomy, change):
    job = JobFactory(title="星辰观察员", company=CompanyFactory(name="安溪县星辰天文有限公司"))
    assert offered("星辰") == [("企业", "安溪县星辰天文有限公司"), ("职位", "星辰观察员")]
    for field, value in change.items():
        setattr(job.company, field, value)
    job.company.save()
    assert offered("星辰") == []


def test_a_company_is_called_what_it_is_called_now(taxonomy):
    company = CompanyFactory(name="安溪县星辰天文有限公司")
    company.name = "安溪县月亮天文有限公司"
    company.save()
    assert offered("星辰") == []
    assert offered("yueliang") == [("企业", "安溪县月亮天文有限公司")]


def test_a_category_is_called_what_staff_call_it_now(named, admin_client):
    category = named.categories.by_slug["tea-artist"]
    JobFactory(category=category)
    data = {"name": "茶席师", "parent": category.parent_id, "order": category.order}
    assert admin_client.post(f"/admin/taxonomy/category/{category.pk}/change/", data).status_code == 302
    assert ("类别", "茶席师") in offered("chaxi")
    assert offered("茶艺师") == []


def test_no_kind_crowds_out_the_others(named):
    for letter in "甲乙丙丁戊己庚辛":
        CompanyFactory(name=f"茶{letter}有限公司")
    JobFactory(title="茶席布置师", category=named.categories.by_slug["tea-artist"])
    kinds = [kind for kind, _ in offered("茶")]
    assert len(kinds) == 8
    assert {"职位", "类别", "企业"} <= set(kinds)


def test_dead_words_before_it_do_not_hide_a_live_one_of_another_kind(named):
    for letter in "甲乙丙丁戊己庚辛壬癸子丑寅卯":
        JobFactory(title=f"茶{letter}师", closed_at=ago(hours=1))
    CompanyFactory(name="茶隐山居有限公司")
    assert ("企业", "茶隐山居有限公司") in offered("茶")


@pytest.mark.parametrize("typed", ["", " ", "!", "'", "%", "\x00", "𠮷" * 99, "a" * 9999, "<script>"])
def test_whatever_is_typed_is_answered(client, taxonomy, typed):
    assert client.get("/suggest/", {"q": typed}).json() == {"suggestions": []}


def test_reading_suggestions_costs_few_statements_however_many_fit(client, named, django_assert_max_num_queries):
    for letter in "甲乙丙丁戊己庚辛壬癸子丑寅卯":
        JobFactory(title=f"茶{letter}师", company=CompanyFactory(name=f"茶{letter}有限公司"))
    assert Company.objects.count() == 14
    with django_assert_max_num_queries(10):
        client.get("/suggest/", {"q": "c"})
