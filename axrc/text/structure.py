"""Puts pasted markup in order: blocks hold text, text stands in blocks, and nothing is empty."""

from axrc.text.lines import inline, is_mark, joined, marked, one_text, paragraph_lines, tags_of
from axrc.text.looks import aligned, alignment
from axrc.text.tree import Element, is_element
from axrc.text.word import with_lists

HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}
LISTS = {"ul": "ul", "menu": "ul", "dir": "ul", "ol": "ol"}


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


def paragraphs(nodes, align, marks):
    """A paragraph for each group of lines: people write an empty line where they mean a new paragraph."""
    groups = paragraph_lines(inline(nodes, tags_of(marks)))
    return [aligned(Element("p", children=marked(joined(lines), marks)), align) for lines in groups]


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
