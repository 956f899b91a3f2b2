"""Pictures of the library on a page: the browser takes the width it needs, as WebP where it can."""

from django import template
from django.utils.html import format_html

from axrc.text.pictures import without_outside_images
from axrc.text.templatetags.rich import dressed_up
from axrc.web.renditions import WIDTHS
from axrc.web.stored_pictures import markup, written
from news import library

register = template.Library()

LIST, ARTICLE, WIDE = WIDTHS
# Where a picture stands: the width that serves an old browser, the widest worth offering, and how wide it is shown.
PLACES = {
    "list": (LIST, ARTICLE, "(min-width: 48em) 160px, 112px"),
    "article": (ARTICLE, WIDE, "(min-width: 48em) 646px, 100vw"),
    "wide": (WIDE, WIDE, "(min-width: 64em) 360px, (min-width: 48em) 45vw, 100vw"),
}
# As wide as running text gets, in pixels.
MEASURE = 646


@register.simple_tag
def picture(picture, place, css_class="", lead=False):
    """A picture of the library, or nothing where there is none. The lead of a page does not wait until it is near."""
    if not picture:
        return ""
    usual, widest, sizes = PLACES[place]
    waiting = {"fetchpriority": "high"} if lead else {"loading": "lazy"}
    looks = {"class": css_class} if css_class else {}
    size = {"width": picture.width, "height": picture.height}
    shown = looks | {"alt": picture.alt} | size | waiting
    return markup(picture, usual=usual, widest=widest, sizes=sizes, attributes=shown)


@register.filter
def with_pictures(html):
    """Rich text as a page shows it, its pictures in fitting sizes; those of other sites are left out."""
    html = without_outside_images(html)
    known = library.pictures_of(html)
    return dressed_up(html, lambda image: in_text(image, known.get(image.get("src"))))


def in_text(image, picture):
    """A picture of a text keeps the size and place that the editor gave it."""
    if picture is None:
        return attributes_only(image)
    width, height = shown_size(image, picture)
    shown = min(width, MEASURE)
    looks = {"class": image["class"]} if "class" in image else {}
    size = {"alt": image.get("alt", "").strip() or picture.alt, "width": width, "height": height}
    sizes = f"(min-width: {shown}px) {shown}px, 100vw"
    return markup(picture, usual=ARTICLE, widest=WIDE, sizes=sizes, attributes=looks | size | {"loading": "lazy"})


def attributes_only(image):
    """A picture of which the library knows nothing."""
    return format_html('<img{} loading="lazy" decoding="async">', written({"alt": ""} | image))


def shown_size(image, picture):
    """As the editor set it, in the picture's own proportions, or its own size."""
    if image.get("width", "").isdigit():
        width = int(image["width"])
    elif image.get("height", "").isdigit():
        width = round(int(image["height"]) * picture.width / picture.height)
    else:
        width = picture.width
    width = max(1, min(width, picture.width))
    return width, max(1, round(width * picture.height / picture.width))
