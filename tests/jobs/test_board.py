"""Looking for a job on the board."""

import pytest
from django.http import QueryDict

from axrc.taxonomy.models import Benefit
from jobs.filters import JobFilter
from jobs.models import BoardEntry, Job
from jobs.values import Education, Experience, Nature, PayUnit
from tests.factories import CompanyFactory, JobFactory, ago

pytestmark = pytest.mark.django_db


def titles(parameters):
    job_filter = JobFilter(QueryDict(parameters))
    found = BoardEntry.objects.find(job_filter.query(), at=ago(seconds=0), order=job_filter.order)
    return [job.title for job in Job.objects.in_order(found)]


def test_a_category_holds_its_subcategories(taxonomy):
    JobFactory(title="制茶", category=taxonomy.categories.by_slug["tea-maker"])
    JobFactory(title="焊接", category=taxonomy.categories.by_slug["welder"])
    assert titles("category=tea") == ["制茶"]
    assert titles("category=tea-maker") == ["制茶"]
    assert titles("category=tea-sales") == []
    assert set(titles("category=tea&category=welder")) == {"制茶", "焊接"}


def test_the_county_holds_its_towns(taxonomy):
    JobFactory(title="西坪的", region=taxonomy.regions.by_slug["xiping"])
    JobFactory(title="泉州的", region=taxonomy.regions.by_slug["quanzhou"])
    assert titles("region=anxi") == ["西坪的"]
    assert titles("region=xiping") == ["西坪的"]
    assert titles("region=gande") == []


@pytest.mark.parametrize(
    ("low", "high", "bands"),
    [
        (2000, 2500, ["0-2999"]),
        (2999, 3000, ["0-2999", "3000-4999"]),
        (4000, 9000, ["3000-4999", "5000-7999", "8000-11999"]),
        (25000, 40000, ["20000-"]),
    ],
)
def test_a_job_is_in_every_band_that_its_pay_overlaps(low, high, bands):
    JobFactory(salary_min=low, salary_max=high)
    every = ["0-2999", "3000-4999", "5000-7999", "8000-11999", "12000-19999", "20000-"]
    assert [band for band in every if titles(f"salary={band}")] == bands


def test_day_and_hour_rates_are_compared_by_the_month():
    JobFactory(title="采茶工", pay_unit=PayUnit.DAY, salary_min=200, salary_max=220)  # about 4,350 to 4,785 a month
    JobFactory(title="小时工", pay_unit=PayUnit.HOUR, salary_min=30, salary_max=35)  # about 5,220 to 6,090 a month
    assert titles("salary=3000-4999") == ["采茶工"]
    assert titles("salary=5000-7999") == ["小时工"]


def test_a_graduate_of_a_college_sees_what_asks_for_college_or_less():
    for level in Education:
        JobFactory(title=level.label, education=level)
    assert set(titles("education=college")) == {"学历不限", "初中及以下", "高中", "中专/中技", "大专"}
    assert titles("education=any") == ["学历不限"]


def test_asking_for_experience_also_shows_jobs_that_ask_none():
    for level in (Experience.ANY, Experience.UNDER_3, Experience.FROM_10):
        JobFactory(title=level.label, experience=level)
    assert set(titles("experience=1-3")) == {"经验不限", "1-3年"}


def test_benefits_are_wanted_all_together(taxonomy):
    meals, housing = Benefit.objects.get(slug="meals"), Benefit.objects.get(slug="housing")
    JobFactory(title="都有", benefits=[meals, housing])
    JobFactory(title="只包吃", benefits=[meals])
    assert set(titles("benefit=meals")) == {"都有", "只包吃"}
    assert titles("benefit=meals&benefit=housing") == ["都有"]


def test_nature_industry_and_size_narrow_the_board(taxonomy):
    company = CompanyFactory(industry=taxonomy.industries.by_slug["rattan"], size="200-499")
    JobFactory(title="藤艺", company=company, nature=Nature.SEASONAL)
    JobFactory(title="制茶")
    for parameters in ("nature=seasonal", "industry=rattan", "size=200-499", "nature=seasonal&industry=rattan&size=200-499"):
        assert titles(parameters) == ["藤艺"]


def test_posted_within_counts_days_of_the_calendar():
    JobFactory(title="今天", published_at=ago(minutes=1))
    JobFactory(title="上周", published_at=ago(days=6))
    JobFactory(title="上月", published_at=ago(days=35))
    assert titles("posted=3") == ["今天"]
    assert set(titles("posted=7")) == {"今天", "上周"}
    assert set(titles("posted=30")) == {"今天", "上周"}


def test_sorting_by_pay_and_by_date():
    JobFactory(title="高薪", salary_min=9000, salary_max=9900)
    JobFactory(title="最新", salary_min=4000, salary_max=9999)
    assert titles("") == ["最新", "高薪"]
    assert titles("sort=salary") == ["高薪", "最新"]


def test_a_word_in_the_title_counts_more_unless_newest_is_asked():
    JobFactory(title="会计", description="做账。")
    JobFactory(title="文员", description="协助会计。")
    assert titles("q=会计") == ["会计", "文员"]
    assert titles("q=会计&sort=newest") == ["文员", "会计"]


def test_every_condition_is_a_chip_that_takes_it_away(client, taxonomy):
    page = client.get("/jobs/?q=茶&region=xiping&salary=5000-7999&benefit=meals").content.decode()
    chips = JobFilter(QueryDict("q=茶&region=xiping&salary=5000-7999&benefit=meals")).chips
    assert [chip["label"] for chip in chips] == ["茶", "西坪", "5000-7999", "包吃"]
    for chip in chips:
        assert chip["url"].replace("&", "&amp;") in page
    assert "region=" not in chips[1]["url"]
    assert "salary=5000-7999" in chips[1]["url"]


def test_the_form_keeps_what_was_chosen(client, taxonomy):
    page = client.get("/jobs/?q=制茶&education=college").content.decode()
    assert 'value="制茶"' in page
    assert "大专" in page


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ("salary=plenty", "月薪"),
        ("region=atlantis", "工作地区"),
        ("sort=random", "排序"),
        ("q=" + "茶" * 60, "关键词太长"),
        ("q=!!!", "没有可以搜索的文字"),
    ],
)
def test_what_is_not_understood_is_said_and_the_rest_still_works(client, taxonomy, parameters, words):
    JobFactory(title="制茶")
    response = client.get(f"/jobs/?{parameters}")
    assert response.status_code == 200
    assert words in response.content.decode()


def test_nothing_found_leads_to_wider_searches(client, taxonomy):
    JobFactory(title="制茶师", region=taxonomy.regions.by_slug["xiping"])
    page = client.get("/jobs/?q=制茶师&region=gande").content.decode()
    assert 'href="/jobs/?q=%E5%88%B6%E8%8C%B6%E5%B8%88"' in page
    assert "1 个职位" in page


def test_paging_reaches_every_job_once(client):
    jobs = {JobFactory().pk for _ in range(45)}
    seen = []
    for number in (1, 2, 3):
        seen += [pk for pk, _ in client.get(f"/jobs/?page={number}").context["rows"]]
    assert len(seen) == 45
    assert set(seen) == jobs


@pytest.mark.parametrize("page", ["0", "-1", "999999999999999999999", "abc", "", "1.5"])
def test_a_page_that_is_not_there_shows_one_that_is(client, page):
    JobFactory(title="制茶")
    assert "制茶" in client.get(f"/jobs/?page={page}").content.decode()


def test_the_feed_gives_the_same_search(client, taxonomy):
    import feedparser

    JobFactory(title="制茶 <b>师傅</b>", description="控制\x0b字符", region=taxonomy.regions.by_slug["xiping"])
    JobFactory(title="焊工", region=taxonomy.regions.by_slug["gande"])
    response = client.get("/feeds/jobs.xml?region=xiping")
    feed = feedparser.parse(response.content)
    assert not feed.bozo
    assert len(feed.entries) == 1
    assert feed.entries[0].title.startswith("制茶")
