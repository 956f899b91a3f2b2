"""Pictures in the storage, each with its renditions beside it: writing them, showing them, taking them away.

The row of such a picture has `file`, `width`, `height` and `renditions`, narrowest first:
[{"width": 320, "height": 180, "webp": name, "fallback": name}].
"""

from django.core.files.storage import default_storage
from django.utils.html import format_html, format_html_join

from axrc.web.renditions import renditions


def render(picture, stem):
    """Write the renditions beside the picture, under its name without ending, and note them without saving the row."""
    picture.renditions = []
    with default_storage.open(picture.file.name) as file:
        made = renditions(file)
    for one in made:
        name = f"{stem}-{one.width}"
        webp = put(name, one.webp)
        fallback = put(name, one.fallback) if one.fallback else picture.file.name
        picture.renditions.append({"width": one.width, "height": one.height, "webp": webp, "fallback": fallback})


def put(name, content):
    """Store under this very name, plus the content's ending; what an earlier rendering left there goes."""
    default_storage.delete(name + content.name)
    return default_storage.save(name + content.name, content)


def files(picture):
    """The names of all that is stored of it."""
    made = [name for rendition in picture.renditions for name in (rendition["webp"], rendition["fallback"])]
    return list(dict.fromkeys([picture.file.name, *made]))


def forget(names):
    for name in names:
        default_storage.delete(name)


def markup(picture, *, usual, widest, sizes, attributes):
    """The picture for pages: the browser takes the width it needs, as WebP where it can.

    `usual` is the width that serves an old browser, `widest` the widest worth offering, `sizes` says how wide it is shown.
    """
    offered = [rendition for rendition in picture.renditions if rendition["width"] <= widest]
    attributes = written(attributes | {"decoding": "async"})
    if not offered:
        return format_html('<img src="{}"{}>', picture.file.url, attributes)
    fitting = [rendition for rendition in offered if rendition["width"] <= usual] or offered[:1]
    return format_html(
        '<picture><source type="image/webp" srcset="{}" sizes="{}"><img src="{}" srcset="{}" sizes="{}"{}></picture>',
        source_set(offered, "webp"),
        sizes,
        default_storage.url(fitting[-1]["fallback"]),
        source_set(offered, "fallback"),
        sizes,
        attributes,
    )


def source_set(made, kind):
    return ", ".join(f"{default_storage.url(rendition[kind])} {rendition['width']}w" for rendition in made)


def written(attributes):
    return format_html_join("", ' {}="{}"', attributes.items())
