"""A little of CSS's selectors: tag, .class, #id, one in another, and alternatives after a comma."""

import re
from functools import cache

from axrc.text.tree import Element
from news.importing.drafts import Refused

STEP = re.compile(r"([a-z][a-z0-9]*)?((?:[.#][\w-]+)*)", re.IGNORECASE)
LONGEST = 200


@cache
def parse(selector):
    """Alternatives, each a list of steps (tag, ids, classes) from the outside in."""
    alternatives = []
    for alternative in selector.split(","):
        steps = [STEP.fullmatch(step) for step in alternative.split()]
        if not steps or not all(steps) or len(selector) > LONGEST:
            raise Refused(f"看不懂选择器“{selector[:LONGEST]}”。可以写 h1、.title、#content、div.news p，用逗号隔开几种。")
        alternatives.append([(step[1] or "", *marks(step[2])) for step in steps])
    return alternatives


def marks(text):
    found = re.findall(r"([.#])([\w-]+)", text)
    return {name for sign, name in found if sign == "#"}, {name for sign, name in found if sign == "."}


def select(nodes, selector):
    """The first element that fits, of the first alternative that has one; None where there is none."""
    for steps in parse(selector):
        if found := first(nodes, steps):
            return found
    return None


def first(nodes, steps):
    """In the order of the page. An outer step that fits may as well not be the one that was meant."""
    for node in nodes:
        if not isinstance(node, Element):
            continue
        rest = steps[1:] if fits(node, steps[0]) else steps
        if not rest:
            return node
        if found := first(node.children, rest):
            return found
    return None


def fits(element, step):
    tag, ids, classes = step
    own = element.attributes
    return (
        tag.lower() in ("", element.tag)
        and ids <= {own.get("id") or ""}
        and classes <= set((own.get("class") or "").split())
    )
