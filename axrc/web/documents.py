"""Documents that people send: PDF, Word and Excel, known by their content and kept under a random name."""

import unicodedata
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.core.files import File

MEGABYTE = 1024 * 1024
MOST_BYTES = 20 * MEGABYTE
LONGEST_NAME = 120

EMPTY = "文件是空的，请重新选择。"
TOO_BIG = "文件不能超过 {} MB，请压缩或拆分后再上传。"
NOT_A_DOCUMENT = "只能上传 {}文件。"
OLD_KIND = "旧格式的 Word 和 Excel 文件请先另存为 .docx 或 .xlsx 再上传。"
NOT_WHAT_IT_SAYS = "文件的内容和扩展名不符，或者已经损坏，请重新导出后再上传。"
HAS_MACROS = "文件里带有宏，请另存为不带宏的 .docx 或 .xlsx 再上传。"

ZIP = b"PK\x03\x04"
# The container of Word before 2007, and how it names what lies in it.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD_WORD, OLD_MACROS = "WordDocument".encode("utf-16-le"), "_VBA_PROJECT".encode("utf-16-le")
# A reader looks for the end of a PDF no farther from the end of the file.
PDF_TAIL = 1024


@dataclass(frozen=True)
class Kind:
    """One kind of document: how people call it, what it begins with and, for archives, what must lie in them."""

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
    ".doc": Kind("Word", "application/msword", OLE),
}
# What goes with an article, and what people send of themselves; not everybody has a Word that knows .docx.
OF_ARTICLES = (".pdf", ".docx", ".xlsx")
OF_PEOPLE = (".pdf", ".doc", ".docx")
OLD_KINDS = {".doc", ".xls", ".wps", ".et", ".rtf"}


class Document(File):
    """A file that was looked at: `name` is random, `original_name` is what people call it."""

    def __init__(self, file, original_name):
        super().__init__(file, name=f"{uuid4().hex}{ending(original_name)}")
        self.original_name = original_name
        self.size = file.size


def checked(file, *, kinds=OF_ARTICLES, most_bytes=None):
    """The document in `file`. Raises ValidationError for what is empty, too big, or not what its name says."""
    most_bytes = most_bytes or MOST_BYTES
    name = shown_name(file.name)
    if ending(name) not in kinds:
        if ending(name) in OLD_KINDS and not OLD_KINDS.intersection(kinds):
            raise ValidationError(OLD_KIND, code="old_kind")
        raise ValidationError(NOT_A_DOCUMENT.format(listed(kinds)), code="not_a_document")
    if not file.size:
        raise ValidationError(EMPTY, code="empty")
    if file.size > most_bytes:
        raise ValidationError(TOO_BIG.format(most_bytes // MEGABYTE), code="too_big")
    check_content(file, ending(name))
    file.seek(0)
    return Document(file, name)


def listed(kinds):
    """The kinds as a sentence has them: PDF、Word（.doc、.docx）"""
    labels = {}
    for kind in kinds:
        labels.setdefault(KINDS[kind].label, []).append(kind)
    return "、".join(label if label == "PDF" else f"{label}（{'、'.join(found)}）" for label, found in labels.items())


def check_content(file, ending):
    kind = KINDS[ending]
    file.seek(0)
    if file.read(len(kind.first_bytes)) != kind.first_bytes:
        raise ValidationError(NOT_WHAT_IT_SAYS, code="not_what_it_says")
    if ending == ".pdf":
        has_all, has_macros = is_whole_pdf(file), False
    elif ending == ".doc":
        content = file.read()
        has_all, has_macros = OLD_WORD in content, OLD_MACROS in content
    else:
        members = members_of(file)
        has_all = kind.member in members
        has_macros = any(name.lower().endswith("vbaproject.bin") for name in members)
    if not has_all:
        raise ValidationError(NOT_WHAT_IT_SAYS, code="not_what_it_says")
    if has_macros:
        raise ValidationError(HAS_MACROS, code="has_macros")


def is_whole_pdf(file):
    """Cut off by a bad connection, or with another kind of file behind it, it has no end where an end has to be."""
    file.seek(max(0, file.size - PDF_TAIL))
    return b"%%EOF" in file.read()


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

    default_error_messages = {"empty": EMPTY}

    def __init__(self, *, kinds=OF_ARTICLES, most_bytes=None, **kwargs):
        self.kinds, self.most_bytes = kinds, most_bytes
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("accept", ",".join(kinds))

    def to_python(self, data):
        data = super().to_python(data)
        return checked(data, kinds=self.kinds, most_bytes=self.most_bytes) if data else data
