"""One word, everything the site has on it: jobs, companies, articles."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from axrc.web.paging import MOST
from tests.factories import CompanyFactory, JobFactory, ago
from tests.news import make

pytestmark = pytest.mark.django_db


def search(client, **parameters):
    return unescape(client.get("/search/", parameters).content.decode())


def tabs(html):
    """{label: address} of the choice of a kind."""
    choice = html.split('aria-label="搜索结果的种类"')[1].split("</nav>")[0] if "搜索结果的种类" in html else ""
    return {label: address for address, label in re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)</a>', choice)}


@pytest.fixture
def findable(taxonomy):
    for _ in range(7):
        JobFactory(title="竹编工", company__name="安溪县云岫茶厂")
    CompanyFactory(name="安溪县竹里家居厂")
    CompanyFactory(name="安溪县山石石材厂", about="石板。")
    for number in range(25):
        make.article(title=f"竹编学堂开班第{number}期", published_at=ago(days=number + 1))


def test_it_counts_each_kind_and_leads_to_all_of_it(client, findable):
    html = search(client, q="竹")
    assert tabs(html).keys() == {"全部", "职位 7", "企业 1", "资讯 25"}
    for label, address in tabs(html).items():
        assert "q=%E7%AB%B9" in address, label
        assert "竹" in client.get(address).content.decode()
    assert tabs(html)["职位 7"].startswith("/jobs/?")
    assert tabs(html)["企业 1"].startswith("/companies/?")


def test_all_articles_on_a_word_are_there_page_by_page(client, findable):
    address = tabs(search(client, q="竹"))["资讯 25"]
    first = client.get(address).content.decode()
    second = client.get(address + "&page=2").content.decode()
    seen = set(re.findall(r'article-row-title">\s*<a href="([^"]+)"', first + second))
    assert len(seen) == 25


def test_a_kind_without_a_hit_is_not_offered(client, findable):
    assert tabs(search(client, q="石板")).keys() == {"全部", "企业 1"}


def test_what_is_too_much_to_count_is_said_so(client, monkeypatch):
    monkeypatch.setattr(
        "pages.views.search.everything", lambda *_: {kind: ([], MOST + 1) for kind in ("jobs", "companies", "articles")}
    )
    assert "职位 1000+" in tabs(search(client, q="茶"))


@pytest.mark.parametrize("q", ["竹蜻蜓飞行员", "", "！！！", "\x00"])
def test_who_finds_nothing_is_led_on(client, taxonomy, q):
    JobFactory(category=taxonomy.categories.by_slug["welder"])
    html = search(client, q=q)
    assert 'href="/jobs/?category=tea"' in html or "/jobs/?category=" in html
    assert "/jobs/?q=" in html
    assert tabs(html) == {}


def test_a_word_without_letters_is_kept_and_the_reason_told(client):
    html = search(client, q="！！！")
    assert "没有可以搜索的文字" in html
    assert 'value="！！！"' in html


def test_a_word_that_is_too_long_is_cut_and_that_is_told(client):
    html = search(client, q="茶" * 80)
    assert "关键词太长" in html
    assert f'value="{"茶" * 50}"' in html


@pytest.mark.parametrize(
    "parameters", [{"kind": "articles"}, {"q": "竹", "kind": "'"}, {"q": "竹", "kind": "articles", "page": "x"}]
)
def test_an_address_that_somebody_made_up_is_answered(client, findable, parameters):
    assert client.get("/search/", parameters).status_code == 200


def test_what_is_typed_is_text_and_never_markup(client):
    assert "<script>alert" not in client.get("/search/", {"q": "<script>alert(1)</script>"}).content.decode()


def test_a_company_on_it_shows_how_many_jobs_it_has_now(client):
    company = CompanyFactory(name="安溪县竹里家居厂")
    JobFactory(company=company)
    JobFactory(company=company, closed_at=ago(hours=1))
    assert "在招职位 <b>1</b> 个" in search(client, q="竹里")


def test_it_costs_the_same_for_few_and_for_many_hits(client, findable):
    def cost():
        with CaptureQueriesContext(connection) as captured:
            search(client, q="竹")
        return len(captured)

    cost()
    few = cost()
    for number in range(20):
        JobFactory(title=f"竹编工{number}", company=CompanyFactory(name=f"安溪县竹里{number}厂"))
    cost()
    assert cost() == few <= 12
