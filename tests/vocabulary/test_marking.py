"""Hits are marked where they are read, and nothing breaks."""

import re
from html import unescape

import pytest
from django.template import Context, Template
from django.utils.html import escape
from hypothesis import example, given, settings
from hypothesis import strategies as st

from axrc.vocabulary.marking import mark


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("安溪会计", ["会计"], "安溪[会计]"),
        ("安溪会计", ["會計"], "安溪[会计]"),
        ("安溪會計", ["会计"], "安溪[會計]"),
        ("数控CNC", ["cnc"], "数控[CNC]"),
        ("数控ＣＮＣ操作", ["cnc"], "数控[ＣＮＣ]操作"),
        ("3D 打印员", ["3d打印"], "[3D 打印]员"),
        ("C++开发", ["c++"], "[C++]开发"),
        ("会c#和.net", ["C#", ".NET"], "会[c#]和[.net]"),
        ("JavaScript", ["java"], "JavaScript"),
        ("制茶师傅", ["制茶师", "茶师傅"], "[制茶师傅]"),
        ("茶茶茶", ["茶茶"], "[茶茶茶]"),
        ("茶艺师,采茶工", ["茶"], "[茶]艺师,采[茶]工"),
        ("㎡里的茶", ["茶"], "㎡里的[茶]"),
        ("茶艺师", ["司机"], "茶艺师"),
        ("茶艺师", [], "茶艺师"),
        ("茶艺师", ["!", ""], "茶艺师"),
        ("", ["茶"], ""),
    ],
)
def test_hits_are_marked(text, words, marked):
    assert mark(text, words) == marked.replace("[", "<mark>").replace("]", "</mark>")


pieces = st.text("茶会計计a<>&\"'C+#.3d ＡİßΣﬁ\u0301", max_size=12)


@settings(deadline=None)
@given(pieces, st.lists(pieces, max_size=3))
@example("<b>茶</b>&amp;", ["茶", "b", "amp"])
def test_marking_changes_nothing_but_the_marks(text, words):
    markup = mark(text, words)
    assert unescape(re.sub("</?mark>", "", markup)) == text
    assert re.sub("</?mark>", "", markup) == "".join(map(escape, text))
    assert re.findall("</?mark>", markup) == ["<mark>", "</mark>"] * markup.count("<mark>")


def test_the_filter_takes_what_was_typed_or_a_list():
    template = Template("{% load marking %}{{ title|highlight:words }}")
    for words in ("茶 师", ["茶", "师"]):
        assert template.render(Context({"title": "<茶艺师>", "words": words})) == "&lt;<mark>茶</mark>艺<mark>师</mark>&gt;"
    assert template.render(Context({"title": "<茶>", "words": None})) == "&lt;茶&gt;"
