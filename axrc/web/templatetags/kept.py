"""A part of a template that a process draws once for each of its versions."""

from collections import OrderedDict
from threading import Lock

from django import template

register = template.Library()

# So many parts are kept, those asked for last.
KEPT = 200

_kept = OrderedDict()
_lock = Lock()


@register.tag
def kept(parser, token):
    """{% kept "name" version ... %}: the part depends on nothing but what is named here, which must be hashable."""
    _, *names = token.split_contents()
    nodes = parser.parse(["endkept"])
    parser.delete_first_token()
    return KeptNode(nodes, [parser.compile_filter(name) for name in names])


class KeptNode(template.Node):
    def __init__(self, nodelist, names):
        self.nodelist = nodelist
        self.names = names

    def render(self, context):
        key = tuple(name.resolve(context) for name in self.names)
        with _lock:
            if key in _kept:
                _kept.move_to_end(key)
                return _kept[key]
        drawn = self.nodelist.render(context)
        with _lock:
            _kept[key] = drawn
            while len(_kept) > KEPT:
                _kept.popitem(last=False)
        return drawn
