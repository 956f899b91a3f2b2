"""What staff may write into a rule, and what they are told when it cannot be."""

import pytest
from django.core.exceptions import ValidationError

from jobs import patterns
from jobs.models import ScreeningRule
from jobs.screening.matching import Screen


def found(words, text, harmless=""):
    rule = ScreeningRule(name="试", topic="other", severity="note", words=words, harmless=harmless, law="法", advice="说明")
    rule.clean()
    return [flag.found for flag in Screen([rule]).flags(text)]


@pytest.mark.parametrize(
    ("words", "text", "wanted"),
    [
        ("管三餐", "包住，管三餐", ["管三餐"]),
        ("管三餐\n包住", "包住，管三餐", ["包住", "管三餐"]),
        ("(早|晚)班", "早班、夜班、晚班", ["早班", "晚班"]),
        ("[早晚]班", "早班、夜班、晚班", ["早班", "晚班"]),
        ("限制?龄", "限龄，限制龄", ["限龄", "限制龄"]),
        (r"\d{2}岁", "35岁，135岁，5岁", ["35岁"]),
        ("985", "985，9850，1985", ["985"]),
        ("先.{0,3}后", "先学习后上岗，先学习很多很多后", ["先学习后"]),
        ("先.{0,6}后", "先学，后做", []),
        ("先.{0,6}后", "先不急后", []),
        ("^男$", "男，男工，（男）", ["男", "男"]),
        ("優先", "优先", ["优先"]),
    ],
)
def test_a_pattern_means_what_it_says(words, text, wanted):
    assert found(words, text) == wanted


def test_an_exception_spares_the_words_it_stands_in():
    assert found("女", "女装，女生", "女装") == ["女"]


@pytest.mark.parametrize(
    "words",
    [
        "(a+)+b",
        "a*",
        ".*",
        "(早|晚",
        "早)",
        "[早",
        "[]",
        "[a-z]",
        r"\w",
        r"\1",
        "早{1,99}",
        "早{3,1}",
        "早{",
        "早{x}",
        "a?",
        ".{0,6}",
        "^$",
        "()",
        "?",
        "早|",
        "字" * 301,
    ],
)
def test_what_is_no_pattern_or_could_match_anything_is_refused(words):
    with pytest.raises(ValidationError) as refused:
        found(words, "早")
    assert "words" in refused.value.message_dict


def test_a_pattern_with_too_many_ways_is_refused_before_it_can_cost_time():
    with pytest.raises(patterns.Invalid, match="太多"):
        patterns.parse("先" + ".{0,20}学" * 4)


def test_the_complaint_names_the_line():
    with pytest.raises(ValidationError) as refused:
        found("管三餐\n(早|晚", "早")
    assert refused.value.message_dict["words"] == ["“(早|晚”：少了一个“)”"]


def test_more_lines_than_a_rule_may_have_are_refused():
    with pytest.raises(ValidationError):
        found("\n".join(f"词{number}" for number in range(41)), "")
