"""Photos of a company: written anew, described, in order, at most eight."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from accounts import photos
from accounts.models import CompanyPhoto, User
from axrc.web import stored_pictures
from tests.factories import CompanyFactory

pytestmark = pytest.mark.django_db
PLACE = 0x8825  # GPS


def with_a_place(colour="red"):
    """A photo as a telephone takes it, that says where."""
    exif = Image.Exif()
    exif.get_ifd(PLACE)[1] = "N"
    exif[0x010F] = "Telephone"
    buffer = io.BytesIO()
    Image.new("RGB", (900, 600), colour).save(buffer, "JPEG", exif=exif)
    return SimpleUploadedFile("IMG_2020.jpg", buffer.getvalue(), content_type="image/jpeg")


@pytest.fixture
def desk(client):
    client.force_login(User.objects.create_superuser(email="staff@example.com", password="x"))
    return client


def send(desk, company, rows):
    """Save the company's form of the admin with these rows of photos."""
    form = desk.get(f"/admin/accounts/company/{company.pk}/change/").context["adminform"].form
    data = {}
    for field in form:
        value = field.value()
        if value not in (None, "") and field.name != "logo":
            data[field.html_name] = value
    for name in ("verified_at", "verified_until"):
        moment = getattr(company, name)
        data |= {f"{name}_0": moment.strftime("%Y-%m-%d"), f"{name}_1": moment.strftime("%H:%M:%S")}
    existing = sum(1 for row in rows if row.get("id"))
    data |= {"photos-TOTAL_FORMS": len(rows), "photos-INITIAL_FORMS": existing}
    data |= {"recruiters-TOTAL_FORMS": 0, "recruiters-INITIAL_FORMS": 0}
    data |= {"addresses-TOTAL_FORMS": 0, "addresses-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        data |= {f"photos-{number}-{name}": value for name, value in ({"company": company.pk} | row).items()}
    return desk.post(f"/admin/accounts/company/{company.pk}/change/", data)


def row(**fields):
    return {"picture": with_a_place(), "alternative_text": "厂房正门", "order": 1} | fields


def test_nothing_of_where_a_photo_was_taken_is_kept(client):
    company = CompanyFactory()
    photo = photos.add(company, with_a_place(), alternative_text="厂房正门")
    for name in stored_pictures.files(photo):
        with default_storage.open(name) as file, Image.open(file) as image:
            assert not image.getexif(), name
            assert "IMG_2020" not in name


def test_visitors_see_photos_in_order_with_their_words_and_without_scripts(client):
    company = CompanyFactory()
    photos.add(company, with_a_place("blue"), alternative_text="做青车间", order=2)
    first = photos.add(company, with_a_place("green"), alternative_text="厂房正门", order=1)
    html = client.get(company.get_absolute_url()).content.decode()
    gallery = html.split('class="gallery"')[1].split("</ul>")[0]
    assert gallery.index('alt="厂房正门"') < gallery.index('alt="做青车间"')
    assert f'<a href="{first.file.url}">' in gallery
    assert 'type="image/webp"' in gallery
    assert f'<meta property="og:image" content="http://testserver{first.file.url}">' in html


def test_a_ninth_photo_is_refused():
    company = CompanyFactory()
    for number in range(8):
        photos.add(company, with_a_place(), alternative_text=f"照片{number}")
    with pytest.raises(ValidationError, match="最多放 8 张"):
        photos.add(company, with_a_place(), alternative_text="第九张")


def test_what_is_no_picture_is_refused():
    with pytest.raises(ValidationError):
        photos.add(CompanyFactory(), SimpleUploadedFile("a.jpg", b"<svg/>"), alternative_text="假的")


def test_staff_add_a_photo_and_it_is_on_the_page(desk, client):
    company = CompanyFactory()
    assert send(desk, company, [row()]).status_code == 302
    assert "厂房正门" in client.get(company.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    "fields",
    [{"alternative_text": ""}, {"picture": ""}, {"picture": SimpleUploadedFile("a.jpg", b"no picture")}],
    ids=["no words", "no file", "no picture"],
)
def test_staff_are_told_what_a_photo_lacks(desk, fields):
    company = CompanyFactory()
    assert send(desk, company, [row(**fields)]).status_code == 200
    assert not company.photos.exists()


def test_staff_can_not_add_a_ninth(desk):
    company = CompanyFactory()
    assert send(desk, company, [row() for _ in range(9)]).status_code == 200
    assert not company.photos.exists()


def test_a_photo_that_staff_replace_or_delete_leaves_no_file(desk, django_capture_on_commit_callbacks):
    company = CompanyFactory()
    photo = photos.add(company, with_a_place(), alternative_text="厂房正门")
    first = stored_pictures.files(photo)
    with django_capture_on_commit_callbacks(execute=True):
        send(desk, company, [row(id=photo.pk, picture=with_a_place("blue"))])
    photo = CompanyPhoto.objects.get()
    second = stored_pictures.files(photo)
    assert not any(map(default_storage.exists, first))
    assert all(map(default_storage.exists, second))
    with django_capture_on_commit_callbacks(execute=True):
        send(desk, company, [{"id": photo.pk, "alternative_text": "厂房正门", "order": 1, "DELETE": "on"}])
    assert not company.photos.exists()
    assert not any(map(default_storage.exists, second))


def test_a_logo_is_written_anew_as_well(desk):
    company = CompanyFactory()
    address = f"/admin/accounts/company/{company.pk}/change/"
    field = desk.get(address).context["adminform"].form.fields["logo"]
    logo = field.clean(with_a_place(), None)
    with Image.open(logo) as image:
        assert not image.getexif()
        assert max(image.size) <= 400
