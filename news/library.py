"""Putting pictures into the library and taking them out, and finding those of a text."""

import re
from hashlib import sha256
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction
from PIL import Image

from axrc.text import printable
from axrc.text.pictures import images
from axrc.web import stored_pictures, uploads
from news.pictures import Picture, PictureUse

ENDING = re.compile(r"\.[a-z]+$")
SIZE = re.compile(r"-[0-9]+$")


def store(file, *, by=None, alternative_text="", is_decorative=False):
    """The picture of the library with this content, which is added with its renditions if it is new.

    Raises ValidationError for what is no picture. A description replaces what was known; without one that stays.
    """
    content = file if isinstance(file, uploads.Picture) else uploads.reencoded(file)
    content.seek(0)
    digest = sha256(content.read()).hexdigest()
    picture = Picture.objects.filter(digest=digest).first() or added(content, digest, by)
    if alternative_text or is_decorative:
        describe(picture, alternative_text=alternative_text, is_decorative=is_decorative)
    return picture


def added(content, digest, by):
    picture = Picture(digest=digest, uploaded_by=by, sent_as=printable(content.sent_as)[-120:])
    content.seek(0)
    with Image.open(content) as image:
        picture.width, picture.height = image.size
    picture.file.save(content.name, content, save=False)
    picture.stem = ENDING.sub("", picture.file.name)
    stored_pictures.render(picture, picture.stem)
    try:
        with transaction.atomic():
            picture.save(force_insert=True)
    except IntegrityError:  # somebody sent the same one at the same moment
        stored_pictures.forget(picture.files())
        return Picture.objects.get(digest=digest)
    return picture


def render_anew(picture):
    """Replace the renditions of a picture, for instance when the widths have changed."""
    before = set(picture.files())
    stored_pictures.render(picture, picture.stem)
    picture.save(update_fields=["renditions"])
    stored_pictures.forget(before - set(picture.files()))


def describe(picture, *, alternative_text, is_decorative):
    """Say what the picture shows, wherever it is used."""
    picture.alternative_text = printable(alternative_text)[:120]
    picture.is_decorative = is_decorative
    picture.save(update_fields=["alternative_text", "is_decorative"])


@transaction.atomic
def remove(picture):
    """Take the picture out, with its files. Raises ProtectedError while anything shows it."""
    names = picture.files()
    picture.delete()
    transaction.on_commit(lambda: stored_pictures.forget(names))


def note_uses(user, html):
    """Remember which pictures of the library the text of a saved article or page shows."""
    content_type = ContentType.objects.get_for_model(user)
    noted = PictureUse.objects.filter(content_type=content_type, object_id=user.pk)
    before = set(noted.values_list("picture_id", flat=True))
    now = {picture.pk for picture in pictures_of(html).values()}
    if before - now:
        noted.filter(picture__in=before - now).delete()
    PictureUse.objects.bulk_create(
        [PictureUse(content_type=content_type, object_id=user.pk, picture_id=pk) for pk in now - before],
        ignore_conflicts=True,
    )


def pictures_of(html):
    """{address in the text: picture of the library}, in one query, or none where the text has no picture of the site."""
    stems = {image["src"]: possible_stems(image["src"]) for image in images(html) if is_at_home(image.get("src", ""))}
    if not stems:
        return {}
    wanted = {stem for possible in stems.values() for stem in possible}
    known = {picture.stem: picture for picture in Picture.objects.filter(stem__in=wanted)}
    found = {src: next((known[stem] for stem in possible if stem in known), None) for src, possible in stems.items()}
    return {src: picture for src, picture in found.items() if picture}


def is_at_home(address):
    return address.startswith(settings.MEDIA_URL)


def possible_stems(address):
    """Who copies a picture from a page of the site gets the address of a rendition."""
    name = printable(unquote(urlsplit(address).path.removeprefix(settings.MEDIA_URL)))
    stem = ENDING.sub("", name)
    return [stem, SIZE.sub("", stem)]


def pictures_without_alternative_text(html):
    """The addresses of a text's pictures of which a blind reader would learn nothing, decorative ones apart."""
    silent = [image["src"] for image in images(html) if "src" in image and not image.get("alt", "").strip()]
    known = pictures_of(html) if silent else {}
    return [src for src in silent if src not in known or not known[src].is_described]
