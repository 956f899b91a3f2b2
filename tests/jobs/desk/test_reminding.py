"""Letters that the clock writes: three days before a job's end, and two weeks after it."""

from datetime import timedelta
from unittest import mock

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone
from django.utils.module_loading import import_string

from axrc.mail.models import Letter
from axrc.mail.sms import outbox
from axrc.schedule import SCHEDULE
from jobs.life import deeds, reminding
from jobs.life.reminding import ask_hired, remind_ending
from jobs.models import Job, JobNotice
from tests.factories import CompanyFactory, RecruiterFactory, UserFactory, ago, hence
from tests.jobs.desk import states

pytestmark = pytest.mark.django_db


@pytest.fixture
def recruiter():
    return RecruiterFactory()


def last_second(days):
    return deeds.end_of_day(timezone.localdate() + timedelta(days=days))


def days_on_which(deed, days):
    """Every morning of so many days; the days on which somebody was written to."""
    morning = timezone.localtime().replace(hour=4, minute=0)
    return [day for day in range(days) if deed(morning + timedelta(days=day))]


def to():
    return {letter.to for letter in Letter.objects.all()}


def test_both_run_every_day():
    assert {import_string(name) for name in SCHEDULE["daily"]} >= {remind_ending, ask_hired}


def test_a_reminder_comes_once_three_days_before_the_end(recruiter):
    states.live(recruiter, ends_at=last_second(10))
    assert days_on_which(remind_ending, 15) == [7]
    assert remind_ending(hence(days=8)) == 0
    assert Letter.objects.count() == 1


def test_missed_days_are_caught_up(recruiter):
    states.live(recruiter, ends_at=last_second(10))
    assert remind_ending(hence(days=9)) == 1
    assert remind_ending(hence(days=9)) == 0


def test_a_renewed_job_is_reminded_of_its_new_end(recruiter):
    job = states.ending(recruiter)
    assert remind_ending() == 1
    deeds.renew(job, by=recruiter.user, ends_on=timezone.localdate(hence(days=30)))
    assert remind_ending() == 0
    assert remind_ending(hence(days=28)) == 1
    assert JobNotice.objects.filter(job=job, kind=JobNotice.Kind.ENDING).count() == 2


@pytest.mark.parametrize("make", [make for name, make in states.STATES.items() if name not in {"ending", "live"}])
def test_of_what_the_public_does_not_see_nobody_is_reminded(recruiter, make):
    job = make(recruiter)
    if job.ends_at > timezone.now():
        Job.objects.filter(pk=job.pk).update(ends_at=last_second(2))
    assert remind_ending() == 0


def test_companies_that_are_no_longer_verified_are_left_in_peace():
    recruiter = RecruiterFactory(company=CompanyFactory(verified_until=ago(days=1)))
    states.ending(recruiter)
    states.ended(recruiter, ends_at=ago(days=15))
    assert remind_ending() == ask_hired() == 0


def test_the_owner_and_who_entered_the_job_are_written_to_nobody_else(recruiter):
    entered = RecruiterFactory(company=recruiter.company, is_owner=False)
    RecruiterFactory(company=recruiter.company, is_owner=False)
    states.ending(entered)
    remind_ending()
    assert to() == {recruiter.user.email, entered.user.email}


def test_who_entered_the_job_and_left_the_team_is_not_written_to(recruiter):
    states.ending(recruiter, title="采茶工")
    Job.objects.update(created_by=UserFactory())
    remind_ending()
    assert to() == {recruiter.user.email}


def test_the_letter_leads_to_a_renewal_in_one_tap(recruiter, client, django_capture_on_commit_callbacks):
    job = states.ending(recruiter, title="采茶工")
    with django_capture_on_commit_callbacks(execute=True):
        remind_ending()
    (letter,) = mail.outbox
    assert letter.subject == "“采茶工”还有 3 天到期"
    assert f"/my/jobs/{job.pk}/renew/" in letter.body
    assert Client().get(f"/my/jobs/{job.pk}/renew/")["Location"].startswith("/accounts/login/?next=")
    client.force_login(recruiter.user)
    assert "延期到" in client.get(f"/my/jobs/{job.pk}/renew/").content.decode()


def test_where_the_letter_cannot_be_written_the_notice_is_not_either(recruiter):
    states.ending(recruiter)
    with mock.patch("axrc.mail.send", side_effect=OSError), pytest.raises(OSError):
        remind_ending()
    assert not JobNotice.objects.exists()
    assert remind_ending() == 1


def test_two_weeks_after_the_end_it_is_asked_once_what_came_of_it(recruiter):
    states.live(recruiter, ends_at=last_second(5))
    assert days_on_which(ask_hired, 60) == [19]
    assert Letter.objects.count() == 1


def test_two_weeks_after_closing_it_is_asked_once(recruiter):
    job = states.live(recruiter, ends_at=last_second(5))
    deeds.close(job, by=recruiter.user, reason="other")
    assert days_on_which(ask_hired, 60) == [14]


def test_what_has_ended_and_is_closed_after_the_question_is_not_asked_again(recruiter):
    job = states.ended(recruiter, ends_at=ago(days=15))
    assert ask_hired() == 1
    deeds.close(job, by=recruiter.user, reason="other")
    assert ask_hired(hence(days=14)) == 0


def test_a_question_that_was_missed_is_caught_up_but_not_after_months(recruiter):
    job = states.ended(recruiter, ends_at=ago(days=30))
    assert ask_hired() == 1
    states.live(recruiter, published_at=ago(days=200), ends_at=ago(days=120))
    assert ask_hired() == 0
    assert JobNotice.objects.get().job == job


def test_who_has_told_is_not_asked(recruiter):
    job = states.ended(recruiter, ends_at=ago(days=15))
    deeds.answer_hired(job, by=recruiter.user, hired="nobody")
    assert ask_hired() == 0


@pytest.mark.parametrize("name", ["draft", "waiting", "frozen", "removed", "paused", "live"])
def test_of_what_was_never_over_or_was_stopped_nothing_is_asked(recruiter, name):
    job = states.STATES[name](recruiter)
    if name in {"frozen", "removed"}:
        Job.objects.filter(pk=job.pk).update(ends_at=ago(days=15))
    assert ask_hired() == 0


def test_a_job_published_again_and_ended_again_is_asked_of_again(recruiter):
    job = states.ended(recruiter, ends_at=ago(days=15))
    assert ask_hired() == 1
    deeds.relist(job, by=recruiter.user, ends_on=timezone.localdate(hence(days=5)))
    with time_machine.travel(hence(days=20), tick=False):
        # Its verification outlasts this.
        assert reminding.ask_hired() == 1


def test_the_question_leads_to_three_answers(recruiter, client, django_capture_on_commit_callbacks):
    job = states.ended(recruiter, title="采茶工", ends_at=ago(days=15))
    with django_capture_on_commit_callbacks(execute=True):
        ask_hired()
    (letter,) = mail.outbox
    assert letter.subject == "“采茶工”招到人了吗？"
    assert f"/my/jobs/{job.pk}/hired/" in letter.body
    client.force_login(recruiter.user)
    page = client.get(f"/my/jobs/{job.pk}/hired/").content.decode()
    assert page.count('type="radio"') == 3


def test_who_has_no_address_gets_a_text_message(recruiter, django_capture_on_commit_callbacks):
    recruiter.user.email, recruiter.user.phone = None, "+8613800138000"
    recruiter.user.save()
    job = states.ending(recruiter, title="采茶工")
    states.ended(recruiter, title="茶艺师", ends_at=ago(days=15))
    with django_capture_on_commit_callbacks(execute=True):
        remind_ending()
        ask_hired()
    ending, hired = outbox
    until = f"{timezone.localtime(job.ends_at):%Y-%m-%d}"
    assert ending.text == f"“采茶工”{until}到期，还在招人请登录网站延期。"
    assert ending.parameters == {"title": "采茶工", "until": until}
    assert hired.parameters == {"title": "茶艺师"}
