"""Private files: where they lie, what they are called, and how they are given away."""

import re
import stat

import pytest
from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from django.db import models
from django.http import Http404
from django.test.utils import isolate_apps

from axrc.web.documents import OF_PEOPLE, checked
from axrc.web.private_files import MadeByUs, PrivateFileField, serve
from axrc.web.uploads import reencoded
from tests.web.files import PDF, SCRIPT, photo, upload


@pytest.fixture
def Paper():
    with isolate_apps("axrc.web"):

        class Paper(models.Model):  # noqa: DJ008  never shown
            file = PrivateFileField("文件", upload_to="papers/%Y/", blank=True)

            class Meta:
                app_label = "web"

        yield Paper


def kept(Paper, content):
    """The file as the row has it after it was saved."""
    paper = Paper(file=content)
    return Paper._meta.get_field("file").pre_save(paper, add=True)


def document():
    return checked(upload("张三的简历.pdf", PDF), kinds=OF_PEOPLE)


def test_a_private_file_lies_outside_of_what_is_public(Paper):
    file = kept(Paper, document())
    assert file.path.startswith(f"{settings.PRIVATE_ROOT}/papers/")
    assert not file.path.startswith(str(settings.MEDIA_ROOT))
    with pytest.raises(ValueError, match="no address"):
        _ = file.url


def test_its_name_tells_nothing_and_can_not_be_guessed(Paper):
    names = {kept(Paper, document()).name for _ in range(3)}
    assert len(names) == 3
    assert all(re.fullmatch(r"papers/\d{4}/[0-9a-f]{32}\.pdf", name) for name in names)


def test_only_the_site_itself_may_read_it_on_the_disk(Paper, tmp_path):
    file = kept(Paper, document())
    assert stat.S_IMODE((tmp_path / "private" / file.name).stat().st_mode) == 0o600


def test_a_file_that_nobody_looked_at_is_not_stored(Paper):
    for content in (upload("简历.pdf", PDF), ContentFile(SCRIPT, "x.pdf")):
        with pytest.raises(SuspiciousFileOperation):
            kept(Paper, content)
    assert not settings.PRIVATE_ROOT.exists()


@pytest.mark.parametrize(
    ("content", "ending"),
    [(lambda: reencoded(upload("执照.jpg", photo())), "jpg"), (lambda: MadeByUs(b"PK", "export.zip"), "zip")],
)
def test_pictures_and_what_the_site_made_are_stored(Paper, content, ending):
    assert kept(Paper, content()).name.endswith(f".{ending}")


def test_the_field_is_told_in_migrations_by_what_was_said(Paper):
    _, path, _, options = Paper._meta.get_field("file").deconstruct()
    assert path == "axrc.web.private_files.PrivateFileField"
    assert options == {"verbose_name": "文件", "upload_to": "papers/%Y/", "blank": True}


def test_a_file_is_given_away_to_be_kept_and_by_nobody_else(Paper):
    response = serve(kept(Paper, document()), "张三的简历.pdf")
    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''%E5%BC%A0")
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]


def test_a_name_can_not_add_a_header_or_a_folder(Paper):
    response = serve(kept(Paper, document()), "../a\r\nSet-Cookie: x=1.pdf")
    assert response["Content-Disposition"] == 'attachment; filename="a Set-Cookie: x=1.pdf"'


@pytest.mark.parametrize(
    ("name", "shown"),
    [(None, "file.pdf"), ("", "file.pdf"), ("CV.PDF", "CV.pdf"), ("CV", "CV.pdf"), ("a.html", "a.html.pdf")],
)
def test_a_file_is_kept_under_a_name_that_says_what_it_is(Paper, name, shown):
    assert serve(kept(Paper, document()), name)["Content-Disposition"] == f'attachment; filename="{shown}"'


def test_no_file_and_a_lost_file_are_not_found(Paper):
    with pytest.raises(Http404):
        serve(Paper().file)
    file = kept(Paper, document())
    file.storage.delete(file.name)
    with pytest.raises(Http404):
        serve(file)


@pytest.mark.django_db
def test_the_public_address_does_not_give_it_away(Paper, client):
    file = kept(Paper, document())
    for address in (f"/media/{file.name}", f"/media/../private/{file.name}", f"/private/{file.name}"):
        assert client.get(address).status_code == 404
