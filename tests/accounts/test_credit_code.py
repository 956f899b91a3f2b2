"""GB 32100-2015: a code with one wrong character is refused."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from accounts import credit_code
from accounts.credit_code import LETTERS
from pages.demo import companies

letters = st.sampled_from(LETTERS)
bodies = st.builds(
    lambda kind, area, organisation: kind + area + organisation,
    st.text(letters, min_size=2, max_size=2),
    st.text("0123456789", min_size=6, max_size=6),
    st.text(letters, min_size=9, max_size=9),
)


# Codes that state bodies publish of themselves.
@pytest.mark.parametrize("code", ["91110000802100433B", "91440300708461136T", "91330100799655058B", "91350000158142711F"])
def test_codes_in_public_use_pass(code):
    credit_code.validate(code)


@given(bodies)
def test_a_well_formed_code_passes(body):
    credit_code.validate(body + credit_code.check_character(body))


@given(bodies, st.integers(0, 17), letters)
def test_one_wrong_character_is_refused(body, place, letter):
    code = body + credit_code.check_character(body)
    if code[place] != letter:
        with pytest.raises(ValidationError):
            credit_code.validate(code[:place] + letter + code[place + 1 :])


def test_a_hundred_codes_with_one_wrong_character_are_all_refused():
    wrong = []
    for number in range(100):
        code, place = companies.credit_code(number), number % 18
        letter = LETTERS[(LETTERS.index(code[place]) + 1 + number % 30) % 31]
        wrong.append(code[:place] + letter + code[place + 1 :])
    assert not [code for code in wrong if credit_code.is_valid(code)]


def test_every_code_of_the_demo_is_well_formed():
    assert all(credit_code.is_valid(companies.credit_code(number)) for number in range(1000))


@pytest.mark.parametrize("typed", ["９１３５０５２４ＭＡＤＥＭ０９００Ｃ", " 91350524 MADEM0900C ", "91350524-madem0900c"])
def test_width_case_and_blanks_do_not_matter(typed):
    assert credit_code.normalised(typed) == companies.credit_code(900)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("91350524", "您填了 8 位"),
        ("91350524MADEM090OC", "不会有“O”"),
        ("913505Y4MADEM0900C", "应该都是数字"),
        ("91350524MADEM0900D", "校验不通过"),
        ("٩1350524MADEM0900C", "不会有"),
    ],
)
def test_it_is_said_what_is_wrong(code, words):
    with pytest.raises(ValidationError) as error:
        credit_code.validate(code)
    assert words in error.value.messages[0]
