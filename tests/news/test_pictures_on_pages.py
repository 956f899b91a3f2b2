"""How pages show pictures: in fitting sizes, with words, never from another site."""

import re
from html.parser import HTMLParser

import pytest
from django.core.cache import cache

from news import library
from news.templatetags.pictures import picture as tag
from news.templatetags.pictures import with_pictures
from pages.models import Page
from tests.news import make

pytestmark = pytest.mark.django_db
OUTSIDE = '<img src="https://example.com/hot.png" alt="外" width="3" height="3">'


class Images(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "img":
            self.found.append(dict(attrs))


def stored(size=(900, 600), **values):
    return library.store(make.picture(size=size, name=values.pop("name", "a.jpg")), **values)


def one(html):
    (image,) = Images(html).found
    return image


def test_a_picture_of_a_text_is_offered_in_widths_and_as_webp():
    picture = stored(alternative_text="茶园")
    html = with_pictures(f'<p><img src="{picture.url}" alt="采&quot;茶"></p>')
    image = one(html)
    assert (image["alt"], image["width"], image["height"], image["loading"]) == ('采"茶', "900", "600", "lazy")
    assert image["srcset"].count("w") >= 3
    assert re.search(
        r'<source type="image/webp" srcset="[^"]+-320\.webp 320w, [^"]+-720\.webp 720w, [^"]+-900\.webp 900w"', html
    )


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ("", ("900", "600")),
        ('width="300"', ("300", "200")),
        ('height="300"', ("450", "300")),
        ('width="300" height="7"', ("300", "200")),
        ('width="9999"', ("900", "600")),
    ],
)
def test_a_picture_keeps_the_editors_width_and_its_own_proportions(attributes, size):
    picture = stored()
    image = one(with_pictures(f'<p><img src="{picture.url}" {attributes} class="align-left"></p>'))
    assert (image["width"], image["height"]) == size
    assert image["class"] == "align-left"


def test_where_the_text_says_nothing_the_library_speaks():
    spoken, decoration = stored(alternative_text="茶园"), stored(size=(50, 50), is_decorative=True, alternative_text="边框")
    html = with_pictures(f'<p><img src="{spoken.url}"><img src="{decoration.url}" alt=""></p>')
    assert [image["alt"] for image in Images(html).found] == ["茶园", ""]


def test_a_picture_that_the_library_does_not_know_has_at_least_an_alt():
    assert one(with_pictures('<p><img src="/media/other.png"></p>')) == {
        "alt": "",
        "src": "/media/other.png",
        "loading": "lazy",
        "decoding": "async",
    }


def test_the_pictures_of_a_text_cost_one_query(django_assert_num_queries):
    html = "".join(f'<p><img src="{stored(size=(side, 9)).url}"></p>' for side in range(20, 40))
    with django_assert_num_queries(1):
        with_pictures(html)
    with django_assert_num_queries(0):
        with_pictures("<p>没有图</p>")


def test_no_reader_is_sent_to_another_site_for_a_picture(client):
    body = f"<p>一{OUTSIDE}</p><p>{OUTSIDE}</p>"
    article = make.article(body=body)
    page = Page.objects.create(slug="about", title="简介", body=body)
    for address in (article.get_absolute_url(), page.get_absolute_url(), "/feeds/news.xml"):
        html = client.get(address).content.decode()
        assert "hot.png" not in html
        assert "一" in html


def test_what_leads_a_page_does_not_wait():
    picture = stored()
    assert one(tag(picture, "wide", lead=True)).get("fetchpriority") == "high"
    assert "loading" not in one(tag(picture, "wide", lead=True))
    assert one(tag(picture, "list"))["loading"] == "lazy"
    assert tag(None, "list") == ""


def test_a_row_is_not_offered_what_only_a_page_needs():
    html = tag(stored(size=(1600, 900)), "list")
    assert "720w" in html
    assert "1280w" not in html


def test_a_picture_without_renditions_is_shown_as_it_is():
    picture = stored()
    picture.renditions = []
    assert one(tag(picture, "article"))["src"] == picture.url


def test_a_hostile_description_stays_a_description():
    picture = stored(alternative_text='"><script>alert(1)</script>')
    html = tag(picture, "article") + with_pictures(f'<p><img src="{picture.url}"></p>')
    assert "<script" not in html


def test_every_picture_on_every_page_of_the_news_has_width_height_and_alt(client, settings):
    settings.DEBUG = True
    library_picture = stored(alternative_text="茶园")
    for place in range(25):
        make.article(
            title=f"第 {place} 篇",
            cover=make.picture(size=(400 + place, 300)),
            body=f'<p><img src="{library_picture.url}">{OUTSIDE}</p>',
            published_at=make.ago(days=place + 1),
        )
    seen, waiting, pictures = set(), ["/news/"], 0
    while waiting:
        address = waiting.pop()
        seen.add(address)
        cache.clear()
        response = client.get(address)
        assert response.status_code == 200, address
        html = response.content.decode()
        for image in Images(html).found:
            if image["src"].startswith("/media/"):
                pictures += 1
                assert int(image["width"]) > 0, (address, image)
                assert int(image["height"]) > 0, (address, image)
                assert image["alt"], (address, image)
            assert not image["src"].startswith("http"), address
        found = re.findall(r'href="(/news/[^"#]*)"', html) + [
            f"/news/?page{found}" for found in re.findall(r'href="\?page(=\d+)"', html)
        ]
        waiting += [one for one in dict.fromkeys(found) if one not in seen and one not in waiting]
    assert len(seen) > 30
    assert pictures > 70
