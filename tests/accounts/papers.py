"""Pictures and codes as companies hand them in."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from accounts import verification
from accounts.credit_code import check_character
from accounts.models import Verification
from axrc.web.uploads import reencoded


def code(number=1):
    body = f"91350524MAT{number:06d}"
    return body + check_character(body)


def photo(name="licence.jpg", colour="white"):
    buffer = io.BytesIO()
    Image.new("RGB", (600, 400), colour).save(buffer, "JPEG")
    return SimpleUploadedFile(name, buffer.getvalue(), content_type="image/jpeg")


def hand_in(recruiter, number=1, **changes):
    """A submission as the page makes it."""
    values = {
        "name": recruiter.company.name,
        "credit_code": code(number),
        "role": Verification.Role.HR,
        "licence": reencoded(photo()),
        "letter": reencoded(photo("letter.jpg")),
    }
    return verification.submit(recruiter.company, by=recruiter.user, **values | changes)
