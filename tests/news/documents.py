"""Small documents of each kind, true and false."""

import zipfile
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def archive(*members):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for member in members:
            made.writestr(zipfile.ZipInfo(member), "<x/>")  # at a fixed time, since workers compare names of tests
    return buffer.getvalue()


def docx(*more):
    return archive("[Content_Types].xml", "word/document.xml", *more)


def xlsx(*more):
    return archive("[Content_Types].xml", "xl/workbook.xml", *more)


def upload(name, content):
    return SimpleUploadedFile(name, content)
