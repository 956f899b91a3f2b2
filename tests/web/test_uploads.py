"""What people send: good files are taken, all others are refused with a word that helps."""

import re
from io import BytesIO

import pytest
from django import forms
from django.core.exceptions import ValidationError
from PIL import Image

from axrc.web import documents, uploads
from axrc.web.documents import OF_PEOPLE, DocumentField, checked
from axrc.web.uploads import PictureField, reencoded
from tests.news.documents import archive, docx
from tests.web.files import (
    GIF_AND_SCRIPT,
    PDF,
    SCRIPT,
    SVG,
    bomb,
    old_word,
    photo,
    photo_with_a_place,
    real_gif_and_script,
    upload,
)

MEGABYTE = 1024 * 1024
TWENTY = 20 * MEGABYTE


class Desk(forms.Form):
    """A form as the site has them."""

    picture = PictureField(required=False)
    document = DocumentField(required=False, kinds=OF_PEOPLE, most_bytes=10 * MEGABYTE)


def said(field, name, content):
    """What the form says beside the field."""
    form = Desk(files={field: upload(name, content)})
    assert not form.is_valid()
    assert list(form.errors) == [field]
    return form.errors[field][0]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("照片.jpg", SCRIPT, uploads.NOT_A_PICTURE),
        ("照片.jpg", SVG, uploads.NOT_A_PICTURE),
        ("照片.svg", SVG, uploads.NOT_A_PICTURE),
        ("照片.png", PDF, uploads.NOT_A_PICTURE),
        ("照片.png", photo("TIFF"), uploads.NOT_A_PICTURE),
        ("照片.png", photo("BMP", (20, 20)), uploads.NOT_A_PICTURE),
        ("照片.gif", GIF_AND_SCRIPT, uploads.NOT_A_PICTURE),
        ("照片.jpg", photo()[:2000], uploads.BROKEN),
        ("照片.png", bomb(), uploads.TOO_MANY_PIXELS),
        ("照片.png", bomb(20_000, 20_000), uploads.TOO_MANY_PIXELS),
        ("照片.png", bomb(7_000, 7_000), uploads.TOO_MANY_PIXELS),
        ("照片.jpg", b"", uploads.EMPTY),
        ("照片.jpg", photo() + bytes(TWENTY), uploads.TOO_BIG),
    ],
)
def test_what_is_no_good_picture_is_refused_in_words(name, content, message):
    assert said("picture", name, content) == message


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("简历.pdf", SCRIPT, documents.NOT_WHAT_IT_SAYS),
        ("简历.pdf", SVG, documents.NOT_WHAT_IT_SAYS),
        ("简历.pdf", SCRIPT + PDF, documents.NOT_WHAT_IT_SAYS),
        ("简历.pdf", PDF + SCRIPT * 60, documents.NOT_WHAT_IT_SAYS),
        ("简历.pdf", PDF[:30], documents.NOT_WHAT_IT_SAYS),
        ("简历.pdf", docx(), documents.NOT_WHAT_IT_SAYS),
        ("简历.pdf", photo(), documents.NOT_WHAT_IT_SAYS),
        ("简历.docx", PDF, documents.NOT_WHAT_IT_SAYS),
        ("简历.docx", old_word("WordDocument"), documents.NOT_WHAT_IT_SAYS),
        ("简历.docx", archive("index.html"), documents.NOT_WHAT_IT_SAYS),
        ("简历.docx", SCRIPT + docx(), documents.NOT_WHAT_IT_SAYS),
        ("简历.docx", docx("word/vbaProject.bin"), documents.HAS_MACROS),
        ("简历.doc", docx(), documents.NOT_WHAT_IT_SAYS),
        ("简历.doc", SCRIPT, documents.NOT_WHAT_IT_SAYS),
        ("简历.doc", old_word("Workbook"), documents.NOT_WHAT_IT_SAYS),
        ("简历.doc", old_word("WordDocument", "_VBA_PROJECT_CUR"), documents.HAS_MACROS),
        ("简历.html", SCRIPT, "只能上传 PDF、Word（.doc、.docx）文件。"),
        ("简历.svg", SVG, "只能上传 PDF、Word（.doc、.docx）文件。"),
        ("简历.pdf.html", PDF, "只能上传 PDF、Word（.doc、.docx）文件。"),
        ("简历.xlsx", docx(), "只能上传 PDF、Word（.doc、.docx）文件。"),
        ("简历", PDF, "只能上传 PDF、Word（.doc、.docx）文件。"),
        ("简历.pdf", b"", documents.EMPTY),
        ("简历.pdf", b"%PDF-1.4" + bytes(TWENTY) + PDF, "文件不能超过 10 MB，请压缩或拆分后再上传。"),
    ],
)
def test_what_is_no_good_document_is_refused_in_words(name, content, message):
    assert said("document", name, content) == message


@pytest.mark.parametrize(
    ("name", "content"), [("简历.PDF", PDF), ("简历.docx", docx()), ("简历.doc", old_word("WordDocument"))]
)
def test_a_good_document_is_taken_as_it_is_under_a_random_name(name, content):
    form = Desk(files={"document": upload(name, content)})
    assert form.is_valid(), form.errors
    document = form.cleaned_data["document"]
    assert re.fullmatch(r"[0-9a-f]{32}\.(pdf|docx|doc)", document.name)
    assert document.read() == content


def test_an_article_has_no_old_word_files():
    with pytest.raises(ValidationError, match="另存为"):
        checked(upload("公告.doc", old_word("WordDocument")))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_good_picture_is_taken_whatever_its_name_says(kind):
    form = Desk(files={"picture": upload("照片.html", photo(kind))})
    assert form.is_valid(), form.errors
    assert re.fullmatch(r"[0-9a-f]{32}\.(jpg|png|webp)", form.cleaned_data["picture"].name)


def test_a_picture_comes_out_without_place_and_camera():
    sent = photo_with_a_place()
    assert Image.open(BytesIO(sent)).getexif()
    kept = reencoded(upload("IMG_2020.jpg", sent)).read()
    assert not Image.open(BytesIO(kept)).getexif()
    assert b"Telephone" not in kept
    assert b"Exif" not in kept


@pytest.mark.parametrize("content", [real_gif_and_script(), photo(comment=SCRIPT), photo(icc_profile=SCRIPT)])
def test_a_script_in_a_picture_does_not_come_out(content):
    assert b"script" in content
    assert b"script" not in reencoded(upload("照片", content)).read()


@pytest.mark.parametrize("behind", [SCRIPT, PDF, docx()])
def test_what_hangs_behind_a_picture_does_not_come_out(behind):
    kept = reencoded(upload("照片.jpg", photo() + behind)).read()
    assert behind not in kept
    assert Image.open(BytesIO(kept)).format == "JPEG"
