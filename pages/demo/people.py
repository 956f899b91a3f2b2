"""The demo accounts."""

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group

from accounts import consents
from accounts.models import Recruiter, User

PASSWORD = "anxi-demo-2026"  # noqa: S105  known to everyone on purpose, and made in DEBUG only

PEOPLE = [
    ("admin@example.com", "站长", User.Role.STAFF, {"is_staff": True, "is_superuser": True}, "超级管理员"),
    ("editor@example.com", "编辑小林", User.Role.STAFF, {"is_staff": True}, "编辑:资讯和页面"),
    ("reviewer@example.com", "审核员小陈", User.Role.STAFF, {"is_staff": True}, "审核员:认证、职位、举报、反馈"),
    ("employer@example.com", "林女士", User.Role.EMPLOYER, {}, "已认证企业的负责人"),
    ("newcompany@example.com", "谢先生", User.Role.EMPLOYER, {}, "未认证企业的负责人"),
    ("seeker@example.com", "王小安", User.Role.SEEKER, {}, "求职者"),
]

GROUPS = {"editor@example.com": "编辑", "reviewer@example.com": "审核"}


def load():
    """Make the accounts, each with a verified address, and return them by e-mail."""
    people = {}
    for email, name, role, rights, _ in PEOPLE:
        user = User.objects.create_user(email, PASSWORD, name=name, role=role, **rights)
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
        user.groups.set(Group.objects.filter(name=GROUPS.get(email)))
        consents.agree(user)
        people[email] = user
    return people


def give_companies(people, verified, unverified):
    Recruiter.objects.create(user=people["employer@example.com"], company=verified, is_owner=True)
    Recruiter.objects.create(user=people["newcompany@example.com"], company=unverified, is_owner=True)
