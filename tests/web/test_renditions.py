"""The widths in which a picture is offered."""

import io

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from axrc.web.renditions import renditions


def picture(kind, size, mode="RGB"):
    buffer = io.BytesIO()
    Image.new(mode, size, (90, 140, 60, 100)[: len(mode)]).save(buffer, kind)
    return ContentFile(buffer.getvalue())


def opened(file):
    file.seek(0)
    return Image.open(io.BytesIO(file.read()))


@pytest.mark.parametrize(
    ("size", "sizes"),
    [
        ((1600, 900), [(320, 180), (720, 405), (1280, 720)]),
        ((1000, 500), [(320, 160), (720, 360), (1000, 500)]),
        ((720, 10), [(320, 4), (720, 10)]),
        ((40, 30), [(40, 30)]),
        ((1, 1), [(1, 1)]),
        ((1600, 1), [(320, 1), (720, 1), (1280, 1)]),
    ],
)
def test_a_picture_is_made_smaller_and_never_larger(size, sizes):
    made = renditions(picture("JPEG", size))
    assert [(one.width, one.height) for one in made] == sizes
    assert [opened(one.webp).size for one in made] == sizes


@pytest.mark.parametrize(
    ("kind", "mode", "fallback"),
    [
        ("JPEG", "RGB", "JPEG"),
        ("PNG", "RGBA", "PNG"),
        ("PNG", "RGB", "PNG"),
        ("WEBP", "RGB", "JPEG"),
        ("WEBP", "RGBA", "PNG"),
    ],
)
def test_who_reads_no_webp_gets_what_every_browser_reads(kind, mode, fallback):
    small, *_ = renditions(picture(kind, (640, 400), mode))
    assert opened(small.webp).format == "WEBP"
    assert opened(small.fallback).format == fallback
    assert opened(small.webp).has_transparency_data == opened(small.fallback).has_transparency_data == (mode == "RGBA")


def test_in_its_own_width_a_picture_is_its_own_fallback():
    assert [bool(one.fallback) for one in renditions(picture("PNG", (400, 300)))] == [True, False]
    assert [bool(one.fallback) for one in renditions(picture("WEBP", (400, 300)))] == [True, True]
