"""Addresses within cleaned markup, for those who read it away from its page."""

import re
from html import escape, unescape
from urllib.parse import urljoin

# As in templatetags/rich.py: cleaned markup escapes every "<" of a text, so each match is a whole tag.
TAG = re.compile(r'<(?:a|img)\b(?:[^"<>]|"[^"]*")*>')
ATTRIBUTE = re.compile(r'\s([a-z-]+)="([^"]*)"')
PICTURE = re.compile(r'<img\b(?:[^"<>]|"[^"]*")*?\ssrc="([^"]*)"')


def absolute(html, base):
    """The markup with every address of a link or picture made absolute, seen from `base`."""
    return TAG.sub(lambda tag: ATTRIBUTE.sub(lambda found: attribute(base, *found.groups()), tag[0]), html)


def attribute(base, name, value):
    return f' {name}="{joined(base, value) if name in {"href", "src"} else value}"'


def joined(base, address):
    try:
        return escape(urljoin(base, unescape(address)))
    except ValueError:  # "http://[", which leads nowhere either way
        return address


def picture_addresses(html):
    """The addresses of the pictures, in their order."""
    return [unescape(address) for address in PICTURE.findall(html)]
