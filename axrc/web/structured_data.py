"""What a page says to programs: JSON-LD, the one place where it is written into markup."""

import json
import re

from django.utils.html import format_html

# What could end the element or mean something to a reader of markup or of scripts, and what UTF-8 can't hold.
UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


class Json:
    """Data as the inside of a script element: JSON whose unsafe characters are written as \\u003C."""

    def __init__(self, data):
        self.text = UNSAFE.sub(lambda sign: f"\\u{ord(sign[0]):04X}", json.dumps(data, ensure_ascii=False, allow_nan=False))

    def __html__(self):
        return self.text


def linked_data(data):
    """The element with a statement of schema.org. It is data, not a script: the content policy asks for no nonce."""
    return format_html('<script type="application/ld+json">{}</script>', Json({"@context": "https://schema.org", **data}))


def breadcrumb_list(places):
    """The way to a page. `places` are (name, absolute address); the page itself comes last and needs no address."""
    *above, (here, _address) = places
    known = [(name, address) for name, address in above if address]
    entries = [entry(number, name) | {"item": address} for number, (name, address) in enumerate(known, start=1)]
    return {"@type": "BreadcrumbList", "itemListElement": [*entries, entry(len(known) + 1, here)]}


def entry(number, name):
    return {"@type": "ListItem", "position": number, "name": str(name)}
