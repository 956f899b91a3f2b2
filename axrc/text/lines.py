"""Text with its marks, links and pictures, in lines without needless blanks."""

import re
from itertools import groupby

from axrc.text import addresses
from axrc.text.looks import aligned, alignment, styled
from axrc.text.tree import Element, is_element

OUTSIDE = "nofollow noopener"
MARKS = {
    "a": "a",
    "b": "strong",
    "cite": "em",
    "del": "s",
    "dfn": "em",
    "em": "em",
    "i": "em",
    "s": "s",
    "strike": "s",
    "strong": "strong",
    "sub": "sub",
    "sup": "sup",
    "u": "u",
}

INVISIBLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u2060\ufeff\ufffe\uffff]")
BLANKS = re.compile("[ \t\r\n\f\xa0]+")
INDENTATION = " \t\r\n\f\xa0\u3000"


def one_text(nodes, within=frozenset()):
    """All lines of the nodes, for a place that holds no paragraphs."""
    return joined([line for lines in paragraph_lines(inline(nodes, within)) for line in lines])


def paragraph_lines(nodes):
    """Groups of lines, each without the blanks around it; empty lines part the groups."""
    groups, lines = [], []
    for line in split_at_breaks(nodes):
        line = trimmed(line)
        if line:
            lines.append(line)
        elif lines:
            groups.append(lines)
            lines = []
    return [*groups, lines] if lines else groups


def split_at_breaks(nodes):
    line = []
    for node in nodes:
        if is_element(node, "br"):
            yield line
            line = []
        else:
            line.append(node)
    yield line


def joined(lines):
    nodes = []
    for line in lines:
        nodes += [Element("br"), *line] if nodes else line
    return nodes


def inline(nodes, within=frozenset()):
    """Text, breaks, pictures and marks; of blocks in a place for text only their text. No mark twice around the same."""
    made = []
    for node in nodes:
        if isinstance(node, str) or node.tag == "br":
            made.append(node)
        elif node.tag == "img":
            made += picture(node)
        elif is_mark(node, within):
            inside = inline(node.children, within | {MARKS[node.tag]})
            made += marked(inside, [node]) if has_content(inside) else inside
        else:
            edge = [" "] if node.is_block else []
            made += [*edge, *inline(node.children, within), *edge]
    return merged(made)


def merged(nodes):
    """Texts that touch are one, with single blanks. All at once: piece by piece it takes time by the square of them."""
    made = []
    for is_text, run in groupby(nodes, key=lambda node: isinstance(node, str)):
        if not is_text:
            made += run
        elif text := BLANKS.sub(" ", INVISIBLE.sub("", "".join(run))):
            made.append(text)
    return made


def picture(node):
    """The picture, or nothing where it has no address of its own."""
    source = node.attributes.get("src") or node.attributes.get("data-src")
    if not source:
        return []
    kept = {"src": source, "alt": printed(node.attributes.get("alt") or "")}
    for name in ("width", "height"):
        value = styled(node, name, r"0*([1-9][0-9]{0,3})(?:\.[0-9]*)?px") or node.attributes.get(name)
        if value:
            kept[name] = value
    return [aligned(Element("img", kept), styled(node, "float", "(left|right)") or alignment(node))]


def printed(text):
    return " ".join(INVISIBLE.sub("", text).split())


def is_mark(node, within):
    """Google's documents come in one big <b> that is not bold."""
    if node.tag not in MARKS or MARKS[node.tag] in within:
        return False
    elif node.tag == "a":
        return bool(node.attributes.get("href"))
    else:
        return node.tag != "b" or not styled(node, "font-weight", "(normal|400)")


def tags_of(marks):
    return frozenset(MARKS[mark.tag] for mark in marks)


def marked(nodes, marks):
    """The nodes with elements around them, the last one innermost."""
    for mark in reversed(marks):
        nodes = [Element(MARKS[mark.tag], link_attributes(mark) if mark.tag == "a" else {}, nodes)]
    return nodes


def link_attributes(node):
    address = node.attributes["href"]
    return {"href": address, "rel": OUTSIDE} if addresses.is_outside(address) else {"href": address}


def has_content(nodes):
    return any(not isinstance(node, str) or node.strip(INDENTATION) for node in nodes)


def trimmed(nodes):
    """Without blanks and breaks at either end, at any depth: indentation is the style sheet's."""
    trim(nodes, 0, str.lstrip)
    trim(nodes, -1, str.rstrip)
    return nodes


def trim(nodes, end, strip):
    while nodes:
        node = nodes[end]
        if isinstance(node, str):
            nodes[end] = strip(node, INDENTATION)
            if nodes[end]:
                return
        elif node.tag == "img":
            return
        else:
            trim(node.children, end, strip)
            if node.children:
                return
        nodes.pop(end)
