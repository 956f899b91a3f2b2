"""Differences are read by people: few, whole and complete."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from axrc.text import clean
from axrc.text.blocks import text_blocks
from axrc.text.differences import ADDED, REMOVED, compare, lines, words


def marked(pieces):
    signs = {ADDED: "+{}+", REMOVED: "-{}-"}
    return "".join(signs.get(piece.kind, "{}").format(piece.text) for piece in pieces)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("三月五日截止", "三月九日截止", "三月-五-+九+日截止"),
        ("携带身份证。", "携带身份证和户口本。", "携带身份证+和户口本+。"),
        ("电话 0595-23230000", "电话 0595-23231111", "电话 -0595-23230000-+0595-23231111+"),
        ("县人社局通知", "县医保局通知", "县-人社-+医保+局通知"),
        ("工资3000元起", "工资3500元起", "工资-3000-+3500+元起"),
    ],
)
def test_a_change_is_shown_by_words(old, new, shown):
    assert marked(words(old, new)) == shown


def test_a_lone_letter_between_changes_goes_with_them():
    assert marked(words("甲乙丙", "丁乙戊")) == "-甲乙丙-+丁乙戊+"


def test_blocks_far_from_a_change_are_folded():
    old = [f"第{number}段" for number in range(20)]
    new = [*old[:10], "全新的内容写在这里", *old[10:]]
    shown = compare(old, new)
    assert [line.folded for line in shown] == [9, 0, 0, 0, 9]
    assert shown[2].kind == ADDED


def test_a_block_unlike_any_other_is_not_mixed_with_it():
    shown = lines(["春茶今天开采"], ["报名表格下载"])
    assert sorted(line.kind for line in shown) == [ADDED, REMOVED]


@given(st.lists(st.text("茶农 a1。", max_size=8), max_size=8), st.lists(st.text("茶农 a1。", max_size=8), max_size=8))
@settings(max_examples=200, deadline=None)
def test_a_difference_holds_both_texts_in_full(old, new):
    shown = lines(old, new)
    for kind, blocks in ((ADDED, old), (REMOVED, new)):
        kept = ["".join(piece.text for piece in line.pieces if piece.kind != kind) for line in shown if line.kind != kind]
        assert [block for block in kept if block] == [block for block in blocks if block]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["的" * 100_000], ["是" * 100_000]),
        ([f"{number % 5}" for number in range(50_000)], [f"{number % 7}" for number in range(50_000)]),
        (["甲乙丙。" * 20_000], ["甲丙乙。" * 20_000]),
    ],
)
def test_huge_texts_do_not_hold_up_the_desk(old, new):
    start = process_time()
    compare(old, new)
    assert process_time() - start < 20


def test_structure_is_shown_as_text():
    html = """<h2>安排</h2><p>请<strong>准时</strong>看<a href="/news/">通知</a></p><ol start="3"><li>甲<ul><li>乙</li></ul></li></ol>
    <table><tr><th>工种</th><th>人数</th></tr><tr><td>茶艺师</td><td></td></tr></table><p><img src="/media/a.jpg" alt="教室"></p><hr>"""
    assert text_blocks(clean(html)) == [
        "【标题】安排",
        "请准时看通知〔/news/〕",
        "3. 甲",
        "3. • 乙",
        "【表格】工种 | 人数",
        "【表格】茶艺师 | （空）",
        "【图片 教室 /media/a.jpg】",
        "【分隔线】",
    ]


@given(st.text("<>/phulitabergcdo=\"' 茶1", max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_has_blocks(html):
    assert isinstance(text_blocks(clean(html)), list)
