"""The pictures within rich text: which there are, and the same text with others or without some."""

from axrc.text.addresses import is_outside
from axrc.text.cleaning import clean
from axrc.text.tree import grow, is_element, write


def images(html):
    """The attributes of each picture of cleaned markup, in order."""
    return [node.attributes for node in found(grow(html))] if "<img" in html else []


def outside_images(html):
    """The attributes of those that lie on other sites."""
    return [image for image in images(html) if is_outside(image.get("src", ""))]


def with_images(html, change):
    """The text with each picture's attributes as `change(attributes)` gives them; None takes the picture out.

    What has become empty by that, a paragraph or a link, goes too.
    """
    nodes = grow(html)
    return clean(write(changed(nodes, change)))


def without_outside_images(html):
    """The text without what a reader's browser would have to fetch from another site."""
    if outside_images(html):
        return with_images(html, lambda image: None if is_outside(image.get("src", "")) else image)
    else:
        return html


def found(nodes):
    for node in nodes:
        if is_element(node, "img"):
            yield node
        elif not isinstance(node, str):
            yield from found(node.children)


def changed(nodes, change):
    made = []
    for node in nodes:
        if is_element(node, "img"):
            attributes = change(dict(node.attributes))
            if attributes is None:
                continue
            node.attributes = attributes
        elif not isinstance(node, str):
            node.children = changed(node.children, change)
        made.append(node)
    return made
