"""Who knocks at every address."""

import time

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.test import Client

from accounts.models import Recruiter, User
from tests.factories import CompanyFactory, ResumeFactory, UserFactory


def recruiter(**company):
    user = UserFactory(role=User.Role.EMPLOYER)
    Recruiter.objects.create(user=user, company=CompanyFactory(**company), is_owner=True)
    return user


def staff(group):
    user = UserFactory(role=User.Role.STAFF, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return user


def make():
    """{name: user}. None of them owns what objects.py makes."""
    return {
        "anonymous": None,
        "seeker": ResumeFactory(user__role=User.Role.SEEKER).user,
        "employer": recruiter(),
        "unverified": recruiter(verified_at=None, verified_until=None),
        "companyless": UserFactory(role=User.Role.EMPLOYER),
        "editor": staff("编辑"),
        "reviewer": staff("审核"),
        "superuser": UserFactory(role=User.Role.STAFF, is_staff=True, is_superuser=True),
    }


def windows(people):
    """A browser for each of them, in which they have just said their password."""
    opened = {}
    for name, user in people.items():
        opened[name] = window = Client()
        if user:
            EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
            window.force_login(user)
            session = window.session
            session["account_authentication_methods"] = [{"method": "password", "at": time.time(), "reauthenticated": True}]
            session["account_authentication_methods_user"] = str(user.pk)
            session.save()
    return opened
