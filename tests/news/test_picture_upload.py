"""Pictures from the editor: who may send them, what is refused, and what becomes of the others."""

import io
import re

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from axrc.web import uploads
from tests.news import make

pytestmark = pytest.mark.django_db
ADDRESS = "/news/pictures/upload/"


@pytest.fixture
def desk(client):
    """The browser of an editor."""
    client.force_login(make.editor())
    return client


def send(client, file):
    return client.post(ADDRESS, {"upload": file})


def refusal(response):
    assert response.json()["uploaded"] == 0
    return response.json()["error"]["message"]


def test_an_editor_sends_a_picture(desk):
    answer = send(desk, make.picture(name="合影 1.jpg")).json()
    assert answer["uploaded"] == 1
    assert re.fullmatch(r"[0-9a-f]{32}\.jpg", answer["fileName"])
    assert re.fullmatch(rf"/media/news/\d{{4}}/\d{{2}}/{answer['fileName']}", answer["url"])
    assert default_storage.exists(answer["url"].removeprefix("/media/"))


def test_the_address_is_the_one_that_the_editor_is_told():
    assert reverse("news:picture_upload") == ADDRESS


def test_a_visitor_may_not(client):
    assert send(client, make.picture()).status_code == 403


@pytest.mark.parametrize("person", [make.seeker, make.staff])
def test_who_does_not_write_may_not(client, person):
    client.force_login(person())
    assert send(client, make.picture()).status_code == 403


def test_an_editor_who_left_may_not(client):
    user = make.editor()
    user.is_staff = False
    user.save()
    client.force_login(user)
    assert send(client, make.picture()).status_code == 403


def test_asking_is_not_sending(desk):
    assert desk.get(ADDRESS).status_code == 405


def test_another_site_can_not_send_in_an_editors_name():
    client = Client(enforce_csrf_checks=True)
    client.force_login(make.editor())
    assert send(client, make.picture()).status_code == 403


def test_the_editors_own_page_can():
    client = Client(enforce_csrf_checks=True)
    client.force_login(make.editor())
    page = client.get("/admin/news/article/add/").content.decode()
    token = re.search('name="csrfmiddlewaretoken" value="(.+?)"', page)[1]
    response = client.post(ADDRESS, {"upload": make.picture()}, headers={"X-CSRFToken": token})
    assert response.json()["uploaded"] == 1


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!DOCTYPE html><script>alert(1)</script>"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.svg", SVG, "只能上传"),
        ("a.png", SVG, "只能上传"),
        ("a.png", HTML, "只能上传"),
        ("a.jpg", b"GIF89a<script>alert(1)</script>", "只能上传"),
        ("a.bmp", make.picture_bytes("BMP"), "只能上传"),
        ("a.png", make.picture_bytes("TIFF"), "只能上传"),
        ("a.pdf", b"%PDF-1.7", "只能上传"),
        ("a.jpg", make.picture_bytes("JPEG", (400, 300), quality=95)[:900], "损坏"),
        ("a.png", make.picture_bytes("PNG", (400, 300))[:100], "损坏"),
        ("a.png", make.picture_bytes("PNG")[:10], ""),
        ("a.webp", make.picture_bytes("WEBP", (400, 300))[:60], ""),
        ("a.png", b"", "空"),
    ],
)
def test_what_is_no_picture_is_refused(desk, name, content, words):
    assert words in refusal(send(desk, SimpleUploadedFile(name, content)))


def test_a_bomb_is_refused_before_it_goes_off(desk):
    bomb = make.picture_bytes("PNG", (30_000, 30_000), mode="1")
    assert len(bomb) < 1_000_000
    assert "太大" in refusal(send(desk, SimpleUploadedFile("a.png", bomb)))


def test_a_file_too_large_is_refused(desk, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_BYTES", 100)
    assert "MB" in refusal(send(desk, make.picture()))


def test_no_file_at_all_is_refused(desk):
    assert refusal(desk.post(ADDRESS))


@pytest.mark.parametrize(
    ("kind", "saved"), [("JPEG", "JPEG"), ("PNG", "PNG"), ("WEBP", "WEBP"), ("GIF", "PNG"), ("MPO", "JPEG")]
)
def test_every_kind_is_written_anew(kind, saved):
    picture = uploads.reencoded(make.picture(kind, (3000, 1000), name="a"))
    with Image.open(picture) as image:
        assert (image.format, image.size) == (saved, (1600, 533))


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA"])
def test_every_mode_is_written_anew(mode):
    assert uploads.reencoded(SimpleUploadedFile("a", make.picture_bytes("PNG", mode=mode))).size


def test_a_picture_in_print_colours_is_written_anew():
    assert uploads.reencoded(SimpleUploadedFile("a", make.picture_bytes("JPEG", mode="CMYK"))).size


def test_place_and_camera_are_forgotten_and_the_picture_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010E] = "a secret place"
    picture = uploads.reencoded(make.picture(size=(40, 30), exif=exif, comment=b"a secret word"))
    content = picture.read()
    with Image.open(io.BytesIO(content)) as image:
        assert image.size == (30, 40)
        assert not image.getexif()
    assert b"secret" not in content


def test_what_is_hidden_behind_a_picture_is_cut_off():
    content = make.picture_bytes("PNG") + b"<?php system($_GET['c']);"
    assert b"php" not in uploads.reencoded(SimpleUploadedFile("a.php", content)).read()
