"""隐私与账号: what was agreed to, and giving up the account, which can be taken back for a week."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts import closing, verification
from accounts.models import Closing, Company, Resume, ResumeEntry, User, Verification
from accounts.resumes import disclosing
from accounts.signals import account_closed
from axrc.audit.models import Entry
from axrc.mail.sms import outbox
from axrc.search.query import Query
from jobs.models import BoardEntry, Job
from tests.accounts.conftest import PASSWORD, PHONE
from tests.accounts.leavers import as_link
from tests.accounts.papers import hand_in
from tests.factories import CompanyFactory, JobFactory, RecruiterFactory, ResumeFactory, UserFactory

pytestmark = pytest.mark.django_db

CLOSE = "/my/privacy/close/"


@pytest.fixture
def seeker(person):
    """A person with a public resume, who has logged in with the password."""
    user = person(email="lin@example.com", name="林清溪", last_login=timezone.now())
    ResumeFactory(user=user, visibility="public")
    return user


def enter(user, client=None):
    client = client or Client()
    client.post("/accounts/login/", {"login": user.email or user.phone, "password": PASSWORD})
    assert "_auth_user_id" in client.session
    return client


def leave(user, by=None):
    return closing.close(user, by=by or user, link=as_link)


def link_in(text):
    return re.search(r"https?://[^/\s]+(/my/privacy/take-back/\S+/)", text)[1]


# The page ------------------------------------------------------------------------------------------------------------


def test_the_page_says_what_was_agreed_to_when_and_what_for(client, seeker):
    page = enter(seeker, client).get("/my/privacy/").content.decode()
    assert "隐私政策" in page
    assert "（版本 1）" in page
    assert "用来为您提供求职、招聘服务" in page
    assert seeker.consents.first().at.astimezone().strftime("%Y") in page
    assert "要撤回，就是" in page


def test_the_page_leads_to_what_can_be_withdrawn_and_to_the_devices(client, seeker):
    disclosing.grant(seeker.resume, CompanyFactory())
    page = enter(seeker, client).get("/my/privacy/").content.decode()
    assert "您同意给 1 家企业看完整简历" in page
    for address in ("/my/resume/visibility/", "/my/views/", "/my/blocked/", "/accounts/sessions/", CLOSE):
        assert f'href="{address}"' in page
    assert "1 台设备" in page


@pytest.mark.parametrize("role", ["seeker", "employer"])
def test_home_and_account_lead_to_it(client, role):
    client.force_login(UserFactory(role=role))
    for address in ("/my/", "/accounts/"):
        assert 'href="/my/privacy/"' in client.get(address).content.decode()


def test_who_does_not_agree_to_new_terms_still_exports_and_leaves(client, seeker):
    enter(seeker, client)
    session = client.session
    session["agreed_versions"] = {}
    session.save()
    assert client.get("/my/").url.startswith("/accounts/consent/")
    assert client.get("/my/privacy/").status_code == 200
    assert client.post("/my/privacy/export/").url.startswith("/my/privacy/")
    answer = client.post(CLOSE, {"word": "注销"})
    assert answer.url.startswith("/accounts/reauthenticate/")
    assert client.get(answer.url).status_code == 200


# Closing -------------------------------------------------------------------------------------------------------------


def test_looking_closes_nothing(client, seeker):
    assert "注销账号" in enter(seeker, client).get(CLOSE).content.decode()
    assert not Closing.objects.exists()


@pytest.mark.parametrize("word", ["", "注", "yes"])
def test_closing_needs_the_word(client, seeker, word):
    assert "请检查以下内容" in enter(seeker, client).post(CLOSE, {"word": word}).content.decode()
    assert not Closing.objects.exists()


def test_closing_asks_for_the_password_and_then_it_is_done(client, seeker):
    enter(seeker, client)
    answer = client.post(CLOSE, {"word": "注销"})
    assert answer.url.startswith("/accounts/reauthenticate/")
    assert not Closing.objects.exists()
    assert client.post(answer.url, {"password": "wrong"}).status_code == 200
    assert not Closing.objects.exists()
    answer = client.post(answer.url, {"password": PASSWORD}, follow=True)
    assert "账号已经注销" in answer.content.decode()
    assert Closing.objects.get().user == seeker


def test_nobody_signs_in_to_a_closed_account_and_all_devices_are_out(client, seeker):
    phone, desk = enter(seeker), enter(seeker)
    leave(seeker)
    assert Session.objects.count() == 0
    for device in (phone, desk):
        assert device.get("/my/").url.startswith("/accounts/login/")
    answer = client.post("/accounts/login/", {"login": seeker.email, "password": PASSWORD}, follow=True)
    assert "七天内可以用我们发给您的链接撤回" in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_the_resume_is_hidden_from_companies_at_once(client, seeker):
    recruiter = RecruiterFactory()
    disclosing.grant(seeker.resume, recruiter.company)
    client.force_login(recruiter.user)
    assert client.get(seeker.resume.get_absolute_url()).status_code == 200
    leave(seeker)
    assert client.get(seeker.resume.get_absolute_url()).status_code == 404
    assert ResumeEntry.objects.find(Query(), at=timezone.now()) == []
    assert "0 份简历" in client.get("/talent/").content.decode()


def test_closing_is_withdrawing_what_was_agreed_to(seeker):
    leave(seeker)
    assert not seeker.consents.standing().exists()


def test_closing_is_told_to_other_apps(seeker):
    heard = []

    def hear(user, **kwargs):
        heard.append(user)

    account_closed.connect(hear)
    leave(seeker)
    account_closed.disconnect(hear)
    assert heard == [seeker]


def test_closing_twice_is_refused_kindly(seeker):
    leave(seeker)
    with pytest.raises(closing.Refused, match="已经申请"):
        leave(seeker)
    assert Closing.objects.count() == 1


# Taking back ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def letter(client, seeker, django_capture_on_commit_callbacks):
    """The letter after closing in the browser."""
    enter(seeker, client)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(CLOSE, {"word": "注销"})
        client.post(answer.url, {"password": PASSWORD})
    return mail.outbox[-1]


def test_the_letter_goes_to_the_persons_address_and_takes_it_back(client, seeker, letter):
    assert letter.to == [seeker.email]
    link = link_in(letter.body)
    assert link_in(letter.alternatives[0].content.replace('"', " ")) == link
    for _ in range(2):  # what a mail scanner does
        assert "恢复账号" in client.get(link).content.decode()
    assert not User.objects.get(pk=seeker.pk).is_active
    assert "注销已经撤回" in client.post(link, follow=True).content.decode()
    assert not Closing.objects.exists()
    again = enter(seeker)
    assert again.get("/my/").url.startswith("/accounts/consent/")
    assert Resume.objects.get(user=seeker).name == "林清溪"
    assert ResumeEntry.objects.find(Query(), at=timezone.now()) == [seeker.resume.pk]


def test_the_link_works_once_and_not_for_a_later_closing(client, seeker, letter):
    link = link_in(letter.body)
    client.post(link)
    assert "不能用了" in client.get(link).content.decode()
    leave(User.objects.get(pk=seeker.pk))
    assert client.post(link).status_code == 404
    assert Closing.objects.exists()


def test_after_a_week_the_link_works_no_more_even_before_the_timetable_ran(client, seeker, letter):
    link = link_in(letter.body)
    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1)):
        assert "不能用了" in client.get(link).content.decode()
        assert client.post(link).status_code == 404


def test_a_made_up_link_opens_nothing(client, seeker, letter):
    forged = link_in(letter.body)[:-3] + "xy/"
    assert "不能用了" in client.get(forged).content.decode()
    assert client.post(forged).status_code == 404


def test_what_is_erased_is_not_taken_back(seeker):
    left = leave(seeker)
    closing.erase_due(timezone.now() + timedelta(days=7))
    with pytest.raises(closing.Refused):
        closing.take_back(left)
    assert not User.objects.get(pk=seeker.pk).is_active


def test_who_has_a_number_only_gets_the_link_by_text_message(person, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        leave(person(phone=PHONE))
    assert "/my/privacy/take-back/" in outbox[-1].text


# Companies -----------------------------------------------------------------------------------------------------------


def test_an_owner_with_colleagues_hands_over_first(client, person):
    user = person(email="owner@example.com", role="employer")
    company = RecruiterFactory(user=user).company
    RecruiterFactory(company=company, is_owner=False)
    page = enter(user, client).get(CLOSE).content.decode()
    assert "请先把负责人交给其中一位" in page
    assert 'href="/my/team/"' in page
    assert 'name="word"' not in page
    assert client.post(CLOSE, {"word": "注销"}).status_code == 200
    with pytest.raises(closing.Refused):
        leave(user)


@pytest.fixture
def alone():
    """The owner of a company with a live job, without colleagues."""
    recruiter = RecruiterFactory()
    JobFactory(company=recruiter.company)
    return recruiter


def on_board():
    return BoardEntry.objects.find(Query(), at=timezone.now())


def test_a_company_goes_with_its_only_person_from_board_and_page_at_once(client, alone):
    job = Job.objects.get()
    assert on_board() == [job.pk]
    left = leave(alone.user)
    assert on_board() == []
    assert not Job.objects.live().exists()
    assert alone.company not in Company.objects.verified()
    assert client.get(alone.company.get_absolute_url()).status_code == 404
    assert client.get(job.get_absolute_url()).status_code in (404, 410)
    closing.take_back(left)
    assert on_board() == [job.pk]
    assert alone.company in Company.objects.verified()


def test_the_page_says_that_the_company_goes_too(client, person):
    user = person(email="owner@example.com", role="employer")
    company = RecruiterFactory(user=user).company
    assert f"“{company}”随账号关闭" in enter(user, client).get(CLOSE).content.decode()


def test_papers_and_invitations_of_a_closed_company_are_taken_back(alone):
    hand_in(alone)
    invitation = alone.company.invitations.create(invited_by=alone.user, contact="x@example.com")
    leave(alone.user)
    assert Verification.objects.get().status == "withdrawn"
    invitation.refresh_from_db()
    assert invitation.withdrawn_at


def test_a_recruiter_leaves_and_the_company_goes_on(alone):
    colleague = RecruiterFactory(company=alone.company, is_owner=False)
    leave(colleague.user)
    assert alone.company in Company.objects.verified()


def test_a_company_is_opened_again_when_somebody_else_is_verified_for_it(alone):
    Company.objects.filter(pk=alone.company.pk).update(credit_code="91350524MAT0000013")
    leave(alone.user)
    newcomer = RecruiterFactory(company=CompanyFactory(verified_at=None, verified_until=None))
    submitted = hand_in(newcomer, credit_code="91350524MAT0000013")
    reviewer = UserFactory(is_staff=True)
    verification.accept(submitted, by=reviewer, joins=verification.holder(submitted), makes_owner=True)
    assert alone.company in Company.objects.verified()
    closing.erase_due(timezone.now() + timedelta(days=7))
    assert alone.company in Company.objects.verified()
    assert [one.user for one in alone.company.recruiters.all()] == [newcomer.user]


# Staff ---------------------------------------------------------------------------------------------------------------


@pytest.fixture
def clerk(client, person):
    user = person(email="clerk@example.com", is_staff=True, role="staff")
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_user", "change_user"]))
    client.force_login(user)
    return user


def close_in_admin(client, *users):
    data = {"action": "close_accounts", "_selected_action": [user.pk for user in users]}
    return client.post("/admin/accounts/user/", data, follow=True).content.decode()


def test_staff_close_an_account_on_request_and_that_is_written_down(
    client, clerk, seeker, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        assert "已注销" in close_in_admin(client, seeker)
    assert not User.objects.get(pk=seeker.pk).is_active
    entry = Entry.objects.get(action="account.closed")
    assert (entry.actor, entry.target_id) == (clerk, str(seeker.pk))
    assert "/my/privacy/take-back/" in mail.outbox[-1].body


def test_nobody_closes_an_account_with_more_rights_nor_their_own(client, clerk, person):
    boss = person(email="boss@example.com", is_superuser=True, is_staff=True)
    assert "您的权限不足" in close_in_admin(client, boss)
    assert "由有相应权限的同事" in close_in_admin(client, clerk)
    assert not Closing.objects.exists()


def test_staff_read_that_a_colleague_closes_their_account(client, clerk):
    assert "由有相应权限的同事在管理后台注销" in client.get("/my/privacy/").content.decode()
    assert 'name="word"' not in client.get(CLOSE).content.decode()
    with pytest.raises(closing.Refused):
        leave(clerk)


def test_a_colleague_closes_the_account_of_staff(clerk, person):
    boss = person(email="boss@example.com", is_superuser=True, is_staff=True)
    leave(clerk, by=boss)
    closing.erase_due(timezone.now() + timedelta(days=7))
    erased = User.objects.get(pk=clerk.pk)
    assert (erased.is_staff, erased.user_permissions.count(), str(erased)) == (False, 0, "已注销用户")


def test_letting_somebody_in_again_in_the_admin_keeps_the_account(client, clerk, seeker):
    leave(seeker)
    data = {"email": seeker.email, "phone": "", "name": seeker.name, "role": seeker.role, "is_active": "on"}
    data |= {"consents-TOTAL_FORMS": 0, "consents-INITIAL_FORMS": 0}
    assert client.post(f"/admin/accounts/user/{seeker.pk}/change/", data).status_code == 302
    assert not Closing.objects.exists()
    assert closing.erase_due(timezone.now() + timedelta(days=7)) == 0


def test_what_is_left_of_an_account_is_filled_in_by_nobody(client, clerk, seeker):
    leave(seeker)
    closing.erase_due(timezone.now() + timedelta(days=7))
    data = {"email": "x@example.com", "consents-TOTAL_FORMS": 0, "consents-INITIAL_FORMS": 0}
    assert client.post(f"/admin/accounts/user/{seeker.pk}/change/", data).status_code == 403


def test_who_was_shut_out_is_erased_on_request_and_not_let_in_by_taking_it_back(seeker, clerk):
    User.objects.filter(pk=seeker.pk).update(is_active=False)
    closing.take_back(leave(seeker, by=clerk))
    assert not User.objects.get(pk=seeker.pk).is_active
