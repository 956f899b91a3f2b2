"""Who may see a resume: one table over viewer, visibility and surface, and the rules beside it."""

import io
import json

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from accounts.models import Disclosure, Resume, ResumeEntry, User
from accounts.resumes import disclosing, editing, paper
from accounts.visibility import KEPT_OPEN
from axrc.search.query import Query
from axrc.web import documents, uploads
from tests.factories import CompanyFactory, RecruiterFactory, ResumeFactory, UserFactory, ago
from tests.web.files import PDF, photo

pytestmark = pytest.mark.django_db

VIEWERS = [
    *("anonymous", "self", "other seeker", "unverified", "verified", "blocked", "applied to", "applied to, unverified"),
    *("applied to, withdrawn", "applied to, then blocked", "reviewer", "editor", "superuser", "shut out"),
]
VISIBILITIES = ["public", "applied", "hidden", "public, long gone"]
SURFACES = ["list", "search", "page", "print", "pdf", "photo", "attachment", "export"]

# What each viewer gets to see of a resume: nothing, the masked page, or the whole with name, number and files.
SEES = {
    "self": dict.fromkeys(VISIBILITIES, "whole"),
    "verified": {"public": "masked"},
    "applied to": {"public": "whole", "applied": "whole"},
    "applied to, withdrawn": {"public": "masked"},
    "reviewer": dict.fromkeys(VISIBILITIES, "whole"),
    "superuser": dict.fromkeys(VISIBILITIES, "whole"),
}
MAY_SEARCH = {"verified", "applied to", "applied to, withdrawn", "reviewer", "superuser"}
OF_MASKED = {"page", "print", "pdf"}


@pytest.fixture
def resume():
    resume = ResumeFactory()
    editing.save_photo(resume.user, uploads.reencoded(SimpleUploadedFile("me.jpg", photo())))
    editing.save_attachment(resume.user, documents.checked(SimpleUploadedFile("简历.pdf", PDF)))
    return Resume.objects.get(pk=resume.pk)


def viewer_of(kind, resume):
    """The user who looks, or None."""
    if kind == "anonymous":
        return None
    elif kind == "self":
        return resume.user
    elif kind == "other seeker":
        return ResumeFactory(visibility="public", name="苏别人", phone="19900000002", skills="焊接").user
    elif kind in ("reviewer", "editor"):
        staff = UserFactory(is_staff=True, role=User.Role.STAFF)
        staff.groups.add(Group.objects.get(name={"reviewer": "审核", "editor": "编辑"}[kind]))
        return staff
    elif kind == "superuser":
        return UserFactory(is_staff=True, is_superuser=True, role=User.Role.STAFF)
    return recruiter(kind, resume)


def recruiter(kind, resume):
    unverified = {} if "unverified" not in kind else {"verified_at": None, "verified_until": None}
    recruiter = RecruiterFactory(company=CompanyFactory(**unverified))
    if "applied to" in kind:
        disclosing.grant(resume, recruiter.company)
    if "withdrawn" in kind:
        disclosing.withdraw(resume, recruiter.company)
    if "blocked" in kind:
        disclosing.block(resume, recruiter.company)
    if kind == "shut out":
        recruiter.user.is_active = False
        recruiter.user.save()
    return recruiter.user


def make(resume, visibility):
    resume.visibility = visibility.split(",")[0]
    resume.save()
    if "long gone" in visibility:
        User.objects.filter(pk=resume.user_id).update(last_login=ago(days=KEPT_OPEN + 1))
        ResumeEntry.objects.revise(Resume.objects.get(pk=resume.pk))


def seen(client, surface, resume):
    """What the surface gives away: "" or "masked" or "whole"."""
    address = f"/talent/{resume.pk}/"
    if surface in ("list", "search"):
        html = client.get("/talent/", {"q": "品控主管"} if surface == "search" else {}).content.decode()
        assert resume.name not in html
        return "masked" if f'href="{address}"' in html else ""
    elif surface == "export":
        response = client.get("/my/resume/export/")
        return "whole" if response.status_code == 200 and resume.phone in response.content.decode() else ""
    response = client.get(address if surface == "page" else f"{address}{surface}/")
    if response.status_code != 200:
        assert response.status_code in ((404, 302) if surface in ("page", "print") else (404,))
        return ""
    elif surface in ("page", "print"):
        html = response.content.decode()
        assert (resume.name in html) == (resume.phone in html) == (f"{address}photo/" in html)
        return "whole" if resume.name in html else "masked"
    else:
        return "whole" if b"".join(response) else ""


@pytest.mark.parametrize("visibility", VISIBILITIES)
@pytest.mark.parametrize("kind", VIEWERS)
def test_everybody_sees_what_the_one_rule_gives_on_every_surface(client, resume, monkeypatch, kind, visibility):
    user = viewer_of(kind, resume)
    make(resume, visibility)
    if user:
        client.force_login(user)
    # What is in the PDF is told by its own test; here it is its door that counts.
    monkeypatch.setattr(paper, "is_available", lambda: True)
    monkeypatch.setattr(paper, "pdf", lambda sight: b"%PDF")
    allowed = SEES.get(kind, {}).get(visibility, "")
    expected = {}
    for surface in SURFACES:
        if surface in ("list", "search"):
            expected[surface] = "masked" if kind in MAY_SEARCH and visibility == "public" else ""
        elif surface == "export":
            expected[surface] = "whole" if kind == "self" else ""
        elif surface == "pdf":
            expected[surface] = "whole" if allowed else ""
        else:
            expected[surface] = allowed if allowed == "whole" or surface in OF_MASKED else ""
    assert {surface: seen(client, surface, resume) for surface in SURFACES} == expected


@pytest.mark.parametrize("kind", VIEWERS)
def test_the_rule_itself_denies_whom_it_does_not_name(resume, kind):
    user = viewer_of(kind, resume)
    for visibility in VISIBILITIES:
        make(resume, visibility)
        assert Resume.objects.visible_to(user).filter(pk=resume.pk).exists() == bool(SEES.get(kind, {}).get(visibility)), (
            visibility
        )


def test_a_new_resume_is_for_those_one_has_applied_to():
    assert Resume(user=UserFactory()).visibility == Resume.Visibility.APPLIED


def test_a_blocked_company_neither_finds_nor_counts_the_person(client, resume):
    make(resume, "public")
    for number in range(3):
        ResumeFactory(visibility="public", name="苏别人", phone=f"1990000001{number}")
    recruiter = RecruiterFactory()
    client.force_login(recruiter.user)
    assert "4 份简历" in client.get("/talent/").content.decode()
    disclosing.block(resume, recruiter.company)
    page = client.get("/talent/").content.decode()
    assert "3 份简历" in page
    assert f'href="/talent/{resume.pk}/"' not in page
    counted = {facet.name: facet for facet in client.get("/talent/").context["facets"]}["education"]
    assert [option.count for options in counted.groups.values() for option in options] == [3]
    disclosing.unblock(resume, recruiter.company)
    assert "4 份简历" in client.get("/talent/").content.decode()


def test_what_is_excluded_is_so_in_memory_in_the_database_and_in_plain_python(resume):
    make(resume, "public")
    company = CompanyFactory()
    other = ResumeFactory(visibility="public")
    disclosing.block(resume, company)
    query = Query.of("品控").excluding([f"blocks:{company.pk}"])
    assert ResumeEntry.objects.find(query, at=timezone.now()) == [other.pk]
    assert [entry.resume_id for entry in ResumeEntry.objects.filter(tokens__matches=query)] == [other.pk]
    assert [entry.resume_id for entry in ResumeEntry.objects.all() if entry.matches(query)] == [other.pk]


@pytest.mark.parametrize("words", ["林清溪", "清溪", "19900000001", "person"])
def test_nobody_is_found_by_name_or_number(client, resume, words):
    make(resume, "public")
    client.force_login(RecruiterFactory().user)
    assert "0 份简历" in client.get("/talent/", {"q": words}).content.decode()


def test_who_lets_the_number_be_seen_still_keeps_the_name(client, resume):
    resume.visibility, resume.shows_contact, resume.salutation = "public", True, "ms"
    resume.save()
    client.force_login(RecruiterFactory().user)
    page = client.get(resume.get_absolute_url()).content.decode()
    assert resume.phone in page
    assert "林女士" in page
    assert "林清溪" not in page


def test_a_number_that_was_to_be_seen_in_public_is_not_when_the_resume_is_no_longer_public(client, resume):
    resume.visibility, resume.shows_contact = "applied", True
    resume.save()
    recruiter = RecruiterFactory()
    client.force_login(recruiter.user)
    assert client.get(resume.get_absolute_url()).status_code == 404


def test_applying_to_a_blocked_company_is_the_latest_word(resume):
    recruiter = RecruiterFactory()
    disclosing.block(resume, recruiter.company)
    disclosing.grant(resume, recruiter.company)
    disclosing.grant(resume, recruiter.company)
    assert Resume.objects.visible_to(recruiter.user).get() == resume
    assert Disclosure.objects.filter(withdrawn_at=None).count() == 1


def test_a_visitor_is_told_what_talent_search_is_and_how_to_come_in(client, resume):
    make(resume, "public")
    page = client.get("/talent/").content.decode()
    assert "企业登录" in page
    assert "/accounts/signup/?role=employer" in page.replace("&amp;", "&")
    assert "林" not in page.split("<main")[1].split("</main>")[0]


def test_a_visitor_who_opens_a_resume_is_asked_to_log_in_whether_it_exists_or_not(client, resume):
    for pk in (resume.pk, 999999):
        response = client.get(f"/talent/{pk}/")
        assert response.status_code == 302
        assert response["Location"] == f"/accounts/login/?next=/talent/{pk}/"


def test_no_page_of_a_resume_is_kept_by_a_cache_or_a_search_engine(client, resume):
    make(resume, "public")
    client.force_login(RecruiterFactory().user)
    response = client.get(resume.get_absolute_url())
    assert "no-store" in response["Cache-Control"]
    assert 'content="noindex, nofollow"' in response.content.decode()


def test_files_do_not_lie_under_the_public_address(client, resume, settings):
    for file in (resume.photo, resume.attachment):
        assert str(settings.PRIVATE_ROOT) in file.path
        assert client.get(f"{settings.MEDIA_URL}{file.name}").status_code == 404
        with pytest.raises(ValueError):
            file.url  # noqa: B018


def test_the_photo_is_written_anew_and_the_attachment_keeps_its_name(client, resume):
    client.force_login(resume.user)
    client.post("/my/resume/photo/", {"photo": SimpleUploadedFile("me.jpg", photo())})
    answer = client.get(f"/talent/{resume.pk}/photo/")
    assert answer["Content-Type"] == "image/jpeg"
    assert max(Image.open(io.BytesIO(b"".join(answer))).size) <= 600
    answer = client.get(f"/talent/{resume.pk}/attachment/")
    assert "attachment" in answer["Content-Disposition"]
    assert "%E7%AE%80%E5%8E%86.pdf" in answer["Content-Disposition"]


def test_the_export_holds_all_that_was_written(client, resume):
    client.force_login(resume.user)
    data = json.loads(client.get("/my/resume/export/").content)
    assert data["姓名"] == "林清溪"
    assert data["工作经历"][0]["单位"] == "云上乌龙茶厂"
    assert data["求职意向"][0]["期望职位"] == "制茶师"
