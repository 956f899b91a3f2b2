"""Chinese is read as people type it."""

import pytest

from axrc.vocabulary.pinyin import initials, pinyin


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("会计", "kuaiji"),
        ("會計", "kuaiji"),
        ("社会计划", "shehuijihua"),  # no 会计 in it
        ("银行柜员", "yinhangguiyuan"),
        ("行政", "xingzheng"),
        ("厦门", "xiamen"),
        ("长坑", "changkeng"),
        ("店长", "dianzhang"),
        ("LED工程师", "ledgongchengshi"),
        ("３Ｄ 打印", "3ddayin"),
        ("!?", ""),
    ],
)
def test_a_word_is_read(text, read):
    assert pinyin(text) == read


def test_initials_are_those_of_the_syllables():
    assert initials("会计") == "kj"
    assert initials("茶艺师") == "cys"
