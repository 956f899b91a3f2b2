"""Puts pasted markup in order: blocks hold text, text stands in blocks, and nothing is empty."""

import re

from axrc.text import addresses
from axrc.text.tree import Element
from axrc.text.word import with_lists

ALIGNMENTS = ("left", "center", "right", "justify")
OUTSIDE = "nofollow noopener"

HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}
MARKS = {
    **{"b": "strong", "strong": "strong", "i": "em", "em": "em", "cite": "em", "dfn": "em", "u": "u"},
    **{"s": "s", "strike": "s", "del": "s", "sub": "sub", "sup": "sup", "a": "a"},
}
LISTS = {"ul": "ul", "menu": "ul", "dir": "ul", "ol": "ol"}
LIGHT = re.compile(r"font-weight\s*:\s*(normal|400)", re.IGNORECASE)

INVISIBLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u2060\ufeff\ufffe\uffff]")
BLANKS = re.compile("[ \t\r\n\f\xa0]+")
INDENTATION = " \t\r\n\f\xa0\u3000"


def ordered(nodes):
    """The blocks that the nodes make up."""
    return flow(nodes)


def flow(nodes, align="", marks=()):
    """Blocks from a mixture of blocks and text. `marks` are elements around the mixture that text must keep."""
    blocks, line = [], []
    for node in with_lists(nodes):
        if isinstance(node, str) or not node.is_block:
            line.append(node)
        else:
            blocks += paragraphs(line, align, marks)
            blocks += block(node, align, marks)
            line = []
    return blocks + paragraphs(line, align, marks)


def block(node, align, marks):
    """The blocks that one element becomes; all that have no meaning of their own are what is in them."""
    tag = node.tag
    align = alignment(node) or align
    if tag in HEADINGS:
        return heading(node, align, marks)
    elif tag in LISTS:
        return listing(node, align, marks)
    elif tag == "table":
        return table(node, marks)
    elif tag == "figure":
        return figure(node, align, marks)
    elif tag == "blockquote":
        inside = flow(node.children, align, marks)
        return [Element("blockquote", children=inside)] if inside else []
    elif tag == "hr":
        return [Element("hr")]
    else:
        return flow(node.children, align, (*marks, node) if is_mark(node, tags_of(marks)) else marks)


def heading(node, align, marks):
    text = one_text([node], tags_of(marks))
    return [aligned(Element(HEADINGS[node.tag], children=marked(text, marks)), align)] if text else []


def listing(node, align, marks):
    items = []
    for child in node.children:
        if isinstance(child, str):
            inside = flow([child], align, marks)
        elif child.tag in LISTS:
            inside = listing(child, align, marks)
            if items:
                items[-1].children += inside
                continue
        elif child.tag == "li":
            inside = flow(child.children, alignment(child) or align, marks)
        else:
            inside = flow([child], align, marks)
        if inside:
            items.append(tight(Element("li"), inside))
    attributes = {"start": node.attributes["start"]} if node.tag == "ol" and "start" in node.attributes else {}
    return [Element(LISTS[node.tag], attributes, items)] if items else []


def figure(node, align, marks):
    """A picture or table with its caption; without a caption it is no figure."""
    captions = [child for child in node.children if is_element(child, "figcaption")]
    inside = flow([child for child in node.children if child not in captions], align, marks)
    caption = one_text(captions)
    if caption and inside:
        return [tight(Element("figure"), inside, Element("figcaption", children=caption))]
    else:
        return inside + paragraphs(captions, align, marks)


def table(node, marks):
    """The table, after whatever had no place in it."""
    stray, captions, groups = [], [], {"thead": [], "tbody": []}
    for child in node.children:
        if is_element(child, "caption"):
            captions.append(child)
        elif is_element(child, "thead", "tbody", "tfoot"):
            groups["thead" if child.tag == "thead" else "tbody"] += rows(child, marks, stray)
        elif is_element(child, "tr"):
            groups["tbody"] += rows(Element("tbody", children=[child]), marks, stray)
        else:
            stray.append(child)
    before = flow(stray, "", marks)
    caption = one_text(captions)
    if not any(cell.children for group in groups.values() for row in group for cell in row.children):
        return before + flow(captions, "", marks)
    parts = [Element("caption", children=caption)] if caption else []
    parts += [Element(tag, children=group) for tag, group in groups.items() if group]
    return [*before, aligned(Element("table", children=parts), alignment(node))]


def rows(group, marks, stray):
    made = []
    for child in group.children:
        if is_element(child, "tr"):
            align = alignment(child) or alignment(group)
            cells = [cell(entry, align, marks) for entry in child.children if is_element(entry, "td", "th")]
            stray += [entry for entry in child.children if not is_element(entry, "td", "th")]
            made += [Element("tr", children=cells)] if cells else []
        else:
            stray.append(child)
    return made


def cell(node, align, marks):
    attributes = {name: value for name, value in node.attributes.items() if name in {"colspan", "rowspan", "scope"}}
    return tight(Element(node.tag, attributes), flow(node.children, alignment(node) or align, marks))


def tight(element, inside, *more):
    """The element around blocks; an only paragraph at its start is the element's own text."""
    if sum(entry.tag == "p" for entry in inside) == 1 and inside[0].tag == "p":
        element.attributes |= inside[0].attributes
        inside = inside[0].children + inside[1:]
    element.children = [*inside, *more]
    return element


def paragraphs(nodes, align, marks):
    """A paragraph for each group of lines: people write an empty line where they mean a new paragraph."""
    groups = paragraph_lines(inline(nodes, tags_of(marks)))
    return [aligned(Element("p", children=marked(joined(lines), marks)), align) for lines in groups]


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
    return groups + [lines] if lines else groups


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


def one_text(nodes, within=frozenset()):
    """All lines of the nodes, for a place that holds no paragraphs."""
    return joined([line for lines in paragraph_lines(inline(nodes, within)) for line in lines])


def inline(nodes, within=frozenset()):
    """Text, breaks, pictures and marks; of blocks in a place for text only their text. No mark twice around the same."""
    made = []
    for node in nodes:
        if isinstance(node, str):
            add(made, node)
        elif node.tag == "br":
            made.append(node)
        elif node.tag == "img":
            made += picture(node)
        elif is_mark(node, within):
            inside = inline(node.children, within | {MARKS[node.tag]})
            for part in marked(inside, [node]) if has_content(inside) else inside:
                add(made, part)
        else:
            edge = [" "] if node.is_block else []
            for part in [*edge, *inline(node.children, within), *edge]:
                add(made, part)
    return made


def add(nodes, node):
    """Append a node; texts that touch are one, with single blanks."""
    if not isinstance(node, str):
        nodes.append(node)
        return
    if nodes and isinstance(nodes[-1], str):
        node = nodes.pop() + node
    node = BLANKS.sub(" ", INVISIBLE.sub("", node))
    if node:
        nodes.append(node)


def picture(node):
    """The picture, or nothing where it has no address of its own."""
    source = node.attributes.get("src") or node.attributes.get("data-src")
    if not source:
        return []
    kept = {"src": source, "alt": printed(node.attributes.get("alt") or "")}
    for name in ("width", "height"):
        styled = re.search(rf"(?:^|;)\s*{name}\s*:\s*0*([1-9][0-9]{{0,3}})(?:\.[0-9]*)?px", style(node), re.IGNORECASE | re.ASCII)
        value = styled[1] if styled else node.attributes.get(name)
        if value:
            kept[name] = value
    floating = re.search(r"(?:^|;)\s*float\s*:\s*(left|right)", style(node), re.IGNORECASE)
    side = floating[1].lower() if floating else alignment(node)
    return [aligned(Element("img", kept), side)]


def printed(text):
    return " ".join(INVISIBLE.sub("", text).split())


def is_mark(node, within):
    """Google's documents come in one big <b> that is not bold."""
    if node.tag not in MARKS or MARKS[node.tag] in within:
        return False
    elif node.tag == "a":
        return bool(node.attributes.get("href"))
    else:
        return node.tag != "b" or not LIGHT.search(style(node))


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


def aligned(element, alignment):
    return Element(element.tag, {**element.attributes, "class": f"align-{alignment}"}, element.children) if alignment else element


def alignment(node):
    """From style, from the class that cleaning leaves, or from the attributes of old."""
    if node.tag == "center":
        return "center"
    styled = re.search(r"(?:^|;)\s*text-align\s*:\s*(left|center|right|justify)", style(node), re.IGNORECASE)
    classed = re.search(r"(?:^|\s)align-(left|center|right|justify)(?:\s|$)", node.attributes.get("class") or "")
    old = (node.attributes.get("align") or "").strip().lower()
    if styled:
        return styled[1].lower()
    elif classed:
        return classed[1]
    else:
        return old if old in ALIGNMENTS else ""


def style(node):
    return node.attributes.get("style") or ""


def is_element(node, *tags):
    return not isinstance(node, str) and node.tag in tags
