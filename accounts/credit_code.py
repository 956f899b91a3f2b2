"""The unified social credit code (统一社会信用代码) of an organisation.

GB 32100-2015 《法人和其他组织统一社会信用代码编码规则》: 18 places of digits and capital letters without I, O, S, V, Z.
Place 1 is the registering authority, 2 the kind of organisation, 3-8 the area (digits), 9-17 the organisation, and 18 the
check character: 31 - (sum of value x weight of the first 17, modulo 31), where the weight of place i is 3^(i-1) modulo 31.
"""

import re
import unicodedata

from django.core.exceptions import ValidationError

LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = [pow(3, place, 31) for place in range(17)]
FORM = re.compile(rf"[{LETTERS}]{{2}}\d{{6}}[{LETTERS}]{{10}}", re.ASCII)

WRONG_LENGTH = "统一社会信用代码是 18 位，您填了 {} 位"
WRONG_LETTER = "统一社会信用代码里不会有“{}”，请对照营业执照检查（没有字母 I、O、S、V、Z）"
WRONG_AREA = "第 3 至 8 位是登记地区，应该都是数字，请对照营业执照检查"
WRONG_CHECK = "统一社会信用代码有误（校验不通过），请对照营业执照逐位检查"


def normalised(text):
    """As the licence prints it, whatever width, case and blanks it was typed with."""
    return re.sub(r"[\s\-]", "", unicodedata.normalize("NFKC", text)).upper()


def check_character(body):
    """The 18th place that belongs to the first 17."""
    total = sum(LETTERS.index(letter) * weight for letter, weight in zip(body, WEIGHTS, strict=True))
    return LETTERS[(31 - total % 31) % 31]


def is_valid(code):
    return bool(FORM.fullmatch(code)) and check_character(code[:17]) == code[17]


def validate(code):
    """Raises ValidationError that says what is wrong with a normalised code."""
    if len(code) != 18:
        raise ValidationError(WRONG_LENGTH.format(len(code)), code="length")
    foreign = next((letter for letter in code if letter not in LETTERS), None)
    if foreign:
        raise ValidationError(WRONG_LETTER.format(foreign), code="letter")
    if not FORM.fullmatch(code):
        raise ValidationError(WRONG_AREA, code="area")
    if not is_valid(code):
        raise ValidationError(WRONG_CHECK, code="check")
