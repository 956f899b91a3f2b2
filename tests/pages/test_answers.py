"""留言反馈: answering, and what others may read of it."""

import pytest
from django.db import IntegrityError, transaction

from pages.feedback import answer
from pages.models import Feedback
from tests.factories import UserFactory
from tests.pages import making

pytestmark = pytest.mark.django_db


def page_of(client, address="/feedback/"):
    return client.get(address).content.decode()


def test_an_answer_is_signed_and_dated():
    reviewer = UserFactory()
    answered = making.answered(by=reviewer, reply="您好，已经可以了。")
    answered.refresh_from_db()
    assert (answered.status, answered.answer, answered.answered_by) == ("answered", "您好，已经可以了。", reviewer)
    assert answered.answered_at


def test_a_corrected_answer_keeps_its_date():
    first = making.answered()
    second = answer(first, "更正后的答复。", by=None, public=True)
    assert second.answered_at == first.answered_at


def test_a_public_answer_is_shown_with_its_question(client):
    making.answered(type="help", text="请问怎样修改绑定的手机号？", reply="请拨打客服电话。")
    html = page_of(client)
    for shown in ("求助", "请问怎样修改绑定的手机号？", "请拨打客服电话。"):
        assert shown in html


def test_a_private_answer_is_not_shown(client):
    making.answered(text="这是不愿公开的一件事情。", public=False)
    assert "这是不愿公开的一件事情。" not in page_of(client)


def test_what_nobody_has_answered_is_not_shown(client):
    making.feedback(text="这件事情还没有人答复。")
    assert "这件事情还没有人答复。" not in page_of(client)


def test_an_answer_taken_back_is_gone(client):
    shown = making.answered(text="这件事情先公开后收回。")
    answer(shown, shown.answer, by=None, public=False)
    assert "这件事情先公开后收回。" not in page_of(client)


def test_nobody_learns_who_asked(client):
    making.answered(name="陈小溪", contact="13800138000")
    html = page_of(client)
    assert "陈小溪" not in html
    assert "13800138000" not in html


@pytest.mark.parametrize("private", ["13800138000", "138 0013 8000", "+86-13800138000", "0595-23000000", "chen@example.com"])
def test_numbers_and_addresses_inside_the_words_are_left_out(client, private):
    making.answered(text=f"请回电{private}，我一直在等。")
    html = page_of(client)
    assert private not in html
    assert "请回电[联系方式已隐去]，我一直在等。" in html


@pytest.mark.parametrize("harmless", ["2026年3月5日", "工资5000-8000元", "统一社会信用代码91350524MA00000000"])
def test_other_numbers_stay(harmless):
    assert harmless in Feedback(text=harmless).public_text


def test_words_are_shown_as_text_and_never_as_markup(client):
    making.answered(text="<script>alert(1)</script> 十个字以上", reply="<b>好</b>")
    html = page_of(client)
    assert "<script>alert" not in html
    assert "<b>好</b>" not in html


def test_the_database_shows_nothing_that_is_not_answered():
    with pytest.raises(IntegrityError), transaction.atomic():
        making.feedback(is_public=True)


def test_the_newest_answers_come_first_twenty_to_a_page(client):
    for number in range(21):
        making.answered(text=f"这是第{number:02}条留言的内容。")
    first, second = page_of(client), page_of(client, "/feedback/?page=2")
    assert first.index("第20条") < first.index("第01条")
    assert "第00条" not in first
    assert "第00条" in second


@pytest.mark.parametrize("page", ["0", "-1", "99", "x", "1e9"])
def test_a_page_that_is_not_there_shows_one_that_is(client, page):
    making.answered(text="这是仅有的一条留言。")
    assert "这是仅有的一条留言。" in page_of(client, f"/feedback/?page={page}")


@pytest.mark.parametrize("count", [1, 20])
def test_many_answers_cost_no_more_queries_than_one(client, django_assert_num_queries, count):
    for number in range(count):
        making.answered(text=f"这是第{number:02}条留言的内容。")
    client.get("/feedback/")
    with django_assert_num_queries(2):
        client.get("/feedback/")
