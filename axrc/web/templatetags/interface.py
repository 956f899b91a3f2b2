"""Small words that the interface's templates need."""

import re

from django import template

register = template.Library()

PLACES = re.compile(r"^(?:福建省?|泉州市?|安溪县?)+")


@register.filter
def initial(name):
    """The character that stands for a firm without a picture; nearly all names begin with the same places."""
    return (PLACES.sub("", name) or name)[:1]


@register.filter
def named(facets, name):
    """The facet of that name, or None."""
    return next((facet for facet in facets if facet.name == name), None)


@register.filter
def dialled(phone):
    """A telephone number as a tel: address wants it."""
    return re.sub(r"[^\d+]", "", phone)
