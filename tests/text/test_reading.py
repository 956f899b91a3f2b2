"""What is made of cleaned text: a page's markup, a summary, words for the search."""

from axrc.text import excerpt, plain_text, printable
from axrc.text.templatetags.rich import rich


def test_blocks_do_not_run_into_each_other():
    assert (
        plain_text("<h2>标题</h2>\n<p>一<br>二 &amp; &lt;三&gt;</p><table><tr><td>四</td><td>五</td></tr></table>")
        == "标题 一 二 & <三> 四 五"
    )


def test_an_excerpt_is_cut_to_measure():
    text = excerpt("<p>" + "茶" * 100 + "</p>", 90)
    assert len(text) == 90
    assert text.endswith("茶…")


def test_an_excerpt_has_no_blank_between_sentences():
    assert excerpt("<p>第一段。</p>\n<p>第二段。</p>", 90) == "第一段。第二段。"


def test_a_line_has_no_control_characters():
    assert printable(" 茶\x0b艺\x00\r\n师 ") == "茶艺 师"


def test_a_wide_table_scrolls_by_itself():
    assert rich("<table><tbody><tr><td>一</td></tr></tbody></table>") == (
        '<div class="table-scroll" tabindex="0" role="region" aria-label="表格 1">'
        "<table><tbody><tr><td>一</td></tr></tbody></table></div>"
    )


def test_a_picture_waits_until_it_is_near():
    assert (
        rich('<p><img src="/media/a.png" alt=""></p>')
        == '<p><img src="/media/a.png" alt="" loading="lazy" decoding="async"></p>'
    )


def test_a_tag_within_an_attribute_is_left_alone():
    markup = '<p><img src="/media/a.png" alt="<table><img>"></p>'
    assert rich(markup) == '<p><img src="/media/a.png" alt="<table><img>" loading="lazy" decoding="async"></p>'
