"""Who opened a resume is written down, and shown to its person."""

import pytest
from django.contrib.auth.models import Group

from accounts.models import Resume, ResumeView, User
from accounts.resumes import disclosing
from axrc.audit.models import Entry
from tests.factories import CompanyFactory, RecruiterFactory, ResumeFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def resume():
    return ResumeFactory(visibility="public")


@pytest.fixture
def reviewer():
    user = UserFactory(is_staff=True, role=User.Role.STAFF, name="审核员小陈")
    user.groups.add(Group.objects.get(name="审核"))
    return user


def test_every_opening_by_a_recruiter_is_shown_to_the_person(client, resume):
    recruiter = RecruiterFactory()
    client.force_login(recruiter.user)
    client.get("/talent/")
    client.get(resume.get_absolute_url())
    client.get(resume.get_absolute_url())
    client.get(f"{resume.get_absolute_url()}print/")
    client.force_login(resume.user)
    page = client.get("/my/views/").content.decode()
    assert "共 3 次查看" in page
    assert page.count(recruiter.company.name) == 3
    assert "打开了打印版" in page
    assert [view.recruiter for view in ResumeView.objects.all()] == [recruiter.user] * 3


def test_what_could_not_be_opened_leaves_no_trace(client, resume):
    client.force_login(RecruiterFactory().user)
    assert client.get(f"{resume.get_absolute_url()}attachment/").status_code == 404
    client.force_login(RecruiterFactory(company=CompanyFactory(verified_at=None, verified_until=None)).user)
    assert client.get(resume.get_absolute_url()).status_code == 404
    assert not ResumeView.objects.exists()


def test_ones_own_looks_are_not_counted(client, resume):
    client.force_login(resume.user)
    client.get(resume.get_absolute_url())
    client.get(f"{resume.get_absolute_url()}?as=company")
    assert not ResumeView.objects.exists()
    assert not Entry.objects.exists()


def test_the_person_sees_what_a_company_sees(client, resume):
    client.force_login(resume.user)
    page = client.get(f"{resume.get_absolute_url()}?as=company").content.decode()
    assert "林**" in page
    assert resume.phone not in page


def test_staff_who_open_a_resume_are_written_down(client, resume, reviewer):
    client.force_login(reviewer)
    assert client.get(resume.get_absolute_url()).status_code == 200
    entry = Entry.objects.get()
    assert (entry.actor, entry.action, entry.target_id) == (reviewer, "resume.opened", str(resume.pk))
    assert not ResumeView.objects.exists()


def test_a_resume_in_the_admin_is_found_by_name_and_number_but_opening_it_is_written_down(client, resume):
    client.force_login(UserFactory(is_staff=True, is_superuser=True, role=User.Role.STAFF))
    for words in ("清溪", resume.phone, resume.user.email):
        page = client.get("/admin/accounts/resume/", {"q": words}).content.decode()
        assert f"/admin/accounts/resume/{resume.pk}/change/" in page
        assert resume.phone not in page.split("<tbody")[1].split("</tbody")[0].replace(f"q%3D{words}", "")
    assert not Entry.objects.exists()
    assert resume.phone in client.get(f"/admin/accounts/resume/{resume.pk}/change/").content.decode()
    assert Entry.objects.filter(action="resume.opened").count() == 1


def test_nobody_writes_a_resume_in_the_admin(client, resume):
    client.force_login(UserFactory(is_staff=True, is_superuser=True, role=User.Role.STAFF))
    assert client.get("/admin/accounts/resume/add/").status_code == 403
    assert client.post(f"/admin/accounts/resume/{resume.pk}/change/", {"name": "别人"}).status_code == 403
    assert Resume.objects.get().name == "林清溪"


def test_an_editor_finds_no_resumes_in_the_admin(client, resume):
    editor = UserFactory(is_staff=True, role=User.Role.STAFF)
    editor.groups.add(Group.objects.get(name="编辑"))
    client.force_login(editor)
    assert client.get(f"/admin/accounts/resume/{resume.pk}/change/").status_code == 403
    assert not Entry.objects.exists()


def test_a_company_is_found_blocked_and_let_in_again(client, resume):
    company, other = CompanyFactory(name="安溪县云岫茶业有限公司"), CompanyFactory(name="安溪县槐溪茶社")
    CompanyFactory(name="安溪县云岫新厂", verified_at=None, verified_until=None)
    client.force_login(resume.user)
    page = client.get("/my/blocked/", {"q": "云岫"}).content.decode()
    assert company.name in page
    assert other.name not in page
    assert "云岫新厂" not in page
    client.post("/my/blocked/", {"company": company.pk})
    assert "已屏蔽（1）" in client.get("/my/blocked/").content.decode()
    client.post(f"/my/blocked/{company.pk}/remove/")
    assert not resume.blocks.exists()


@pytest.mark.parametrize("company", ["", "0", "999999", "abc", "9" * 30, "²"])
def test_what_is_no_company_can_not_be_blocked(client, resume, company):
    client.force_login(resume.user)
    assert client.post("/my/blocked/", {"company": company}).status_code == 404


def test_a_consent_is_listed_and_can_be_taken_back(client, resume):
    company = CompanyFactory()
    disclosing.grant(resume, company)
    client.force_login(resume.user)
    assert company.name in client.get("/my/resume/visibility/").content.decode()
    assert client.post(f"/my/resume/visibility/{company.pk}/withdraw/").status_code == 302
    assert company.name not in client.get("/my/resume/visibility/").content.decode().split("disclosures")[1]
    assert client.post(f"/my/resume/visibility/{company.pk}/withdraw/").status_code == 404


@pytest.mark.parametrize("address", ["/my/blocked/1/remove/", "/my/resume/visibility/1/withdraw/"])
def test_nothing_is_changed_by_a_link(client, resume, address):
    client.force_login(resume.user)
    assert client.get(address).status_code == 405
