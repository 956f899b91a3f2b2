"""Every place where people send a picture: bad files are refused with a word that helps, good ones are written anew."""

from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image

from accounts.models import Company, CompanyPhoto, Resume, Verification
from axrc.web import uploads
from tests.accounts.papers import code
from tests.factories import CompanyFactory, RecruiterFactory, ResumeFactory
from tests.web.files import GIF_AND_SCRIPT, PDF, SCRIPT, SVG, bomb, photo, photo_with_a_place, upload

pytestmark = pytest.mark.django_db

BAD = {
    "html called jpg": ("照片.jpg", SCRIPT, uploads.NOT_A_PICTURE),
    "svg called png": ("照片.png", SVG, uploads.NOT_A_PICTURE),
    "svg": ("照片.svg", SVG, uploads.NOT_A_PICTURE),
    "document": ("照片.jpg", PDF, uploads.NOT_A_PICTURE),
    "picture and script": ("照片.gif", GIF_AND_SCRIPT, uploads.NOT_A_PICTURE),
    "bomb": ("照片.png", bomb(), uploads.TOO_MANY_PIXELS),
    "half a picture": ("照片.jpg", photo()[:2000], uploads.BROKEN),
    "empty": ("照片.jpg", b"", uploads.EMPTY),
    "20 MB": ("照片.jpg", photo() + bytes(20 * 1024 * 1024), uploads.TOO_BIG),
}
PAPERS = {"name": "安溪县云溪茶叶有限公司", "credit_code": code(), "role": "hr"}


class Place:
    """Where a picture is sent: the page, the field and what goes with it; `stored` gives the files that were kept."""

    def __init__(self, address, field, stored, is_private=True, others=()):
        self.address, self.field, self.stored, self.is_private, self.others = address, field, stored, is_private, others

    def send(self, client, name, content):
        data = dict(self.others) | {self.field: upload(name, content)}
        if self.field in ("licence", "letter"):
            data = {"licence": upload("a.jpg", photo()), "letter": upload("b.jpg", photo())} | data
        elif self.field == "logo":
            data |= {name: value for name, value in profile(client).items() if name != "logo"}
        return client.post(self.address, data)


def profile(client):
    form = client.get("/my/company/").context["form"]
    return {field.name: field.value() for field in form if field.value() not in (None, "", False)}


PLACES = {
    "resume": Place("/my/resume/photo/", "photo", lambda: [row.photo for row in Resume.objects.exclude(photo="")]),
    "logo": Place("/my/company/", "logo", lambda: [row.logo for row in Company.objects.exclude(logo="")], False),
    "photo": Place(
        "/my/company/photos/",
        "picture",
        lambda: [row.file for row in CompanyPhoto.objects.all()],
        False,
        {"alternative_text": "车间"},
    ),
    "licence": Place(
        "/my/company/verification/", "licence", lambda: [row.licence for row in Verification.objects.all()], True, PAPERS
    ),
    "letter": Place(
        "/my/company/verification/", "letter", lambda: [row.letter for row in Verification.objects.all()], True, PAPERS
    ),
}


@pytest.fixture
def sender(client):
    """Signed in as who may send the picture: sender(place)."""

    def enter(place):
        if place == "resume":
            client.force_login(ResumeFactory(user__role="seeker").user)
        else:
            company = CompanyFactory() if place == "logo" else CompanyFactory(verified_at=None, verified_until=None)
            client.force_login(RecruiterFactory(company=company).user)
        return client

    return enter


@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize("place", PLACES)
def test_what_is_no_good_picture_is_refused_beside_its_field(sender, place, kind):
    name, content, message = BAD[kind]
    response = PLACES[place].send(sender(place), name, content)
    assert response.status_code == 200
    assert response.context["form"].errors == {PLACES[place].field: [message]}
    assert PLACES[place].stored() == []


@pytest.mark.parametrize("place", PLACES)
def test_a_good_picture_is_kept_without_where_it_was_taken_and_lies_where_it_belongs(sender, place):
    client = sender(place)
    assert PLACES[place].send(client, "IMG.jpg", photo_with_a_place() + SCRIPT).status_code == 302
    (file,) = PLACES[place].stored()
    content = file.open("rb").read()
    assert not Image.open(BytesIO(content)).getexif()
    assert b"script" not in content
    assert "IMG" not in file.name
    if PLACES[place].is_private:
        assert Path(file.path).is_relative_to(settings.PRIVATE_ROOT)
        assert not Path(file.path).is_relative_to(settings.MEDIA_ROOT)
        assert client.get(f"/media/{file.name}").status_code == 404
    else:
        assert Path(file.path).is_relative_to(settings.MEDIA_ROOT)
