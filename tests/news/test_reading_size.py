"""The reader chooses how large an article is set; the cookie says so and nothing else changes."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from news.reading import COOKIE, Size
from tests.news import make

pytestmark = pytest.mark.django_db
SWITCH = "/news/reading/size/"


def page(client, address):
    return client.get(address).content.decode()


def choose(client, size, address="/news/"):
    return client.post(SWITCH, {"size": size, "next": address})


def test_the_size_stays_from_article_to_article(client):
    first, second = make.article().get_absolute_url(), make.article().get_absolute_url()
    assert 'class="reading-normal"' in page(client, first)
    assert choose(client, "larger", first).headers["Location"] == first
    for address in (first, second):
        assert '<html lang="zh-Hans" class="reading-larger">' in page(client, address)
    assert "reading-larger" not in page(client, "/news/")


def test_the_chosen_size_is_marked(client):
    address = make.article().get_absolute_url()
    choose(client, "large")
    shown = page(client, address)
    assert 'value="large" title="大字号" aria-pressed="true"' in shown
    assert shown.count('aria-pressed="true"') == 1


def test_the_cookie_is_kept_a_year_and_the_normal_size_takes_it_away(client):
    cookie = choose(client, "large").cookies[COOKIE]
    assert cookie["max-age"] == 365 * 24 * 3600
    assert cookie["samesite"] == "Lax"
    assert cookie["httponly"]
    assert choose(client, "normal").cookies[COOKIE]["max-age"] == 0
    assert 'class="reading-normal"' in page(client, make.article().get_absolute_url())


def test_no_cache_confuses_two_readers(client):
    """The page varies by its cookies, and by itself sets none, so that a cache may keep it for those who have none."""
    response = client.get(make.article().get_absolute_url())
    assert "Cookie" in response.headers["Vary"]
    assert not response.cookies


def test_looking_changes_nothing(client):
    assert client.get(SWITCH, {"size": "large"}).status_code == 405
    assert COOKIE not in client.cookies


def test_choosing_touches_no_database_and_needs_no_token():
    strict = Client(enforce_csrf_checks=True)
    with CaptureQueriesContext(connection) as captured:
        assert choose(strict, "large").status_code == 302
    assert len(captured) == 0


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
def test_another_site_can_not_choose_for_the_reader(client, origin):
    response = client.post(SWITCH, {"size": "large"}, headers={"Origin": origin})
    assert response.status_code == 403
    assert COOKIE not in response.cookies


@pytest.mark.parametrize("size", ["", "huge", "LARGE", "large\x00", '"><script>', "大"])
def test_a_size_that_is_not_there_is_refused_in_words(client, size):
    response = choose(client, size)
    assert response.status_code == 400
    assert "没有这个字号" in response.content.decode()
    assert COOKIE not in response.cookies


@pytest.mark.parametrize("cookie", ["", "huge", "reading-large", '"><script>alert(1)</script>', "large larger", "x" * 3000])
def test_a_strange_cookie_is_the_normal_size(client, cookie):
    client.cookies[COOKIE] = cookie
    assert '<html lang="zh-Hans" class="reading-normal">' in page(client, make.article().get_absolute_url())


@pytest.mark.parametrize(
    "address",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)", "", "news/1/",
     "//", "/\\", "/\t/evil.example", "/a\r\nSet-Cookie: b=c", " //evil.example", "/" + "a" * 600, "///evil.example", "/\u2028"],
)  # fmt: skip
def test_the_way_back_stays_on_the_site(client, address):
    response = choose(client, "large", address)
    assert response.headers["Location"] == "/news/"


@given(st.text(max_size=60), st.sampled_from(Size.values))
@settings(max_examples=150, deadline=None)
def test_any_way_back_is_answered(address, size):
    response = choose(Client(), size, "/" + address)
    assert response.status_code == 302
    location = response.headers["Location"]
    assert location.startswith("/")
    assert not location.startswith(("//", "/\\"))
