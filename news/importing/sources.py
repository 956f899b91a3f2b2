"""Where drafts come from: a table, a ZIP or a folder of saved pages, or one page."""

from pathlib import Path, PurePath

from news.importing import archives, pages, sheets
from news.importing.drafts import Draft, Refused
from news.importing.mapping import Mapping

TABLES = {".xlsx", ".xlsm", ".csv", ".tsv", ".xls"}


def read(name, file, mapping=None):
    """A draft for each row or page of an open file. Raises Refused, at the first draft, for what can't be read at all."""
    mapping = mapping or Mapping()
    if is_table(name):
        yield from sheets.drafts(name, file, mapping)
    elif PurePath(name).suffix.lower() == ".zip":
        yield from drafts(archives.from_zip(file), mapping)
    elif archives.is_page(PurePath(name).name):
        yield from drafts([(PurePath(name).name, file.read())], mapping)
    else:
        raise Refused("请选择 .xlsx 或 .csv 表格，或者装着网页（.html、.txt）的 .zip 压缩包。")


def read_path(path, mapping=None):
    """The same for a path, which may be a folder."""
    path = Path(path)
    if path.is_dir():
        yield from drafts(archives.from_folder(path), mapping or Mapping())
    else:
        with path.open("rb") as file:
            yield from read(path.name, file, mapping)


def is_table(name):
    return PurePath(name).suffix.lower() in TABLES


def columns_of(name, file):
    """The headers of a table to choose from; pages have none."""
    return sheets.columns_of(name, file) if is_table(name) else []


def drafts(files, mapping):
    """A page that can't be read is a draft that says why."""
    count = 0
    for name, data in files:
        count += 1
        try:
            if isinstance(data, Refused):
                raise data
            yield pages.draft(name, data, mapping)
        except Refused as refusal:
            yield Draft(place=name, error=str(refusal))
    if not count:
        raise Refused("里面没有网页：只认 .html、.htm、.shtml 和 .txt 文件。")
