"""{% qr_code address "扫码阅读这篇文章" %}: an address that a telephone reads from screen or paper."""

from django import template

from axrc.web import qr

register = template.Library()


@register.inclusion_tag("components/_qr_code.html", takes_context=True)
def qr_code(context, address, label):
    """`address` is made absolute; `label` says where it leads, for those who can't see the code."""
    side, path = qr.drawing(context["request"].build_absolute_uri(address))
    return {"side": side, "path": path, "label": label}
