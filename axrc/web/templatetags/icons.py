"""Icons, drawn once when a template is read and not each time it is shown."""

from django import template
from django.template.base import TextNode
from lucide.templatetags.lucide import lucide as drawn

register = template.Library()


@register.tag
def lucide(parser, token):
    """{% lucide "map-pin" size=18 aria_hidden="true" %}: all words are constants."""
    _, name, *words = token.split_contents()
    attributes = {key: constant(parser, value) for key, _, value in (word.partition("=") for word in words)}
    return TextNode(drawn(constant(parser, name), **attributes))


def constant(parser, text):
    return parser.compile_filter(text).resolve({})
