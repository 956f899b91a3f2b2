"""The front page of the paper: what editors put there, what is pinned, and what stands there when they do nothing."""

import re

import pytest
import time_machine
from django.utils import timezone

from news.models import Article, FrontSlot
from news.windows import Window
from tests.news import make

pytestmark = pytest.mark.django_db
LEAD, RECOMMENDED = FrontSlot.Place.LEAD, FrontSlot.Place.RECOMMENDED


def front(client):
    return client.get("/news/").context


def slot(article, place=LEAD, **values):
    return FrontSlot.objects.create(article=article, place=place, **values)


def test_an_empty_place_is_filled_by_the_newest(client):
    make.article(published_at=make.ago(days=2))
    newest = make.article(published_at=make.ago(days=1))
    assert front(client)["lead"] == newest
    assert front(client)["recommended"] != []


def test_editors_choose_the_lead_however_old_it_is(client):
    make.article(cover=make.picture(), is_recommended=True)
    chosen = make.article(title="编辑选的头条", published_at=make.ago(days=900))
    slot(chosen)
    assert front(client)["lead"] == chosen
    assert "编辑选的头条" in client.get("/news/").content.decode().split("lead-title")[1][:200]


def test_a_place_that_is_over_is_filled_by_the_next_one(client):
    newest, first, second = make.article(), *(make.article(published_at=make.ago(days=day)) for day in (20, 30))
    slot(first, order=1, until=make.hence(hours=1))
    slot(second, order=2, until=make.hence(hours=2))
    assert front(client)["lead"] == first
    with time_machine.travel(make.hence(hours=1, seconds=1)):
        assert front(client)["lead"] == second
    with time_machine.travel(make.hence(hours=2, seconds=1)):
        assert front(client)["lead"] == newest


def test_recommended_places_come_in_their_order_and_are_filled_up(client):
    articles = [make.article(title=f"第{number}号", published_at=make.ago(days=number + 1)) for number in range(12)]
    slot(articles[9], RECOMMENDED, order=1)
    slot(articles[11], RECOMMENDED, order=0)
    lead = front(client)["lead"]
    recommended = front(client)["recommended"]
    assert recommended[:2] == [articles[11], articles[9]]
    assert len(recommended) == len(set(recommended)) == 8
    assert lead not in recommended


def test_what_is_pinned_is_on_top_of_its_lists_until_its_day_is_over(client):
    for number in range(25):
        make.article(section=make.section("site"), published_at=make.ago(hours=number + 1))
    pinned = make.article(
        title="置顶的公告", section=make.section("site"), published_at=make.ago(days=90), pinned_until=make.hence(days=1)
    )
    assert client.get("/news/site/").context["pinned"] == [pinned]
    assert front(client)["pinned"] == [pinned]
    assert front(client)["notices"][0] == pinned
    assert client.get("/").context["notices"][0] == pinned
    for address in ("/news/", "/news/site/"):
        assert "置顶</span>" in client.get(address).content.decode()
    with time_machine.travel(make.hence(days=1, seconds=1)):
        assert front(client)["pinned"] == client.get("/news/site/").context["pinned"] == []
        assert "置顶</span>" not in client.get("/news/site/").content.decode()


def test_what_is_pinned_stands_on_a_page_once(client):
    make.article(title="只出现一次的公告", section=make.section("site"), pinned_until=make.hence(days=1))
    page = client.get("/news/site/").content.decode().split("<aside")[0]
    assert page.count('">只出现一次的公告</a>') == 1


def test_only_five_are_pinned_however_many_there_are(client):
    articles = [make.article(pinned_until=make.hence(days=1), published_at=make.ago(days=day + 1)) for day in range(9)]
    assert client.get("/news/local/").context["pinned"] == articles[:5]
    assert len(front(client)["pinned"]) == 5


@pytest.mark.parametrize(
    ("opens", "closes", "state"),
    [
        (make.hence(days=1), make.hence(days=3), Window.WAITING),
        (make.ago(days=1), make.hence(days=3), Window.OPEN),
        (make.ago(days=3), make.ago(days=1), Window.OVER),
        (None, make.hence(days=1), Window.OPEN),
        (make.ago(days=1), None, Window.OPEN),
        (None, None, None),
    ],
)
def test_a_notice_says_where_its_time_to_apply_stands(client, opens, closes, state):
    article = make.article(title="公开招聘", section=make.section("exam"), opens_at=opens, closes_at=closes)
    assert article.window == state
    month = f"/news/archive/{timezone.localtime(article.published_at):%Y/%m}/"
    for address in ("/", "/news/", "/news/exam/", month, article.get_absolute_url()):
        marks = re.findall(
            '<span class="is-hidden-visually">报名</span>([^<]+)</span>', client.get(address).content.decode()
        )
        assert set(marks) == ({state.label} if state else set()), address


def test_the_window_changes_at_its_second():
    closes = make.hence(days=2)
    article = make.article(opens_at=make.hence(days=1), closes_at=closes)
    with time_machine.travel(closes, tick=False):
        assert article.window == Window.OVER
    with time_machine.travel(article.opens_at, tick=False):
        assert article.window == Window.OPEN


@pytest.fixture
def desk(client):
    client.force_login(make.editor())
    return client


ADD = "/admin/news/frontslot/add/"


def test_an_editor_fills_a_place(desk):
    article = make.article()
    data = {"place": "lead", "article": article.pk, "order": 0, "until": "2099-03-05"}
    assert desk.post(ADD, data).status_code == 302
    assert f"{FrontSlot.objects.get().until:%H:%M:%S}" == "15:59:59"
    assert front(desk)["lead"] == article
    page = desk.get("/admin/news/frontslot/").content.decode()
    assert article.title in page


@pytest.mark.parametrize(
    ("values", "message"),
    [({"until": "2020-01-01"}, "截止时间已经过去"), ({"until": "明天"}, "的格式填写日期"), ({"article": "0"}, "errorlist")],
)
def test_a_place_that_cannot_be_is_refused(desk, values, message):
    data = {"place": "lead", "article": make.article().pk, "order": 0, "until": ""} | values
    response = desk.post(ADD, data)
    assert response.status_code == 200
    assert message in response.content.decode()
    assert not FrontSlot.objects.exists()


def test_an_article_stands_once_in_a_place(desk):
    article = make.article()
    slot(article)
    page = desk.post(ADD, {"place": "lead", "article": article.pk, "order": 0, "until": ""}).content.decode()
    assert "这篇文章已经在这个位置上了" in page


def test_a_place_goes_with_its_article():
    article = make.article()
    slot(article)
    Article.objects.all().delete()
    assert not FrontSlot.objects.exists()
