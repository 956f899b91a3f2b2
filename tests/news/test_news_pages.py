"""The front page, the sections and the article, as visitors see them."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from news.models import Article, Section
from tests.news import make

pytestmark = pytest.mark.django_db
CEILING = 12


def text(response):
    return response.content.decode()


def seen(response):
    """The words of the page in one line."""
    return " ".join(re.sub(r"<[^>]+>", "", re.sub(r"<(script|style).*?</\1>", "", text(response), flags=re.S)).split())


def test_an_article_shows_all_its_parts(client):
    older = make.article(title="上一篇的标题", published_at=make.ago(days=400))
    newer = make.article(title="下一篇的标题", is_recommended=True, published_at=make.ago(hours=1))
    article = make.article(
        title="泉州:企业复工",
        section=make.section("policy"),
        body="<h2>小标题</h2><p>正文第一段</p><table><tr><td>岗位</td></tr></table>",
        cover=make.picture(),
    )
    related = make.article(title="同类的标题", section=make.section("policy"), published_at=make.ago(days=500))
    response = client.get(article.get_absolute_url())
    page, words = text(response), seen(response)
    assert "<h1>泉州:企业复工</h1>" in page
    assert "您的位置:安溪人才网 &gt;&gt; 资讯中心 &gt;&gt; 泉州:企业复工" in words
    assert f"添加日期:{localdate(article.published_at)}" in words
    assert "信息来源:安溪人才网" in words
    assert "<h2>小标题</h2>" in page
    assert '<div class="table-scroll" tabindex="0"' in page
    assert article.cover.url in page
    assert f'上一条新闻:<a href="{older.get_absolute_url()}" title="上一篇的标题"' in page
    assert f'下一条新闻:<a href="{newer.get_absolute_url()}" title="下一篇的标题"' in page
    assert "最新推荐" in words
    assert related.title in words
    assert f'<link rel="canonical" href="http://testserver{article.get_absolute_url()}">' in page
    assert "转载" not in words.split("最新推荐")[0].split("未经")[0]


def test_the_first_and_the_last_article_say_that_there_is_none(client):
    page = seen(client.get(make.article().get_absolute_url()))
    assert "上一条新闻:没有了" in page
    assert "下一条新闻:没有了" in page


def test_a_repost_is_marked_and_links_to_where_it_comes_from(client):
    article = make.article(is_repost=True, source="县人社局", source_url="https://example.com/1?a=1&b=2")
    page = text(client.get(article.get_absolute_url()))
    assert '<a href="https://example.com/1?a=1&amp;b=2" rel="nofollow noopener">县人社局</a>' in page
    assert '<span class="tag">转载</span>' in page


def test_markup_in_a_title_is_text(client):
    page = text(client.get(make.article(title="<b>茶</b>\"'").get_absolute_url()))
    assert "<b>茶</b>" not in page
    assert "<h1>&lt;b&gt;茶&lt;/b&gt;" in page


def test_recommended_articles_come_first_and_the_newest_fill_up(client):
    article = make.article(title="正在读的")
    make.article(title="推荐的旧文", is_recommended=True, published_at=make.ago(days=100))
    make.article(title="没有推荐的新文", published_at=make.ago(hours=1))
    aside = text(client.get(article.get_absolute_url())).split("<aside")[1]
    assert aside.index("推荐的旧文") < aside.index("没有推荐的新文")
    assert "正在读的" not in aside


@pytest.mark.parametrize(
    "values",
    [
        {"status": Article.Status.DRAFT},
        {"status": Article.Status.WITHDRAWN},
        {"published_at": make.hence(days=1)},
    ],
)
def test_what_is_not_public_is_nowhere(client, values):
    hidden = make.article(title="还不能看的", **values)
    shown = make.article()
    assert client.get(hidden.get_absolute_url()).status_code == 404
    for address in ("/news/", "/news/local/", shown.get_absolute_url()):
        assert "还不能看的" not in text(client.get(address))


def test_the_front_page_leads_with_a_picture_and_has_every_section(client):
    for section in Section.objects.all():
        make.article(title=f"{section.name}的文章", section=section)
    lead = make.article(title="带图的文章", cover=make.picture(), published_at=make.ago(days=30))
    page = text(client.get("/news/"))
    first = page[page.index("lead-title") :]
    assert first.index(lead.title) < first.index("本地要闻的文章")
    for section in Section.objects.all():
        assert f"{section.name}的文章" in page
        assert section.get_absolute_url() in page


def test_a_paper_without_articles_says_so(client):
    assert "还没有文章" in text(client.get("/news/"))
    assert "还没有文章" in text(client.get("/news/law/"))


def test_a_section_has_pages_of_twenty(client):
    for number in range(45):
        make.article(title=f"第{number}号", published_at=make.ago(days=number + 1))
    first, last = text(client.get("/news/local/")), text(client.get("/news/local/?page=3"))
    assert "第0号" in first.split("<aside")[0]
    assert "第20号" not in first.split("<aside")[0]
    assert "第44号" in last
    assert '/news/local/?page=2"' in first


@pytest.mark.parametrize("page", ["4", "50", "51", "999999999999999999999", "-1", "0", "x", "", "1 OR 1=1", "２", "\x00"])
@pytest.mark.parametrize("address", ["/news/", "/news/local/"])
def test_a_page_past_the_end_is_the_last_one(client, address, page):
    make.article()
    response = client.get(address, {"page": page})
    assert response.status_code == 200
    assert "茶农开春采茶" in text(response)


@pytest.mark.parametrize("address", ["/news/no-such-section/", "/news/0/", "/news/999999999999999999999999/"])
def test_an_address_that_leads_nowhere_says_so(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "首页" in text(response)


def test_only_reading_is_possible(client):
    for address in ("/news/", "/news/local/", make.article().get_absolute_url()):
        assert client.post(address).status_code == 405


@pytest.mark.parametrize("number", [3, 60])
def test_a_page_costs_the_same_few_queries_however_much_there_is(client, number):
    sections = list(Section.objects.all())
    articles = [
        make.article(
            section=sections[place % 7], cover=make.picture(), is_recommended=place % 2, published_at=make.ago(days=place)
        )
        for place in range(number)
    ]
    for address in ("/news/", "/news/local/", "/news/?page=2", articles[1].get_absolute_url()):
        client.get("/healthz")
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        assert len(captured) <= CEILING, [query["sql"] for query in captured]


def test_reading_writes_nothing(client):
    article = make.article()
    with CaptureQueriesContext(connection) as captured:
        for address in ("/news/", "/news/local/", article.get_absolute_url()):
            client.get(address)
    # PostgreSQL reads what is long by a cursor that it declares.
    assert {query["sql"].split()[0] for query in captured} <= {"SELECT", "DECLARE"}
