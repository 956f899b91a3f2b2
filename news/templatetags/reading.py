"""The size in which an article is read, and the switch for it."""

from django import template

from news.reading import Size, size_of

register = template.Library()


@register.simple_tag(takes_context=True)
def reading_class(context):
    """The class of the root element."""
    return f"reading-{size_of(context['request'])}"


@register.inclusion_tag("news/_reading_tools.html", takes_context=True)
def reading_tools(context, address):
    """Size and print, above an article. `address` is where the reader comes back to."""
    chosen = size_of(context["request"])
    sizes = [{"value": size.value, "label": size.label, "is_chosen": size == chosen} for size in Size]
    return {"sizes": sizes, "address": address}
