"""Files that have no address of their own: only a view that has checked who asks gives them away."""

from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible


@deconstructible(path="axrc.web.private_files.PrivateStorage")
class PrivateStorage(FileSystemStorage):
    """Keeps files in PRIVATE_ROOT, which no web server serves."""

    @property
    def base_location(self):
        return settings.PRIVATE_ROOT

    @property
    def location(self):
        return str(Path(self.base_location).absolute())

    def url(self, name):
        raise ValueError("A private file has no address.")
