"""The resume as a PDF. WeasyPrint is not required: where it is missing, the page offers printing instead."""

import base64
from functools import cache
from pathlib import PurePosixPath

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from PIL import ImageFile


@cache
def engine():
    """WeasyPrint, or None: it may lack itself or the machine's Pango. Loading it takes long, so not at the start."""
    try:
        import weasyprint
    except (ImportError, OSError):
        return None
    else:
        # It lets Pillow take broken pictures, for the whole process; uploads have to be whole.
        ImageFile.LOAD_TRUNCATED_IMAGES = False
        return weasyprint


def is_available():
    return engine() is not None


def pdf(sight):
    """The bytes of the PDF."""
    html = render_to_string("talent/pdf.html", {"sight": sight, "resume": sight.resume, "photo": inline_photo(sight)})
    sheet = engine().CSS(filename=finders.find("css/paper.css"))
    return engine().HTML(string=html, url_fetcher=inline_only()).write_pdf(stylesheets=[sheet])


def inline_photo(sight):
    """The photo as an address that holds it, or "" where it is not to be seen or lost."""
    if not sight.has_photo:
        return ""
    try:
        with sight.resume.photo.open("rb") as file:
            content = base64.b64encode(file.read()).decode()
    except FileNotFoundError:
        return ""
    ending = PurePosixPath(sight.resume.photo.name).suffix[1:].replace("jpg", "jpeg")
    return f"data:image/{ending};base64,{content}"


def inline_only():
    """A fetcher of pictures within the page: whatever somebody wrote into a resume, no address and no file is read."""
    return engine().urls.URLFetcher(allowed_protocols={"data"}, allow_redirects=False)
