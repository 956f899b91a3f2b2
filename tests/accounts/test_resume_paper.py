"""The resume on paper: the print page, and the PDF where WeasyPrint is installed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.resumes import paper
from tests.factories import RecruiterFactory, ResumeFactory
from tests.web.files import photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def resume():
    return ResumeFactory(visibility="public", about="第一句。<img src='http://example.com/x.png'><script>alert(1)</script>")


def test_the_pdf_is_one_and_is_named_as_the_viewer_knows_the_person(client, resume):
    pytest.importorskip("weasyprint")
    client.force_login(RecruiterFactory().user)
    response = client.get(f"/talent/{resume.pk}/pdf/")
    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF-")
    assert "filename*=utf-8''%E6%9E%97%2A%2A" in response["Content-Disposition"]


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/x.png", "https://example.com/", "file:///etc/passwd"])
def test_nothing_but_pictures_within_the_page_is_fetched(address):
    pytest.importorskip("weasyprint")
    with pytest.raises(ValueError):
        paper.inline_only()(address)


def test_the_photo_is_in_the_pdf_of_those_who_may_see_it(client, resume):
    pytest.importorskip("weasyprint")
    client.force_login(resume.user)
    without = client.get(f"/talent/{resume.pk}/pdf/").content
    client.post("/my/resume/photo/", {"photo": SimpleUploadedFile("me.jpg", photo())})
    assert b"/Subtype /Image" not in without
    assert b"/Subtype /Image" in client.get(f"/talent/{resume.pk}/pdf/").content
    client.force_login(RecruiterFactory().user)
    assert b"/Subtype /Image" not in client.get(f"/talent/{resume.pk}/pdf/").content


def test_without_weasyprint_printing_is_offered_instead(client, resume, monkeypatch):
    monkeypatch.setattr(paper, "engine", lambda: None)
    client.force_login(RecruiterFactory().user)
    page = client.get(resume.get_absolute_url()).content.decode()
    assert "下载 PDF" not in page
    assert f"/talent/{resume.pk}/print/" in page
    assert "另存为 PDF" in client.get(f"/talent/{resume.pk}/print/").content.decode()
    assert client.get(f"/talent/{resume.pk}/pdf/").status_code == 404


def test_nobody_makes_the_machine_print_all_day(client, resume, monkeypatch):
    monkeypatch.setattr(paper, "is_available", lambda: True)
    monkeypatch.setattr(paper, "pdf", lambda sight: b"%PDF")
    monkeypatch.setattr("accounts.resumes.views.talent.MOST_PDFS", 2)
    client.force_login(RecruiterFactory().user)
    answers = [client.get(f"/talent/{resume.pk}/pdf/").status_code for _ in range(3)]
    assert answers == [200, 200, 429]
