"""Saved pages out of a ZIP, a folder or one file, each with its name and bytes. Nothing is ever unpacked to disk."""

import re
import stat
import zipfile
from pathlib import Path, PurePosixPath

from news.importing.drafts import Refused

PAGES = {".html", ".htm", ".shtml", ".txt"}
MOST_BYTES_A_PAGE = 2 * 1024 * 1024
MOST_BYTES = 200 * 1024 * 1024
MOST_MEMBERS = 20_000
# Pages shrink to a tenth, at best to a fortieth; a bomb to a thousandth. Small members may be as dense as they like.
MOST_DENSE = 150
SMALL = 1024 * 1024
UTF8_NAME = 0x800
ENCRYPTED = 0x1


def opened(file):
    """The ZIP, after a look at its table of contents: no bomb, no locks, no way out of the folder."""
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Refused("文件不完整或已损坏，请重新压缩后再上传。") from error
    members = archive.infolist()
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_BYTES:
        raise Refused(
            f"压缩包太大：最多 {MOST_MEMBERS} 个文件，解开后不超过 {MOST_BYTES // 1024 // 1024} MB。请分几次导入。"
        )
    for member in members:
        if member.flag_bits & ENCRYPTED:
            raise Refused("压缩包加了密码，请去掉密码后再上传。")
        if member.file_size > SMALL and member.file_size > member.compress_size * MOST_DENSE:
            raise Refused("压缩包的压缩率异常，不能导入。")
        if leads_out(name_of(member)) or stat.S_ISLNK(member.external_attr >> 16):
            raise Refused("压缩包里有指向别处的文件名，不能导入。请把网页放在一个文件夹里重新压缩。")
    return archive


def name_of(member):
    """Windows writes Chinese names without saying in which encoding; zipfile then takes them for cp437."""
    if member.flag_bits & UTF8_NAME:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member.filename


def leads_out(name):
    name = name.replace("\\", "/")
    return name.startswith("/") or ".." in name.split("/") or bool(re.match("[a-zA-Z]:", name)) or "\0" in name


def from_zip(file):
    """(name, bytes or Refused) of each page, in the order in which people count."""
    archive = opened(file)
    members = {name_of(member).replace("\\", "/"): member for member in archive.infolist() if not member.is_dir()}
    names = [name for name in members if is_page(name)]
    root = common_folder(names)
    for name in sorted(names, key=counting):
        yield name.removeprefix(root), contents(archive, members[name])


def contents(archive, member):
    if member.file_size > MOST_BYTES_A_PAGE:
        return too_big()
    try:
        return archive.read(member)
    except Exception:  # a broken member may fail in any of the decompressors
        return Refused("文件已损坏，读不出来。")


def from_folder(folder):
    folder = Path(folder).resolve()
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    for name in sorted(filter(is_page, paths), key=counting):
        if not paths[name].resolve().is_relative_to(folder):
            yield name, Refused("这是指向文件夹外面的链接。")
        elif paths[name].stat().st_size > MOST_BYTES_A_PAGE:
            yield name, too_big()
        else:
            yield name, paths[name].read_bytes()


def is_page(name):
    """Not the notes that Mac systems add, nor the frames that browsers save beside a page."""
    path = PurePosixPath(name)
    beside = any(part.endswith(("_files", ".files")) or part == "__MACOSX" for part in path.parts[:-1])
    return path.suffix.lower() in PAGES and not path.name.startswith(".") and not beside


def common_folder(names):
    """The folder that holds everything, with its slash: a page is the same page whether its folder was packed or not."""
    first = {name.partition("/")[0] for name in names}
    return f"{first.pop()}/" if len(first) == 1 and all("/" in name for name in names) else ""


def counting(name):
    """2.html stands before 10.html."""
    return [(int(part), "") if part.isdecimal() and part.isascii() else (-1, part) for part in re.split("([0-9]+)", name)]


def too_big():
    return Refused(f"网页超过 {MOST_BYTES_A_PAGE // 1024 // 1024} MB，不能导入。")
