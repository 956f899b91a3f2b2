"""Rich text as a list of lines that show its structure: for comparing two texts, not for publishing."""

from axrc.text.tree import grow, is_element

HEADINGS = {"h2": "【标题】", "h3": "【小标题】", "h4": "【小标题】"}
MARKERS = {"ul": "• ", "ol": "{}. "}


def text_blocks(html):
    """One line for each block of cleaned markup; a row of a table is a block, pictures and links say where they lead."""
    return list(blocks(grow(html)))


def blocks(nodes, before=""):
    line = []
    for node in nodes:
        if isinstance(node, str) or not node.is_block:
            line.append(node)
        else:
            yield from one_line(line, before)
            yield from block(node, before)
            line = []
    yield from one_line(line, before)


def one_line(nodes, before):
    text = " ".join(words(nodes).split())
    if text:
        yield before + text


def block(node, before):
    if node.tag in HEADINGS:
        yield from one_line(node.children, before + HEADINGS[node.tag])
    elif node.tag in MARKERS:
        yield from items(node, before)
    elif node.tag == "tr":
        yield before + "【表格】" + " | ".join(cell(child) for child in node.children if not isinstance(child, str))
    elif node.tag == "hr":
        yield before + "【分隔线】"
    elif node.tag == "blockquote":
        yield from blocks(node.children, before + "【引用】")
    else:
        yield from blocks(node.children, before)


def items(node, before):
    entries = [child for child in node.children if is_element(child, "li")]
    for number, entry in enumerate(entries, start=int(node.attributes.get("start", 1))):
        yield from blocks(entry.children, before + MARKERS[node.tag].format(number))


def cell(node):
    return " / ".join(blocks(node.children)) or "（空）"


def words(nodes):
    return "".join(node if isinstance(node, str) else word(node) for node in nodes)


def word(node):
    if node.tag == "img":
        return f"【图片 {node.attributes.get('alt') or '没有文字说明'} {node.attributes.get('src', '')}】"
    elif node.tag == "a":
        return f"{words(node.children)}〔{node.attributes.get('href', '')}〕"
    elif node.tag == "br":
        return " "
    else:
        return words(node.children)
