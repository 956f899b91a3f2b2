"""What a posting must not say is found however it is written, and nothing else."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bench.screening.sentences import halves, measure
from jobs.models import Job, ScreeningRule
from jobs.screening import loading, screen, screen_job
from jobs.screening.folding import fold
from jobs.screening.matching import Screen

pytestmark = pytest.mark.django_db
ENOUGH = 0.95


def found(text):
    return [(flag.topic, flag.found) for flag in screen(text)]


def topics(text):
    return {flag.topic for flag in screen(text)}


def test_at_least_sixty_rules_come_with_the_site():
    assert ScreeningRule.objects.filter(is_enabled=True).count() >= 60


def test_every_rule_of_the_site_says_law_and_advice_and_may_be_saved_again():
    for rule in ScreeningRule.objects.all():
        rule.full_clean()
        assert rule.law
        assert rule.advice


@pytest.mark.parametrize("half", [0, 1], ids=["for writing", "held back"])
def test_the_rules_are_right_about_sentences_that_were_written_before_them(half):
    sentences = halves()[half]
    precision, recall, wrong = measure(sentences, screen)
    assert len(sentences) >= 100
    assert precision >= ENOUGH, wrong if half == 0 else ""
    assert recall >= ENOUGH, wrong if half == 0 else ""


@pytest.mark.parametrize(
    "text",
    [
        "限男性",
        "限 男 性",
        "限·男·性",
        "限-男-性",
        "限　男　性",
        "限\u200b男性",
        "僅限男性",
        "限「男性」",
        "诚聘普工(限男性)",
        "①限男性",
    ],
)
def test_a_word_is_found_whatever_stands_between_its_letters(text):
    assert topics(text) == {"sex"}


@pytest.mark.parametrize(
    "text",
    ["35岁以下", "３５岁以下", "35 岁 以 下", "35歲以下", "三十五岁以下", "2、35岁以下", "18-35岁", "18～35岁", "18至35岁"],
)
def test_a_number_is_found_in_any_writing(text):
    assert topics(text) == {"age"}


@pytest.mark.parametrize(
    "text",
    [
        "不限户籍",
        "男女不限",
        "无需押金",
        "不收取任何费用，包括押金、服装费",
        "不收取任何费用（包括押金、服装费）",
        "严禁扣押证件",
        "无年龄限制",
        "不得歧视女性",
        "押金、服装费、体检费一律不收",
        "杜绝收取押金，绝不扣押身份证",
        "免押金",
        "0押金",
        "押金：无",
        "服装费由公司承担",
        "如遇收取押金请立即举报",
    ],
)
def test_what_is_denied_or_forbidden_is_not_flagged(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("不限年龄，但限女性", [("sex", "限女性")]),
        ("不收押金但收服装费", [("fee", "服装费")]),
        ("学历不限 女性优先", [("sex", "女性优先")]),
        ("年龄不限，女性优先", [("sex", "女性优先")]),
        ("无需经验需交押金", [("fee", "押金")]),
        ("不收押金 服装费200元", [("fee", "服装费")]),
        ("户籍不限限男性", [("sex", "限男性")]),
        ("无押金是骗人的", [("fee", "押金")]),
        ("不得不交押金", [("fee", "押金")]),
        ("并非不收押金", [("fee", "押金")]),
        ("没有押金不能上岗", [("fee", "押金")]),
        ("押金100元", [("fee", "押金")]),
    ],
)
def test_a_negation_reaches_no_further_than_it_means(text, wanted):
    assert found(text) == wanted


def test_a_word_that_is_part_of_a_harmless_one_is_not_flagged():
    assert found("女装导购，负责客户押金收退，熟悉乙肝疫苗接种") == []


def test_harmless_words_spare_only_their_own_place():
    assert found("女装店长，女性优先") == [("sex", "女性优先")]


def test_a_flag_names_the_place_the_law_and_better_words():
    (flag,) = screen("工资面议。限 男 性，包吃住")
    assert (flag.start, flag.end, flag.found) == (5, 10, "限 男 性")
    assert flag.severity == ScreeningRule.Severity.REVIEW
    assert "就业促进法" in flag.law
    assert flag.better == "男女不限"
    assert flag.advice


def test_age_and_sex_go_to_review_but_looks_and_schools_are_only_a_note():
    severities = {flag.topic: flag.severity for flag in screen("35岁以下，限女性，形象好气质佳，985优先")}
    assert severities == {"age": "review", "sex": "review", "looks": "note", "school": "note"}


def test_a_posting_is_flagged_field_by_field():
    job = Job(title="女服务员", description="端茶", requirements="无乙肝；押金300元")
    flags = screen_job(job)
    assert {name: [flag.topic for flag in found] for name, found in flags.items()} == {
        "title": ["sex"],
        "requirements": ["health", "fee"],
    }
    assert job.requirements == "无乙肝；押金300元"


def test_a_rule_that_staff_add_holds_at_once_and_ends_when_it_is_switched_off():
    assert found("包吃住，管三餐") == []
    rule = ScreeningRule.objects.create(name="试", topic="other", words="管三餐", law="法", advice="说明")
    assert found("包吃住，管 三 餐") == [("other", "管 三 餐")]
    rule.is_enabled = False
    rule.save()
    assert found("包吃住，管三餐") == []


def test_loading_again_adds_nothing_and_leaves_what_staff_changed():
    ScreeningRule.objects.filter(slug="age-limit").update(severity="note", is_enabled=False)
    before = ScreeningRule.objects.count()
    loading.add(ScreeningRule.objects)
    assert ScreeningRule.objects.count() == before
    rule = ScreeningRule.objects.get(slug="age-limit")
    assert (rule.severity, rule.is_enabled) == ("note", False)


PIECES = st.lists(
    st.one_of(
        st.text(max_size=6),
        st.sampled_from(
            [
                "限",
                "男",
                "性",
                "不",
                "押金",
                "、",
                "，",
                "但",
                " ",
                "\n",
                "35",
                "岁以下",
                "严禁",
                "㎡",
                "①",
                "…",
                "İ",
                "e\u0301",
                "（含",
            ]
        ),
    ),
    max_size=40,
).map("".join)


@pytest.fixture(scope="module")
def everything():
    return Screen([ScreeningRule(pk=number, **row) for number, row in enumerate(loading.seeds())])


@settings(max_examples=150, deadline=None)
@given(text=PIECES)
@example(text="")
@example(text="，")
@example(text="1,000元押金㎡限男")
def test_any_text_is_read_and_every_place_is_in_it(everything, text):
    end = 0
    for flag in everything.flags(text):
        assert 0 <= flag.start < flag.end <= len(text)
        assert text[flag.start : flag.end] == flag.found
        assert flag.start >= end
        end = flag.start
    folded = fold(text)
    assert len(folded.form) == len(folded.places)


@pytest.mark.parametrize("piece", ["押", "限男", "不", "押金", "1", "女性优先", "不收押金、", "（", "入职", "负责", "a-"])
def test_the_time_for_a_text_grows_with_its_length_only(everything, piece):
    """Counted in steps of the clock of the process, and generously: a square would be 64 times as much."""
    from time import process_time

    def taken(size):
        text = (piece * size)[:size]
        began = process_time()
        everything.flags(text)
        return process_time() - began

    taken(100)
    assert taken(16_000) < 40 * max(min(taken(2_000), taken(2_000)), 0.004)
