"""A text that is read elsewhere still leads to where it should."""

import pytest

from axrc.text import absolute, clean, picture_addresses

BASE = "https://www.axrc.net/news/5/"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('<img src="/media/a.jpg" alt="茶">', '<img src="https://www.axrc.net/media/a.jpg" alt="茶">'),
        ('<a href="/news/1/?a=1&amp;b=2">', '<a href="https://www.axrc.net/news/1/?a=1&amp;b=2">'),
        ('<a href="#note">', '<a href="https://www.axrc.net/news/5/#note">'),
        ('<a href="../6/">', '<a href="https://www.axrc.net/news/6/">'),
        ('<a href="mailto:a@example.com">', '<a href="mailto:a@example.com">'),
        ('<a href="tel:12333">', '<a href="tel:12333">'),
        ('<a href="https://example.com/x" rel="nofollow">', '<a href="https://example.com/x" rel="nofollow">'),
    ],
)
def test_an_address_becomes_absolute(written, expected):
    assert absolute(written, BASE) == expected


@pytest.mark.parametrize(
    "html", ['<p>src="/a" 和 href="/b"</p>', '<img src="https://e.com/1.jpg" alt=" src=&quot;/x&quot;">']
)
def test_what_only_looks_like_an_address_stays(html):
    assert absolute(html, BASE) == html


def test_an_attribute_that_ends_like_another_misleads_nobody():
    html = '<img alt="x src=" src="/media/1.jpg">'
    assert absolute(html, BASE) == '<img alt="x src=" src="https://www.axrc.net/media/1.jpg">'
    assert picture_addresses(html) == ["/media/1.jpg"]


@pytest.mark.parametrize(
    "address", ["http://[", "http://[::1", "a b", "茶.html", "?", "", "x" * 3000, "javascript:alert(1)"]
)
def test_strange_addresses_break_nothing(address):
    for html in (f'<a href="{address}">x</a>', clean(f'<p><a href="{address}">x</a></p>')):
        assert absolute(html, BASE).count("<a") == html.count("<a")


def test_the_pictures_of_a_text_are_found_in_order():
    assert picture_addresses('<p>一<img alt="1" src="/media/1.jpg"></p><img src="/media/2.jpg?a=1&amp;b=2">') == [
        "/media/1.jpg",
        "/media/2.jpg?a=1&b=2",
    ]
