"""Pictures that people send: decoded, and written anew, so that nothing of the sent file is kept but what is to be seen."""

from io import BytesIO
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image, ImageOps, UnidentifiedImageError

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 1600

# What is accepted, by content, and what becomes of it. Of pictures that move the first one is kept; MPO is what phones
# call a JPEG with a second picture in it.
READ = ["JPEG", "PNG", "WEBP", "GIF"]
FORMATS = {"JPEG": "JPEG", "MPO": "JPEG", "PNG": "PNG", "WEBP": "WEBP", "GIF": "PNG"}
ENDINGS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
SAVING = {"JPEG": {"quality": 85, "optimize": True, "progressive": True}, "PNG": {"optimize": True}, "WEBP": {"quality": 85}}

EMPTY = "图片是空的，请重新选择。"
TOO_BIG = f"图片不能超过 {MOST_BYTES // 1024 // 1024} MB，请压缩后再上传。"
NOT_A_PICTURE = "只能上传 JPG、PNG、WebP 或 GIF 图片。"
TOO_MANY_PIXELS = "图片的长宽太大，请缩小后再上传。"
BROKEN = "图片不完整或已损坏，请换一张。"


class Picture(ContentFile):
    """A picture that has been written anew already. `sent_as` is the name of the file that was sent, for people only."""

    sent_as = ""


def reencoded(file, *, max_side=LONGEST_SIDE, max_pixels=MOST_PIXELS):
    """The picture in `file`, written anew under a random name, no side longer than `max_side`.

    Raises ValidationError for what is no picture, broken, or larger than MOST_BYTES or `max_pixels`, before decoding it.
    """
    if not file.size:
        raise ValidationError(EMPTY, code="empty")
    if file.size > MOST_BYTES:
        raise ValidationError(TOO_BIG, code="too_big")
    image = opened(file)
    if image.width * image.height > max_pixels:
        raise ValidationError(TOO_MANY_PIXELS, code="too_many_pixels")
    kind = FORMATS[image.format]
    picture = written(upright(image, max_side), kind)
    picture.sent_as = file.name or ""
    return picture


def opened(file):
    """The picture with its measures, not decoded yet."""
    file.seek(0)
    try:
        return Image.open(file, formats=READ)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ValidationError(TOO_MANY_PIXELS, code="too_many_pixels") from error
    except UnidentifiedImageError as error:
        raise ValidationError(NOT_A_PICTURE, code="not_a_picture") from error
    except Exception as error:  # a decoder may stumble over anything
        raise ValidationError(BROKEN, code="broken") from error


def upright(image, max_side):
    """The pixels as they are meant to be seen, without anything else that came with them: place, camera, profile."""
    try:
        image.load()
        image = ImageOps.exif_transpose(image)
        has_holes = image.has_transparency_data
        image = image.convert("RGBA" if has_holes else "RGB")
        image.thumbnail((max_side, max_side), Image.Resampling.LANCZOS)
    except Exception as error:  # a decoder may stumble over anything
        raise ValidationError(BROKEN, code="broken") from error
    image.info = {}
    return image


def written(image, kind):
    buffer = BytesIO()
    image.save(buffer, kind, **SAVING[kind])
    return Picture(buffer.getvalue(), name=f"{uuid4().hex}{ENDINGS[kind]}")


class PictureField(forms.FileField):
    """A field of a form whose value is the picture, written anew."""

    default_error_messages = {"empty": EMPTY}

    def __init__(self, *, max_side=LONGEST_SIDE, **kwargs):
        self.max_side = max_side
        super().__init__(**kwargs)

    def to_python(self, data):
        data = super().to_python(data)
        return reencoded(data, max_side=self.max_side) if data else data
