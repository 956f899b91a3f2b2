"""The first page after signing in says what needs somebody now."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Recruiter, User
from accounts.resumes import editing
from tests.factories import CompanyFactory, UserFactory

pytestmark = pytest.mark.django_db


def page(client, user):
    client.force_login(user)
    return client.get("/my/").content.decode()


def test_a_stranger_signs_in_first(client):
    assert client.get("/my/").headers["Location"] == "/accounts/login/?next=/my/"


def test_a_seeker_is_led_to_writing_a_resume(client):
    seeker = UserFactory(role=User.Role.SEEKER)
    assert "开始填写" in page(client, seeker)
    editing.saved(seeker)
    assert "下一步：<b>基本信息</b>" in page(client, seeker)


def test_an_employer_is_led_from_registering_to_verification(client):
    employer = UserFactory(role=User.Role.EMPLOYER)
    assert "登记企业" in page(client, employer)
    company = CompanyFactory(verified_at=None, verified_until=None)
    Recruiter.objects.create(user=employer, company=company, is_owner=True)
    assert "提交认证" in page(client, employer)


def test_an_employer_is_told_before_the_verification_ends(client):
    employer = UserFactory(role=User.Role.EMPLOYER)
    company = CompanyFactory(verified_until=timezone.now() + timedelta(days=20))
    Recruiter.objects.create(user=employer, company=company, is_owner=True)
    assert "认证即将到期" in page(client, employer)
    company.verified_until = timezone.now() + timedelta(days=100)
    company.save()
    shown = page(client, employer)
    assert "认证即将到期" not in shown
    assert company.get_absolute_url() in shown


def test_staff_go_to_their_desk(client):
    client.force_login(UserFactory(is_staff=True, role=User.Role.STAFF))
    assert client.get("/my/").headers["Location"] == "/admin/"
