"""The texts to begin with: for every trade, and such as the site's own rules find nothing in."""

import pytest

from jobs.employers import descriptions
from jobs.employers.fields import ParagraphsField
from jobs.screening import screen

pytestmark = pytest.mark.django_db


def test_every_category_has_one(taxonomy):
    assert [one.slug for one in taxonomy.categories if not descriptions.of(one)] == []
    assert descriptions.known().keys() <= taxonomy.categories.by_slug.keys()


def test_a_trade_has_its_own_before_that_of_its_branch(taxonomy):
    picker, maker = taxonomy.categories.by_slug["tea-picker"], taxonomy.categories.by_slug["tea-maker"]
    assert "采摘" in descriptions.of(picker).duties
    assert descriptions.of(maker) == descriptions.known()["tea"]


def test_nothing_is_pointed_out_in_any(taxonomy):
    texts = [text for one in descriptions.known().values() for text in (one.duties, one.requirements)]
    assert [(flag.found, text[:20]) for text in texts for flag in screen(text)] == []


def test_all_of_them_may_be_sent_as_they_are():
    field = ParagraphsField(most=5000, least=6)
    for one in descriptions.known().values():
        assert field.clean(one.duties) == one.duties
        assert field.clean(one.requirements) == one.requirements
        assert "_" not in one.duties + one.requirements
