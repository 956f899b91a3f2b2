"""The little of an element's looks that stays: how it is aligned and how large it is."""

import re

ALIGNMENTS = ("left", "center", "right", "justify")
ALIGNMENT = "(left|center|right|justify)"


def alignment(node):
    """From style, from the class that cleaning leaves, or from the attributes of old."""
    classed = re.search(r"(?:^|\s)align-(left|center|right|justify)(?:\s|$)", node.attributes.get("class") or "")
    old = (node.attributes.get("align") or "").strip().lower()
    if node.tag == "center":
        return "center"
    elif classed:
        return styled(node, "text-align", ALIGNMENT) or classed[1]
    else:
        return styled(node, "text-align", ALIGNMENT) or (old if old in ALIGNMENTS else "")


def aligned(element, align):
    """The element with the class that stands for its alignment, if it has one."""
    if align:
        element.attributes["class"] = f"align-{align}"
    return element


def styled(node, name, values):
    """The value of a style, where it is one of those that are looked for; the first group of `values` is what counts."""
    found = re.search(rf"(?:^|;)\s*{name}\s*:\s*{values}", node.attributes.get("style") or "", re.IGNORECASE | re.ASCII)
    return found[1].lower() if found else ""
