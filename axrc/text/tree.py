"""A small tree of elements, made from markup that is known to be well-formed and written back to markup."""

from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

VOID = {"br", "hr", "img"}
BLOCKS = {
    *("address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "dir", "div", "dl", "dt"),
    *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr"),
    *("legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary"),
    *("table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
}
# What is nested deeper loses its tags, not its text: nobody writes so, and every step through a tree is a recursion.
DEEPEST = 60


@dataclass
class Element:
    tag: str
    attributes: dict = field(default_factory=dict)
    children: list = field(default_factory=list)
    has_blocks: bool = False  # somewhere below

    @property
    def is_block(self):
        return self.tag in BLOCKS or self.has_blocks


class Grower(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = [Element("")]
        self.too_deep = 0

    def handle_starttag(self, tag, attrs):
        if tag in VOID:
            self.add(Element(tag, dict(attrs)))
        elif len(self.open) > DEEPEST:
            self.too_deep += 1
        else:
            element = Element(tag, dict(attrs))
            self.add(element)
            self.open.append(element)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if self.too_deep:
            self.too_deep -= 1
        else:
            self.open.pop()

    def handle_data(self, data):
        self.open[-1].children.append(data)

    def add(self, element):
        self.open[-1].children.append(element)
        if element.tag in BLOCKS:
            for parent in reversed(self.open):
                if parent.has_blocks:
                    break
                parent.has_blocks = True


def grow(markup):
    """The nodes of well-formed markup."""
    grower = Grower()
    grower.feed(markup)
    grower.close()
    return grower.open[0].children


def write(nodes):
    return "".join(escape(node, quote=False) if isinstance(node, str) else write_element(node) for node in nodes)


def write_element(element):
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in element.attributes.items())
    if element.tag in VOID:
        return f"<{element.tag}{attributes}>"
    else:
        return f"<{element.tag}{attributes}>{write(element.children)}</{element.tag}>"


def depth(nodes):
    """How many elements stand in one another."""
    return max((1 + depth(node.children) for node in nodes if not isinstance(node, str)), default=0)


def text_of(nodes):
    return "".join(node if isinstance(node, str) else text_of(node.children) for node in nodes)


def is_element(node, *tags):
    return not isinstance(node, str) and node.tag in tags
