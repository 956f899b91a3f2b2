"""Somebody leaves at the very moment at which something else happens; on PostgreSQL, where writes truly overlap."""

from datetime import timedelta

import pytest
from django.db import connection  # noqa: F401  (the condition below asks it)
from django.utils import timezone

from accounts import closing, teams
from accounts.models import Closing, Company, Recruiter, Resume, ResumeEntry, User
from accounts.resumes import editing
from tests.accounts.leavers import as_link
from tests.accounts.test_verification_at_once import at_once
from tests.factories import RecruiterFactory, ResumeFactory, UserFactory

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite lets one write at a time"),
]


def leave(user):
    return closing.close(user, by=user, link=as_link)


def test_who_leaves_while_a_page_of_the_resume_is_being_saved_is_not_found_afterwards():
    for number in range(5):
        user = ResumeFactory(visibility="public", user__email=f"race{number}@example.com").user
        results = at_once(lambda user=user: leave(user), lambda user=user: editing.save_step(user, {"about": "新的自述"}))
        assert not [result for result in results if isinstance(result, Exception)], results
    assert not ResumeEntry.objects.exists()
    assert Resume.objects.filter(about="新的自述").count() == 5


def test_two_clicks_close_once():
    user = ResumeFactory().user
    results = at_once(lambda: leave(user), lambda: leave(user))
    assert sorted(type(result).__name__ for result in results) == ["Closing", "Refused"]


def test_a_colleague_who_joins_while_the_only_owner_leaves_finds_no_public_company_without_an_owner():
    for number in range(5):
        owner = RecruiterFactory(user__email=f"owner{number}@example.com")
        newcomer = UserFactory(role="employer", email=f"new{number}@example.com")
        invitation = teams.invite(owner.company, newcomer.email, by=owner.user, link=str)
        at_once(
            lambda owner=owner: leave(owner.user),
            lambda invitation=invitation, newcomer=newcomer: teams.accept(invitation, by=newcomer),
        )
    closing.erase_due(timezone.now() + timedelta(days=7))
    for company in Company.objects.verified():
        assert Recruiter.objects.filter(company=company, is_owner=True, user__is_active=True).exists()


def test_two_timetables_erase_once_and_taking_it_back_comes_before_or_too_late():
    user = ResumeFactory(user__email="race@example.com").user
    left = leave(user)
    week_later = timezone.now() + timedelta(days=7)
    results = at_once(
        lambda: closing.erase_due(week_later), lambda: closing.erase_due(week_later), lambda: closing.take_back(left)
    )
    found = User.objects.get(pk=user.pk)
    assert sum(result for result in results[:2]) == (0 if found.is_active else 1)
    assert (found.email == "race@example.com") == found.is_active == (not Closing.objects.exists())
