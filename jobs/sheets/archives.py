"""A look into an .xlsx before anything of it is parsed: a small one can hold more than a machine has room for."""

import re
import zipfile

from jobs.sheets.limits import MOST_BESIDE, MOST_MEMBERS, MOST_TAGS, MOST_UNPACKED
from jobs.sheets.refusals import BROKEN, MACROS, NOT_WHAT_IT_SAYS, TOO_MUCH, Unreadable

LONG_MEMBERS = re.compile(r"xl/(worksheets/[^/]+|sharedStrings)\.xml")
PICTURES = re.compile(r"xl/media/[^/]+")
ENCRYPTED = 0x1
# What XML begins with, here always in UTF-8, so that what is looked for is found.
XML_START = re.compile(rb"(\xef\xbb\xbf)?\s*<")
WIDE_START = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


def check(file):
    """Raises Unreadable for what is no workbook, has macros or entities of its own, or is too much."""
    try:
        archive = zipfile.ZipFile(file)
        members = archive.infolist()
    except Exception as error:  # a reader of archives may stumble over anything
        raise Unreadable(NOT_WHAT_IT_SAYS) from error
    names = {member.filename for member in members}
    sizes = {member.filename: member.file_size for member in members}
    if "xl/workbook.xml" not in names or len(names) != len(members):
        raise Unreadable(NOT_WHAT_IT_SAYS)
    elif any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Unreadable(MACROS)
    elif any(member.flag_bits & ENCRYPTED for member in members):
        raise Unreadable(BROKEN)
    beside = sum(size for name, size in sizes.items() if not (LONG_MEMBERS.fullmatch(name) or PICTURES.fullmatch(name)))
    if len(members) > MOST_MEMBERS or sum(sizes.values()) > MOST_UNPACKED or beside > MOST_BESIDE:
        raise Unreadable(TOO_MUCH)
    tags = 0
    for name in sorted(names):
        tags += tags_of(archive, name)
        if tags > MOST_TAGS:
            raise Unreadable(TOO_MUCH)


def tags_of(archive, name):
    """How many tags a member has, whatever it is called."""
    try:
        content = archive.read(name)
    except Exception as error:  # a broken member may fail in any of the decompressors
        raise Unreadable(NOT_WHAT_IT_SAYS) from error
    if content.startswith(WIDE_START):
        raise Unreadable(BROKEN)
    elif not XML_START.match(content):
        return 0
    # No workbook has entities of its own: a short one could stand for a text without end.
    if b"<!ENTITY" in content:
        raise Unreadable(BROKEN)
    return content.count(b"<")
