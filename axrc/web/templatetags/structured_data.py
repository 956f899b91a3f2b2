"""The trail of crumbs, for programs."""

from django import template

from axrc.web.structured_data import breadcrumb_list, linked_data

register = template.Library()


@register.simple_tag(takes_context=True)
def breadcrumb_data(context, home):
    """The same as components/_breadcrumb.html shows. Takes the name of the home page; `crumbs` come from the context."""
    absolute = context["request"].build_absolute_uri
    crumbs = [(label, absolute(url) if url else "") for label, url in context["crumbs"]]
    return linked_data(breadcrumb_list([(home, absolute("/")), *crumbs]))
