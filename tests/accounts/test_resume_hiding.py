"""A resume whose person no longer comes is hidden by itself, after two warnings."""

from datetime import timedelta

import pytest
from django.contrib.auth.signals import user_logged_in
from django.core import mail
from django.utils import timezone

from accounts.models import Resume, ResumeEntry, User
from accounts.resumes import hiding
from axrc.search.query import Query
from tests.factories import RecruiterFactory, ResumeFactory, UserFactory, ago, hence

pytestmark = pytest.mark.django_db


def last_seen(resume, days):
    User.objects.filter(pk=resume.user_id).update(last_login=ago(days=days))
    resume = Resume.objects.get(pk=resume.pk)
    resume.save()
    return resume


def found(at=None):
    return ResumeEntry.objects.find(Query(), at=at or timezone.now())


def warn(commit, at=None):
    with commit(execute=True):
        return hiding.warn(at)


@pytest.mark.parametrize(("days", "is_open"), [(364, True), (366, False)])
def test_it_is_hidden_a_year_after_the_last_login_with_nothing_running(days, is_open):
    resume = last_seen(ResumeFactory(visibility="public"), days)
    recruiter = RecruiterFactory()
    assert Resume.objects.visible_to(recruiter.user).exists() == is_open
    assert bool(found()) == is_open
    assert resume.is_hidden_by_itself != is_open


def test_the_search_forgets_it_at_that_very_moment():
    last_seen(ResumeFactory(visibility="public"), 364)
    assert found()
    assert not found(hence(days=2))


def test_who_never_logged_in_has_a_year_from_the_beginning():
    resume = ResumeFactory(visibility="public", user=UserFactory(last_login=None))
    recruiter = RecruiterFactory()
    assert Resume.objects.visible_to(recruiter.user).exists()
    assert not Resume.objects.visible_to(recruiter.user, hence(days=366)).exists()
    assert resume.hides_at > hence(days=360)


def test_logging_in_brings_it_back():
    resume = last_seen(ResumeFactory(visibility="public"), 400)
    assert not found()
    user_logged_in.send(User, request=None, user=resume.user)
    assert found() == [resume.pk]
    assert Resume.objects.visible_to(RecruiterFactory().user).get() == resume


def test_the_person_is_told_in_the_own_pages(client):
    resume = last_seen(ResumeFactory(), 400)
    client.force_login(resume.user)
    User.objects.filter(pk=resume.user_id).update(last_login=ago(days=400))
    assert "已自动隐藏" in client.get("/my/resume/").content.decode()


def test_two_warnings_each_once(django_capture_on_commit_callbacks):
    resume = last_seen(ResumeFactory(visibility="public"), 320)
    start = timezone.now()
    sent = [warn(django_capture_on_commit_callbacks, start + timedelta(days=day)) for day in range(60)]
    assert [day for day, count in enumerate(sent) if count] == [15, 38]
    assert [letter.to for letter in mail.outbox] == [[resume.user.email]] * 2
    assert f"{timezone.localdate(resume.hides_at):%Y-%m-%d} 自动隐藏" in mail.outbox[0].subject
    assert "/my/resume/" in mail.outbox[0].body


def test_a_late_timetable_sends_one_letter_not_two(django_capture_on_commit_callbacks):
    last_seen(ResumeFactory(visibility="public"), 361)
    assert warn(django_capture_on_commit_callbacks) == 1
    assert warn(django_capture_on_commit_callbacks) == 0
    assert len(mail.outbox) == 1


def test_who_came_back_is_warned_anew_a_year_later(django_capture_on_commit_callbacks):
    resume = last_seen(ResumeFactory(visibility="public"), 340)
    assert warn(django_capture_on_commit_callbacks) == 1
    User.objects.filter(pk=resume.user_id).update(last_login=hence(days=5))
    assert warn(django_capture_on_commit_callbacks, hence(days=6)) == 0
    assert warn(django_capture_on_commit_callbacks, hence(days=5 + 340)) == 1


@pytest.mark.parametrize(("visibility", "days"), [("hidden", 340), ("public", 100), ("public", 366)])
def test_others_are_left_alone(django_capture_on_commit_callbacks, visibility, days):
    last_seen(ResumeFactory(visibility=visibility), days)
    assert warn(django_capture_on_commit_callbacks) == 0
