"""What an employer may write into a posting, and what is said where it will not do."""

from datetime import timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from axrc.taxonomy.models import Category, Region
from jobs.employers.forms import JobForm
from jobs.life import content, deeds
from tests.factories import CompanyFactory, JobFactory, RecruiterFactory, RegionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def company(taxonomy):
    company = CompanyFactory(region=RegionFactory(slug="xiping"))
    company.benefits.set(list(taxonomy.benefits)[:2])
    return company


def day(days):
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def typed(**changed):
    """A posting as a browser sends it."""
    return {
        "title": "铁观音制茶师",
        "category": str(Category.objects.get(slug="tea-maker").pk),
        "nature": "full-time",
        "headcount": "2",
        "region": str(Region.objects.get(slug="xiping").pk),
        "address": "西坪镇西原街1号",
        "pay_unit": "month",
        "salary_min": "5000",
        "salary_max": "8000",
        "salary_months": "12",
        "education": "any",
        "experience": "any",
        "description": "负责做青和烘焙。",
        "requirements": "能吃苦，懂茶优先。",
        "ends_on": day(30),
    } | changed


def errors(company, **changed):
    return dict(JobForm(typed(**changed), company=company).errors)


def test_what_is_filled_in_becomes_a_job(company, taxonomy):
    recruiter = RecruiterFactory(company=company)
    benefits = [one.pk for one in list(taxonomy.benefits)[3:0:-1]]
    form = JobForm(typed(benefits=benefits, contact_phone="１３８ 0000 0000"), company=company)
    assert form.is_valid(), form.errors
    job = deeds.create(company, form.values, by=recruiter.user, ends_on=form.ends_on)
    job.refresh_from_db()
    assert content.content(job) == form.values
    assert form.values["benefits"] == sorted(benefits)
    assert (job.title, job.category.slug, job.contact_phone) == ("铁观音制茶师", "tea-maker", "138 0000 0000")
    assert deeds.edit(job, form.values, by=recruiter.user, seen=deeds.version(job), ends_on=form.ends_on) is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "茶"),
        ("title", "茶" * 61),
        ("title", "！！！"),
        ("title", "\x00\u200b\x07"),
        ("category", ""),
        ("category", "999999999999999999999"),
        ("category", "\x00"),
        ("headcount", "0"),
        ("headcount", "10000"),
        ("headcount", "若干"),
        ("headcount", "9" * 5000),
        ("region", ""),
        ("address", ""),
        ("salary_min", "面议"),
        ("salary_min", "500"),
        ("salary_max", "4999"),
        ("salary_max", "300000"),
        ("salary_months", "17"),
        ("education", "幼儿园"),
        ("description", ""),
        ("description", "做茶"),
        ("description", "茶" * 5001),
        ("requirements", ""),
        ("contact_phone", "加微信聊"),
        ("contact_name", "林" * 21),
        ("ends_on", ""),
        ("ends_on", day(0)),
        ("ends_on", day(91)),
        ("ends_on", "2026-02-31"),
        ("ends_on", "9999999-12-31"),
        ("benefits", ["999999"]),
        ("benefits", "包吃"),
    ],
)
def test_what_will_not_do_is_said_in_chinese_at_its_field(company, field, value):
    found = errors(company, **{field: value})
    assert list(found) == [field]
    assert all("\u4e00" <= letter[0] <= "\u9fff" or "“" in letter for letter in found[field])


def test_a_category_of_the_first_level_says_too_little(company):
    assert "category" in errors(company, category=str(Category.objects.get(slug="tea").pk))


def test_the_last_day_is_the_ninetieth_and_the_first_is_tomorrow(company):
    assert not errors(company, ends_on=day(90))
    assert not errors(company, ends_on=day(1))
    form = JobForm(typed(ends_on=day(90)), company=company)
    assert form.is_valid()
    deeds.check_end(deeds.end_of_day(form.ends_on), timezone.now())


def test_a_range_wider_than_twice_asks_for_a_reason(company):
    assert not errors(company, salary_min="4000", salary_max="8000")
    assert list(errors(company, salary_min="4000", salary_max="8001")) == ["pay_reason"]
    assert not errors(company, salary_min="4000", salary_max="8001", pay_reason="底薪加计件")


def test_pay_is_bounded_by_its_unit(company):
    assert not errors(company, pay_unit="day", salary_min="150", salary_max="200")
    assert list(errors(company, pay_unit="day", salary_min="5000", salary_max="8000")) == ["salary_max"]
    assert list(errors(company, pay_unit="hour", salary_min="15", salary_max="20", salary_months="13")) == ["salary_months"]
    assert not errors(company, pay_unit="hour", salary_min="15", salary_max="20", salary_months="")


@pytest.mark.parametrize("number", ["５０００", "5,000", "5，000", " 5000元 ", "5000.0"])
def test_numbers_may_be_typed_as_people_write_them(company, number):
    form = JobForm(typed(salary_min=number), company=company)
    assert form.is_valid(), form.errors
    assert form.values["salary_min"] == 5000


def test_a_new_posting_begins_with_what_the_company_has_said(company):
    form = JobForm(company=company)
    assert form["benefits"].value() == list(company.benefits.values_list("pk", flat=True))
    assert form["region"].value() == company.region_id
    assert form["address"].value() == company.address
    assert form["ends_on"].value() == timezone.localdate() + timedelta(days=30)


def test_an_old_job_is_shown_as_it_stands_and_saves_as_it_stood(company):
    job = JobFactory(company=company, category=Category.objects.get(slug="tea-maker"), published_at=None, refreshed_at=None)
    shown = JobForm(company=company, job=job)
    data = {name: shown[name].value() for name in shown.fields}
    form = JobForm(data, company=company, job=job)
    assert form.is_valid(), form.errors
    assert form.values == content.content(job)


def test_the_end_of_what_is_public_is_not_asked(company):
    job = JobFactory(company=company)
    data = typed()
    del data["ends_on"]
    form = JobForm(data, company=company, job=job)
    assert form.is_valid(), form.errors
    assert form.ends_on is None


NONSENSE = st.one_of(
    st.text(max_size=80),
    st.sampled_from(
        ["\x00", "\ud800", "⑽" * 30, "１" * 200, "-1", "1e9", "ＮａＮ", "\r\n" * 4000, "<b>", "2026-13-45", "on"]
    ),
    st.lists(st.text(max_size=5), max_size=3),
    st.none(),
    st.integers(),
    st.floats(),
    st.booleans(),
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_no_nonsense_breaks_the_form(company, data):
    names = list(JobForm(company=company).fields)
    found = typed() | data.draw(st.dictionaries(st.sampled_from(names), NONSENSE, max_size=6))
    form = JobForm(found, company=company)
    if form.is_valid():
        assert len(form.values["contact_phone"]) <= 30
        assert not any("\x00" in str(value) for value in form.values.values())
        str(form.values).encode()
    form.as_div()


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.dictionaries(st.sampled_from([*JobForm.base_fields, "ends_on"]), st.lists(st.text(max_size=40), max_size=4)))
def test_no_request_breaks_the_form(company, lists):
    request = QueryDict(mutable=True)
    for name, values in lists.items():
        request.setlist(name, values)
    form = JobForm(request, company=company)
    form.is_valid()
    form.as_div()
