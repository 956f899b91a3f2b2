"""Documents that people send: PDF, Word and Excel, known by their content and kept under a random name."""

import unicodedata
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.core.files import File

MOST_BYTES = 20 * 1024 * 1024
LONGEST_NAME = 120

EMPTY = "文件是空的，请重新选择。"
TOO_BIG = f"文件不能超过 {MOST_BYTES // 1024 // 1024} MB，请压缩或拆分后再上传。"
NOT_A_DOCUMENT = "只能上传 PDF、Word（.docx）或 Excel（.xlsx）文件。"
OLD_KIND = "旧格式的 Word 和 Excel 文件请先另存为 .docx 或 .xlsx 再上传。"
NOT_WHAT_IT_SAYS = "文件的内容和扩展名不符，或者已经损坏，请重新导出后再上传。"
HAS_MACROS = "文件里带有宏，请另存为不带宏的 .docx 或 .xlsx 再上传。"

ZIP = b"PK\x03\x04"


@dataclass(frozen=True)
class Kind:
    """One kind of document: what it begins with and, for those that are archives, what must lie in them."""

    label: str
    content_type: str
    first_bytes: bytes
    member: str = ""


KINDS = {
    ".pdf": Kind("PDF", "application/pdf", b"%PDF-"),
    ".docx": Kind(
        "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ZIP, "word/document.xml"
    ),
    ".xlsx": Kind("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ZIP, "xl/workbook.xml"),
}
OLD_KINDS = {".doc", ".xls", ".wps", ".et", ".rtf"}


class Document(File):
    """A file that was looked at: `name` is random, `original_name` is what people call it."""

    def __init__(self, file, original_name):
        super().__init__(file, name=f"{uuid4().hex}{ending(original_name)}")
        self.original_name = original_name
        self.size = file.size


def checked(file):
    """The document in `file`. Raises ValidationError for what is empty, too big, or not what its name says."""
    name = shown_name(file.name)
    if ending(name) in OLD_KINDS:
        raise ValidationError(OLD_KIND, code="old_kind")
    if ending(name) not in KINDS:
        raise ValidationError(NOT_A_DOCUMENT, code="not_a_document")
    if not file.size:
        raise ValidationError(EMPTY, code="empty")
    if file.size > MOST_BYTES:
        raise ValidationError(TOO_BIG, code="too_big")
    check_content(file, KINDS[ending(name)])
    file.seek(0)
    return Document(file, name)


def check_content(file, kind):
    file.seek(0)
    if file.read(len(kind.first_bytes)) != kind.first_bytes:
        raise ValidationError(NOT_WHAT_IT_SAYS, code="not_what_it_says")
    if kind.member:
        members = members_of(file)
        if kind.member not in members:
            raise ValidationError(NOT_WHAT_IT_SAYS, code="not_what_it_says")
        if any(name.lower().endswith("vbaproject.bin") for name in members):
            raise ValidationError(HAS_MACROS, code="has_macros")


def members_of(file):
    """The names in an archive; nothing is unpacked."""
    try:
        with zipfile.ZipFile(file) as archive:
            return set(archive.namelist())
    except Exception as error:  # a reader of archives may stumble over anything
        raise ValidationError(NOT_WHAT_IT_SAYS, code="not_what_it_says") from error


def shown_name(name):
    """The name without folders, and without signs that nobody sees: some turn the direction of what follows."""
    name = name.replace("\\", "/").rsplit("/", 1)[-1]
    name = "".join(" " if sign in "\r\n\t" else sign for sign in name)
    name = " ".join("".join(sign for sign in name if not unicodedata.category(sign).startswith("C")).split())
    stem = PurePosixPath(name).stem[: LONGEST_NAME - len(ending(name))].strip()
    return f"{stem}{ending(name)}"


def ending(name):
    return PurePosixPath(name).suffix.lower()


class DocumentField(forms.FileField):
    """A field of a form whose value is a document that was looked at."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("accept", ",".join(KINDS))

    def to_python(self, data):
        data = super().to_python(data)
        return checked(data) if data else data
