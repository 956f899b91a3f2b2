"""What pages say to programs."""

from functools import lru_cache
from urllib.parse import urljoin

from django import template

from axrc.web.structured_data import breadcrumb_list, linked_data

register = template.Library()


@register.simple_tag(takes_context=True)
def breadcrumb_data(context, home):
    """The same as components/_breadcrumb.html shows. Takes the name of the home page; `crumbs` come from the context."""
    return breadcrumbs(home, context["request"].build_absolute_uri("/"), tuple(context["crumbs"]))


@lru_cache(1024)
def breadcrumbs(home, root, crumbs):
    places = [(label, urljoin(root, url) if url else "") for label, url in crumbs]
    return linked_data(breadcrumb_list([(home, root), *places]))


@register.simple_tag
def statement(data):
    """A statement of schema.org as the view made it."""
    return linked_data(data)
