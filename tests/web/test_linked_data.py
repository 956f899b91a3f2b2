"""JSON-LD says what it is given, and can't be anything but data."""

import json

import pytest
from django.utils.html import conditional_escape
from hypothesis import given
from hypothesis import strategies as st

from axrc.web.structured_data import breadcrumb_list, linked_data

OPENING, CLOSING = '<script type="application/ld+json">', "</script>"


def inside(element):
    assert element.startswith(OPENING)
    assert element.endswith(CLOSING)
    return element.removeprefix(OPENING).removesuffix(CLOSING)


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_any_text_comes_back_as_it_was_and_can_be_sent(text):
    written = inside(linked_data({"name": text}))
    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written) == {"@context": "https://schema.org", "name": text}
    written.encode()


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--<script", "]]>", "&lt;", "\u2028", "\ud800"])
def test_nothing_ends_the_element_early(text):
    assert not set(inside(linked_data({"name": text}))) & set("<>&\u2028\u2029\ud800")


def test_a_template_does_not_escape_it_again():
    assert conditional_escape(linked_data({"name": '"'})) == linked_data({"name": '"'})


def test_what_json_does_not_know_is_refused():
    with pytest.raises(ValueError):
        linked_data({"number": float("nan")})


def test_the_way_to_a_page_is_numbered_and_the_page_itself_has_no_address():
    places = [("首页", "https://a/"), ("没有页面的一级", ""), ("资讯", "https://a/news/"), ("标题", "")]
    assert breadcrumb_list(places)["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "首页", "item": "https://a/"},
        {"@type": "ListItem", "position": 2, "name": "资讯", "item": "https://a/news/"},
        {"@type": "ListItem", "position": 3, "name": "标题"},
    ]
