"""Text messages: to whom, how many, and what is said to those who want more."""

import pytest
import time_machine
from django.core.exceptions import ImproperlyConfigured, ValidationError

from axrc import mail
from axrc.mail.limits import TooManyMessages
from axrc.mail.models import Letter
from axrc.mail.sms import console, outbox
from axrc.mail.sms.message import Message
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
NUMBER = "+8613800138000"


def number(place):
    return f"+86138001{place:05}"


def ask(number=NUMBER, **more):
    mail.sms(number, "shop/code", code="482913", minutes=5, **more)


def test_a_code_is_sent_with_its_parameters_by_name(through):
    with through():
        ask()
    [message] = outbox
    assert message.number == NUMBER
    assert message.text == "验证码 482913，5 分钟内有效，请勿告诉他人。"
    assert message.template == "shop/code"
    assert message.parameters == {"code": "482913", "minutes": "5"}


@pytest.mark.parametrize(
    "wrong", ["13800138000", "+8612800138000", "+85291234567", "+861380013800", "+86138001380001", "", "x"]
)
def test_only_mainland_mobiles_get_messages(wrong):
    with pytest.raises(ValidationError, match="中国大陆"):
        ask(wrong)


def test_a_site_without_text_messages_says_so(settings):
    settings.SMS_BACKEND = ""
    assert not mail.can_sms()
    with pytest.raises(mail.SMSUnavailable, match="请改用邮箱"):
        ask()


def test_a_number_gets_one_message_a_minute():
    ask()
    with pytest.raises(TooManyMessages, match="1 分钟后再试"):
        ask()


def tries(clock, seconds, count):
    """How many of so many tries with so much time between them succeed."""
    done = 0
    for _ in range(count):
        try:
            ask()
        except TooManyMessages as error:
            return done, error.messages[0]
        done += 1
        clock.shift(seconds)
    return done, ""


@pytest.mark.usefixtures("travelling_cache")
def test_a_number_gets_five_messages_an_hour():
    with time_machine.travel("2026-03-05 08:00", tick=False) as clock:
        done, message = tries(clock, 61, 6)
    assert done == 5
    assert "1 小时内" in message


@pytest.mark.usefixtures("travelling_cache")
def test_a_number_gets_ten_messages_a_day():
    with time_machine.travel("2026-03-05 08:00", tick=False) as clock:
        done, message = tries(clock, 1000, 11)
    assert done == 10
    assert "今天" in message


def test_a_sender_can_not_reach_many_numbers():
    for place in range(10):
        ask(number(place), sender="a")
    with pytest.raises(TooManyMessages, match="您的网络"):
        ask(number(10), sender="a")
    ask(number(11), sender="b")


def test_a_sender_who_is_refused_uses_up_nothing_of_a_number():
    for place in range(10):
        ask(number(place), sender="a")
    with pytest.raises(TooManyMessages):
        ask(NUMBER, sender="a")
    ask(NUMBER, sender="b")


def test_the_whole_site_has_a_budget(settings):
    settings.SMS_DAILY_LIMIT = 2
    ask(number(1))
    ask(number(2))
    with pytest.raises(TooManyMessages, match="今天的短信已经发完"):
        ask(number(3))


def test_who_is_refused_gets_nothing(through):
    with through():
        ask()
        with pytest.raises(TooManyMessages):
            ask()
    assert len(outbox) == 1


def test_known_and_unknown_numbers_are_counted_alike():
    """Whether there is an account must not show in when the limit is reached: both are claimed, one is sent."""
    mail.claim_sms(number(1), sender="a")
    mail.claim_sms(number(2), sender="a")
    ask(number(2), claimed=True)
    for place in (1, 2):
        with pytest.raises(TooManyMessages, match="1 分钟后再试"):
            mail.claim_sms(number(place), sender="a")


def test_notices_do_not_use_up_what_is_left_for_codes():
    user = UserFactory(email=None, phone=NUMBER)
    mail.send("shop/welcome", to=user, name="王")
    mail.send("shop/welcome", to=user, name="王")
    ask()
    assert Letter.objects.count() == 3


def test_too_many_notices_do_not_break_a_deed():
    user = UserFactory(email=None, phone=NUMBER)
    for _ in range(12):
        mail.send("shop/welcome", to=user, name="王")
    assert Letter.objects.count() == 10


def test_the_console_shows_the_code_while_developing(settings, capsys):
    settings.DEBUG = True
    console.Backend().send(Message(NUMBER, "shop/code", "验证码 482913"))
    assert "【安溪人才网】验证码 482913" in capsys.readouterr().out


def test_the_console_refuses_to_work_in_production():
    with pytest.raises(ImproperlyConfigured):
        console.Backend()
