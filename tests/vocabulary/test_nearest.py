"""What somebody meant who mistyped a word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from axrc.vocabulary.learning import learn
from axrc.vocabulary.models import Term
from axrc.vocabulary.nearest import is_one_off, nearest


@pytest.fixture
def words(db):
    learn(
        [Term(kind=Term.Kind.TITLE, text=text) for text in ("会计", "茶艺师", "司机", "电商运营", "导购", "Photoshop设计")]
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("会记", "会计"),  # another character
        ("會記", "会计"),
        ("茶艺艺师", "茶艺师"),  # one more
        ("电商运", "电商运营"),  # one less
        ("艺茶师", "茶艺师"),  # two swapped
        ("倒勾", "导购"),  # two others that sound the same
        ("kuaji", "会计"),
        ("kuaiiji", "会计"),
        ("skiji", "司机"),
        ("isji", "司机"),
    ],
)
def test_a_slip_is_understood(words, typed, meant):
    assert meant in nearest(typed)


@pytest.mark.parametrize("typed", ["会计", "茶师艺师傅", "kjji", "x", "", "!", "\x00", "茶" * 50, "a" * 500])
def test_what_is_right_or_too_far_off_is_left_alone(words, typed):
    assert nearest(typed) == []


letters = st.text("abc", max_size=5)


@settings(deadline=None)
@given(letters, letters)
def test_one_off_is_one_insertion_deletion_substitution_or_swap(one, other):
    places = range(len(one) + 1)
    changed = {one[:i] + letter + one[i:] for i in places for letter in "abc"}
    changed |= {one[:i] + one[i + 1 :] for i in places}
    changed |= {one[:i] + letter + one[i + 1 :] for i in range(len(one)) for letter in "abc"}
    changed |= {one[:i] + one[i + 1] + one[i] + one[i + 2 :] for i in range(len(one) - 1)}
    assert is_one_off(one, other) == (other in changed - {one})
