"""Lists from Word and WPS, which write them as paragraphs with a bullet or number typed in front."""

import re

from axrc.text.tree import Element, text_of

LEVEL = re.compile(r"mso-list\s*:[^;]*\blevel([1-9])\b", re.IGNORECASE)
MARKER = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
# "1." "(2)" "a)" "三、"; a bullet is one sign, at times a letter of a font of symbols.
NUMBER = re.compile("[(\uff08]?\\s*(\\d+|[a-z]{1,4}|[一二三四五六七八九十]+)\\s*[.)、\uff0e\uff09]", re.IGNORECASE)


def with_lists(nodes):
    """The nodes, with such paragraphs that follow each other made into lists."""
    if not any(level(node) for node in nodes):
        return nodes
    made, items = [], []
    for node in nodes:
        if level(node):
            items.append(node)
        elif items and isinstance(node, str) and not node.strip():
            continue
        else:
            made += [*lists(items), node]
            items = []
    return made + lists(items)


def level(node):
    """How deep in its list a paragraph stands, from 1; None for what is no item of a list."""
    found = not isinstance(node, str) and node.tag == "p" and LEVEL.search(node.attributes.get("style") or "")
    return int(found[1]) if found else None


def lists(items):
    """Lists from items, those of a deeper level in the item before them."""
    made = []
    while items:
        first = level(items[0])
        below = 1
        while below < len(items) and level(items[below]) > first:
            below += 1
        tag, children = item(items[0])
        if not made or made[-1].tag != tag:
            made.append(Element(tag, has_blocks=True))
        made[-1].children.append(Element("li", children=children + lists(items[1:below]), has_blocks=True))
        items = items[below:]
    return made


def item(paragraph):
    """The kind of list and what the item says, without the typed bullet or number."""
    marker, rest = "", []
    for node in paragraph.children:
        if is_marker(node):
            marker += text_of([node])
        else:
            rest.append(node)
    return "ol" if NUMBER.match(marker.strip()) else "ul", [Element("p", children=rest)]


def is_marker(node):
    if isinstance(node, str):
        return False
    own = MARKER.search(node.attributes.get("style") or "")
    return bool(own) or (node.tag == "span" and any(is_marker(child) for child in node.children))
