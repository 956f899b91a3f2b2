"""The pictures within a text: found, changed, taken out."""

from hypothesis import given
from hypothesis import strategies as st

from axrc.text import clean
from axrc.text.pictures import images, with_images, without_outside_images
from axrc.text.templatetags.rich import dressed_up

OUTSIDE = '<img src="https://example.com/a.png?x=1&amp;y=2" alt="外">'
OWN = '<img src="/media/news/a.png" alt="内 &amp; &lt;外&gt;" width="30">'


def test_pictures_are_found_in_order_with_what_is_said_of_them():
    found = images(f"<p>一{OUTSIDE}</p><table><tr><td>{OWN}</td></tr></table>")
    assert found == [
        {"src": "https://example.com/a.png?x=1&y=2", "alt": "外"},
        {"src": "/media/news/a.png", "alt": "内 & <外>", "width": "30"},
    ]


def test_a_picture_that_is_taken_out_leaves_nothing_empty_behind():
    html = clean(f'<p>一</p><p>{OUTSIDE}</p><p><a href="https://example.com">{OUTSIDE}</a></p><p>二{OWN}</p>')
    assert without_outside_images(html) == clean(f"<p>一</p><p>二{OWN}</p>")


def test_no_word_is_lost_with_a_picture():
    html = clean(f"<figure>{OUTSIDE}<figcaption>茶园</figcaption></figure><p>前{OUTSIDE}后</p>")
    assert without_outside_images(html) == "<p>茶园</p>\n<p>前后</p>"


def test_a_text_without_pictures_of_others_stays_as_it_is():
    assert without_outside_images(f"<p>{OWN}</p>") == f"<p>{OWN}</p>"


def test_a_picture_gets_another_address():
    html = with_images(f"<p>{OUTSIDE}{OWN}</p>", lambda image: image | {"src": "/media/b.png"})
    assert [image["src"] for image in images(html)] == ["/media/b.png", "/media/b.png"]
    assert images(html)[1]["alt"] == "内 & <外>"


def test_who_dresses_a_text_up_can_not_smuggle_in_markup():
    assert "<script>" not in dressed_up(f"<p>{OWN}</p>", lambda image: "<script>")


MARKUP = st.lists(
    st.sampled_from(
        ["<p>", "</p>", OUTSIDE, OWN, "茶", "<a href='/x'>", "</a>", "<table><tr><td>", "</table>", "<li>", "<b>"]
    )
)


@given(MARKUP)
def test_changing_nothing_changes_nothing_and_taking_out_takes_all(parts):
    html = clean("".join(parts))
    assert with_images(html, dict) == html
    assert not [image for image in images(without_outside_images(html)) if image["src"].startswith("http")]
