"""Text and what is typed come to the same tokens."""

import pytest

from axrc.search import words
from axrc.search.query import Query, document


def holds(text, typed):
    kept = document(title="", texts=[text], facets=[])
    return Query.of(typed).matches(kept["tokens"], kept["text"])


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("安溪铁观音制茶师", "茶"),
        ("安溪铁观音制茶师", "观音"),
        ("安溪铁观音制茶师", "铁观音制茶师"),
        ("数控车床(CNC)操作", "cnc"),
        ("数控车床（ＣＮＣ）操作", "CNC"),
        ("熟悉C++和C#", "c++"),
        ("熟悉C++和C#", "Ｃ＃"),
        ("会ASP.NET", ".net"),
        ("3D打印", "3d"),
        ("负责3D 打印", "3D打印"),
        ("负责3D打印", "3D 打印"),
        ("做B2B运营", "b2b运营"),
        ("招会计一名", "會計"),
        ("誠聘會計壹名", "会计"),
        ("鐵觀音製茶師", "铁观音制茶师"),
        ("包吃,包住", "包住 包吃"),
        ("包吃,包住", "包吃,包住"),
    ],
)
def test_a_text_holds_what_it_reads(text, typed):
    assert holds(text, typed)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("制茶和茶师", "制茶师"),  # both pairs are there, the word is not
        ("包吃,包住", "吃包"),  # a comma stands between
        ("JavaScript", "java"),  # another language
        ("11月", "1月"),
        ("3D打印", "3D扫描"),
        ("茶艺师", "茶艺师 司机"),
    ],
)
def test_a_text_does_not_hold_what_only_looks_like_it(text, typed):
    assert not holds(text, typed)


@pytest.mark.parametrize("typed", ["", "  ", "!!!", "·—…", "'\"()", "\x00", "   "])
def test_signs_alone_are_no_query(typed):
    assert not Query.of(typed)


def test_an_endless_word_gives_short_tokens_and_is_still_exact():
    assert max(map(len, words.tokens("a" * 5000))) == words.LONGEST_TOKEN
    assert holds("a" * 5000, "a" * 5000)
    assert not holds("a" * 5000, "a" * 4999)


def test_folding_to_simplified_characters_keeps_the_length():
    assert len(words.SIMPLIFIED) > 3000
    assert all(isinstance(form, int) and form not in words.SIMPLIFIED for form in words.SIMPLIFIED.values())
