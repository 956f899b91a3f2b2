"""Files that have no address of their own: only a view that has checked who asks gives them away."""

import re
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.db import models
from django.http import FileResponse, Http404
from django.utils.deconstruct import deconstructible

from axrc.web.documents import KINDS, Document, shown_name
from axrc.web.uploads import Picture

# What a browser is told of a stored file, by the ending that we gave it.
CONTENT_TYPES = {ending: kind.content_type for ending, kind in KINDS.items()} | {
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".zip": "application/zip",
}
UNKNOWN = "application/octet-stream"


@deconstructible(path="axrc.web.private_files.PrivateStorage")
class PrivateStorage(FileSystemStorage):
    """Keeps files in PRIVATE_ROOT, which no web server serves and no other account of the machine reads."""

    file_permissions_mode = 0o600
    directory_permissions_mode = 0o700

    @property
    def base_location(self):
        return settings.PRIVATE_ROOT

    @property
    def location(self):
        return str(Path(self.base_location).absolute())

    def url(self, name):
        raise ValueError("A private file has no address.")


DEFAULTS = {"storage": PrivateStorage(), "max_length": 120}


class MadeByUs(ContentFile):
    """A file that the site itself wrote: an export, a print."""


class PrivateFile(models.fields.files.FieldFile):
    def save(self, name, content, save=True):
        if not isinstance(content, Picture | Document | MadeByUs):
            raise SuspiciousFileOperation(
                "Nobody has looked at this file: let uploads.reencoded() or documents.checked() do it, "
                "or a form's PictureField or DocumentField; what the site wrote is a private_files.MadeByUs."
            )
        super().save(name, content, save)


class PrivateFileField(models.FileField):
    """A file in the private storage, under a random name in `upload_to`. Only what was looked at is stored."""

    attr_class = PrivateFile

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **DEFAULTS | kwargs)

    def deconstruct(self):
        name, path, args, options = super().deconstruct()
        return name, path, args, {key: value for key, value in options.items() if DEFAULTS.get(key) != value}

    def generate_filename(self, instance, filename):
        return super().generate_filename(instance, f"{uuid4().hex}{plain_ending(filename)}")


def plain_ending(name):
    ending = Path(name).suffix.lower()
    return ending if re.fullmatch(r"\.[a-z0-9]{1,5}", ending) else ""


def serve(file, download_name=None):
    """The answer that gives a file away to be kept; whether the visitor may have it is for the view to check before.

    A picture may be shown by an <img> all the same. Raises Http404 where there is no file or it is lost.
    """
    if not file:
        raise Http404("No file")
    try:
        content = file.storage.open(file.name)
    except FileNotFoundError as error:
        raise Http404("The file is lost") from error
    ending = plain_ending(file.name)
    response = FileResponse(
        content,
        as_attachment=True,
        filename=name_with(ending, download_name),
        content_type=CONTENT_TYPES.get(ending, UNKNOWN),
    )
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Robots-Tag"] = "noindex"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def name_with(ending, name):
    """The name under which it is kept, ending as what it is."""
    name = shown_name(name or "file")
    return name if name.lower().endswith(ending) else f"{name}{ending}"
