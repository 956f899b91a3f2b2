"""Uploaded files between the report and the word to write: outside of what the web server gives away, for a day."""

import time
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings

KEPT_FOR = 24 * 60 * 60
ENDINGS = {".xlsx", ".xlsm", ".csv", ".tsv", ".zip", ".html", ".htm", ".shtml", ".txt"}


def folder():
    path = Path(settings.VAR_DIR) / "imports"
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def keep(upload):
    """Store an uploaded file; its token is the only way to it."""
    forget_old()
    token = uuid4()
    with (folder() / token.hex).open("wb") as file:
        for chunk in upload.chunks():
            file.write(chunk)
    return token


def path_of(token: UUID):
    """None where it was forgotten."""
    path = folder() / token.hex
    return path if path.exists() else None


def forget_old():
    for path in folder().iterdir():
        if path.stat().st_mtime < time.time() - KEPT_FOR:
            path.unlink(missing_ok=True)
