"""One style sheet and one script for the page, put together from small files in the order of their lists."""

from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

BUNDLES = {
    "site.css": [
        "css/layers.css",
        "css/tokens.css",
        "css/reset.css",
        "css/base.css",
        "css/layout.css",
        "css/components/*.css",
        "css/pages/*.css",
        "css/print.css",
    ],
    "site.js": ["js/behaviours/*.js"],
}

SOURCE = settings.BASE_DIR / "static"
TARGET = settings.VAR_DIR / "bundles"


class BundleFinder(BaseFinder):
    """Offers the bundles to runserver and collectstatic. A bundle is written anew when one of its parts is younger."""

    def __init__(self, app_names=None, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.storage = FileSystemStorage(location=TARGET)

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        if path not in BUNDLES:
            return []
        found = str(write(path))
        return [found] if find_all or kwargs.get("all") else found

    def list(self, ignore_patterns):
        for name in BUNDLES:
            write(name)
            yield name, self.storage


def write(name):
    target = Path(TARGET) / name
    content = "\n".join(part.read_text(encoding="utf-8").strip() for part in parts(name)) + "\n"
    if not target.exists() or target.read_text(encoding="utf-8") != content:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
    return target


def parts(name):
    return [part for pattern in BUNDLES[name] for part in sorted(SOURCE.glob(pattern))]
