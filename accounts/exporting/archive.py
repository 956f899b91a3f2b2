"""The export as a ZIP: data.json for programs, index.html for people, and the files that were sent."""

import io
import json
import zipfile
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils import timezone

from accounts.exporting.contents import contents, files


def archive(user, at):
    """The bytes of the ZIP."""
    found = contents(user)
    made = timezone.localtime(at)
    data = {"网站": settings.SITE_URL, "生成时间": made, **found}
    page = {"sections": [(title, [readable(row) for row in rows]) for title, rows in found.items()], "made": made}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made_of:
        made_of.writestr("data.json", json.dumps(data, cls=Encoder, ensure_ascii=False, indent=2))
        made_of.writestr("index.html", render_to_string("accounts/export/index.html", page | {"site": settings.SITE_NAME}))
        made_of.writestr("style.css", Path(finders.find("css/export.css")).read_bytes())
        for name, (_, file) in files(user).items():
            add(made_of, name, file)
    return buffer.getvalue()


def add(archive, name, file):
    """A file that is lost is no reason to keep the rest from the person."""
    try:
        with file.storage.open(file.name) as content:
            archive.writestr(name, content.read())
    except FileNotFoundError:
        archive.writestr(f"{name}.txt", "这个文件已经丢失。")


class Encoder(DjangoJSONEncoder):
    """Moments as the site shows them, not in UTC."""

    def default(self, o):
        return super().default(timezone.localtime(o) if isinstance(o, datetime) else o)


def readable(row):
    """[(label, words)]."""
    return [(label, words(value)) for label, value in row.items()]


def words(value):
    if isinstance(value, bool):
        return "是" if value else "否"
    elif isinstance(value, datetime):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M:%S")
    elif isinstance(value, date):
        return value.isoformat()
    elif isinstance(value, list):
        return "、".join(map(str, value))
    elif isinstance(value, dict):
        return "；".join(f"{name}：{words(one)}" for name, one in value.items())
    else:
        return "" if value is None else str(value)
