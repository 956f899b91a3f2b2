"""What a company's page shows beside words, and tells other sites and programs."""

from django import template
from django.templatetags.static import static

from accounts.structured_data import organization
from axrc.web.maps import map_link
from axrc.web.renditions import WIDTHS
from axrc.web.stored_pictures import markup
from axrc.web.structured_data import linked_data

register = template.Library()
register.filter(map_link)

SMALL, MIDDLE, _WIDE = WIDTHS
# Two beside each other on a phone, four on a desk.
SIZES = "(min-width: 48em) 180px, 45vw"
# Stands for a company without photos where its page is shared.
SHARE_PICTURE, SHARE_WIDTH, SHARE_HEIGHT = "img/share.png", 1200, 630


@register.simple_tag
def company_photo(photo):
    """A photo in the size of the gallery."""
    attributes = {"alt": photo.alternative_text, "width": photo.width, "height": photo.height, "loading": "lazy"}
    return markup(photo, usual=SMALL, widest=MIDDLE, sizes=SIZES, attributes=attributes)


@register.simple_tag(takes_context=True)
def organization_data(context, company, photos):
    return linked_data(organization(company, photos=photos, absolute=context["request"].build_absolute_uri))


@register.inclusion_tag("news/_open_graph.html", takes_context=True)
def company_open_graph(context, company, photos, title, summary, address):
    """Shows the first photo, if there is one. `address` is that of the page without what a visitor chose on it."""
    absolute = context["request"].build_absolute_uri
    photo = photos[0] if photos else None
    return {
        "kind": "website",
        "title": title,
        "summary": summary,
        "address": absolute(address),
        "site": context["chrome"]["site"],
        "picture": absolute(photo.file.url if photo else static(SHARE_PICTURE)),
        "width": photo.width if photo else SHARE_WIDTH,
        "height": photo.height if photo else SHARE_HEIGHT,
    }
