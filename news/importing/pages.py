"""A saved page of an old portal as a draft.

Old portals are built alike: 您的位置:站名 >> 栏目 >> title; the title once more; the text; 添加日期:… 信息来源:… (before or
after the text); 上一条新闻 / 下一条新闻; then what is beside every page. So without selectors a page is read as a row of
lines between these landmarks, whatever boxes and tables they stand in.
"""

import re
from html import unescape

import nh3

from axrc.text import addresses
from axrc.text.cleaning import LONGEST_TYPED, READ_ATTRIBUTES, READ_TAGS, WITHOUT_CONTENT, is_tangled
from axrc.text.tree import Element, grow, is_element, text_of, write
from news.importing.decoding import decoded
from news.importing.drafts import Draft, Refused
from news.importing.selectors import select

COLON = r"\s*[::]\s*"
CRUMBS = re.compile(rf"(?:您|你)?(?:的|现在的|当前)?位置{COLON}")
PARTING = re.compile(r"\s*(?:>>|»|›|→)\s*|\s+>\s+|(?<=[^\s>])>(?=[^\s>])")
DAY = r"(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}(?:\s*日)?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?)"
DATES = [
    re.compile(rf"添加(?:日期|时间){COLON}{DAY}"),
    re.compile(rf"(?:发布|更新|发表|录入)?(?:日期|时间){COLON}{DAY}"),
]
SOURCE = re.compile(
    rf"(?:信息来源|文章来源|新闻来源|来源){COLON}(.*?)"
    r"(?=\s{2,}|[\s|]*(?:作者|编辑|点击|浏览|阅读|人气|添加|发布|时间|日期|字体|【|\[|$))"
)
END = re.compile(
    rf"[上下]一[条篇](?:新闻|文章|资讯)?{COLON}|最新推荐|相关(?:新闻|文章|阅读|链接)$|版权所有|【?(?:打印|关闭)(?:本页|窗口)"
)
# A table or list in which one of these stands lays out the page.
LAYOUT = re.compile(rf"位置{COLON}|添加(?:日期|时间){COLON}|[上下]一[条篇](?:新闻|文章|资讯)?{COLON}|版权所有|最新推荐")
# Steps that are no section.
FRONTS = {"首页", "资讯中心", "新闻中心", "资讯", "新闻", "新闻资讯", "正文"}
BULLETS = " \t\r\n\xa0\u3000•·●■◆▪"
SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S{1,500}?)\s*-->", re.IGNORECASE)
DOCUMENT_TITLE = re.compile(r"<title[^>]*>([^<]{1,300})", re.IGNORECASE)
HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|(?:text-indent|left|top)\s*:\s*-\d{3}"
)
HAN = re.compile("[\u3400-\u9fff]")
# Boxes that stay whole: they are parts of a text.
WHOLE = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "figure", "pre", "dl", "hr"}


def draft(name, data, mapping):
    """Raises Refused where there is nothing to be read; what is missing is said by the check that all drafts pass."""
    if not data.strip():
        raise Refused("文件是空的。")
    text = decoded(data)
    is_typed = name.lower().endswith(".txt")
    nodes = typed(text) if is_typed else tree(text)
    found = by_landmarks(nodes) | by_selectors(nodes, mapping)
    if "title" not in found and not is_typed and (title := DOCUMENT_TITLE.search(text)):
        found["title"] = re.split(r"\s*[-_|–—]{1,2}\s*", unescape(title[1]).strip())[0]
    body, notes = told(found.pop("body", []))
    address = SAVED_FROM.search(text[:5000])
    key = f"url:{address[1]}" if address else f"file:{name}"
    return Draft(place=name, key=key, body=body, notes=notes, **found)


def typed(text):
    """Lines as a page would have them."""
    return [node for line in text.splitlines() for node in (line, Element("br"))]


def tree(markup):
    """The elements of a page, as a browser would read it, with what tells them apart; without what nobody sees."""
    if is_tangled(markup):
        raise Refused("网页的标签嵌套异常，不能导入。")
    read = nh3.clean(
        markup,
        tags=READ_TAGS | {"font"},
        clean_content_tags=WITHOUT_CONTENT | {"select", "button", "textarea"},
        attributes=READ_ATTRIBUTES | {"*": {"class", "id", "style", "align"}},
        url_schemes=addresses.LINK_SCHEMES,
        link_rel=None,
    )
    return visible(grow(read))


def visible(nodes):
    """Injected links hide where readers don't see them."""
    kept = [node for node in nodes if not (isinstance(node, Element) and HIDDEN.search(node.attributes.get("style") or ""))]
    for node in kept:
        if isinstance(node, Element):
            node.children = visible(node.children)
    return kept


def by_selectors(nodes, mapping):
    found = {}
    for part, selector in mapping.selectors.items():
        element = select(nodes, selector)
        if element is None:
            raise Refused(f"网页里没有选择器“{selector}”说的地方。")
        text = line_of([element])
        if part == "body":
            found["body"] = element.children
        elif part == "date":
            found["date"] = (re.search(DAY, text) or [text])[0]
        elif part == "source":
            found["source"] = said[1] if (said := SOURCE.search(text)) else text
        else:
            found[part] = text
    return found


def by_landmarks(nodes):
    pieces = pieces_of(nodes)
    texts = [line_of(piece) for piece in pieces]
    crumbs = crumbs_of(texts)
    start, title = title_of(pieces, texts, crumbs)
    end = next((at for at in range(start, len(texts)) if END.match(texts[at])), len(texts))
    meta, date = date_of(texts, start, end)
    found = {"body": body_of(pieces, texts, start, meta, end), "date": date}
    if title:
        found["title"] = title
    if source := next((said[1] for at in meta for said in [SOURCE.search(texts[at])] if said), ""):
        found["source"] = source
    if crumbs and len(crumbs) > 2 and crumbs[-2] not in FRONTS:
        found["section"] = crumbs[-2]
    return found


def pieces_of(nodes):
    """What stands on a line of its own, in order; each piece is a list of nodes."""
    pieces, line = [], []
    for node in nodes:
        if isinstance(node, str) or not (node.is_block or node.tag == "br"):
            line.append(node)
            continue
        if is_element(node, "br"):
            pieces.append([*line, node])
        else:
            pieces += [line] if line else []
            pieces += [[node]] if is_whole(node) else pieces_of(node.children)
        line = []
    return [*pieces, line] if line else pieces


def is_whole(node):
    """A part of the text; not what only lays out the page."""
    if node.tag not in WHOLE or LAYOUT.search(text_of([node])):
        return False
    else:
        return node.tag != "table" or not is_frame(node)


def is_frame(table):
    """A table of one column is a box."""
    return all(sum(is_element(cell, "td", "th") for cell in row.children) < 2 for row in rows_of(table))


def rows_of(table):
    for child in table.children:
        if is_element(child, "tr"):
            yield child
        elif is_element(child, "thead", "tbody", "tfoot"):
            yield from (row for row in child.children if is_element(row, "tr"))


def line_of(nodes):
    """What a piece says, without the bullet before it. Double blanks stay: they part what stands in one line."""
    return re.sub("[\xa0\u3000]", " ", text_of(nodes)).strip(BULLETS)


def crumbs_of(texts):
    """The steps of 您的位置, or None; at times they stand in the box beside it."""
    for at, text in enumerate(texts):
        if found := CRUMBS.search(text):
            said = text[found.end() :]
            rest = next((later for later in texts[at + 1 :] if later), "")
            steps = PARTING.split(said if PARTING.search(said) else f"{said} {rest}".strip())
            return [step.strip() for step in steps]
    return None


def title_of(pieces, texts, crumbs):
    """(where what follows the title begins, title). The steps may have it cut short; the line above the text has not."""
    if crumbs and len(crumbs) > 1 and crumbs[-1]:
        last = crumbs[-1].rstrip("….")
        after = next(at for at, text in enumerate(texts) if CRUMBS.search(text)) + 1
        for at in range(after, len(texts)):
            if texts[at].startswith(last) and not PARTING.search(texts[at]):
                return at + 1, " ".join(texts[at].split())
        return after, crumbs[-1]
    heading = next((at for at, piece in enumerate(pieces) if any(is_element(node, "h1") for node in piece)), None)
    return (heading + 1, texts[heading]) if heading is not None else (0, "")


def date_of(texts, start, end):
    """(the lines that say date and source, the date): before the end of the text, else anywhere after the title."""
    for pattern in DATES:
        for at in [*range(start, end), *range(end, len(texts))]:
            if found := pattern.search(texts[at]):
                beside = [near for near in (at - 1, at + 1) if start <= near < len(texts) and SOURCE.match(texts[near])]
                return [at, *([] if SOURCE.search(texts[at]) else beside[:1])], found[1]
    return [], ""


def body_of(pieces, texts, start, meta, end):
    """Date and source stand above the text or below it: the text is on the side that says more."""
    inside = [at for at in meta if at < end]
    parts = [(start, min(inside)), (max(inside) + 1, end)] if inside else [(start, end)]
    first, last = max(parts, key=lambda part: sum(map(len, texts[part[0] : part[1]])))
    if has_bullet := first < last and text_of(pieces[first]).lstrip()[:1] in set("•●■◆▪"):
        pieces = [*pieces[:first], without_bullet(pieces[first]), *pieces[first + 1 :]]
    while last > first and (is_spam(pieces[last - 1]) or not (texts[last - 1] or has_bullet or holds(pieces[last - 1]))):
        last -= 1
    return [node for piece in pieces[first:last] for node in piece]


def without_bullet(piece):
    return [piece[0].lstrip(BULLETS), *piece[1:]] if isinstance(piece[0], str) else piece


def holds(piece):
    return "<img" in write(piece)


def is_spam(piece):
    """A line of nothing but links to other sites, without a Chinese sign: nobody writes so at the end of an article."""
    text = line_of(piece)
    linked = "".join(text_of([link]) for link in links_of(piece) if addresses.is_outside(link.attributes.get("href") or ""))
    return bool(text) and not HAN.search(text) and "".join(linked.split()) == "".join(text.split())


def links_of(nodes):
    for node in nodes:
        if isinstance(node, Element):
            if node.tag == "a":
                yield node
            yield from links_of(node.children)


def told(nodes):
    """(markup, notes): links within the old site lead nowhere now and keep only their words; lost pictures are counted."""
    lost = bring_over(nodes)
    body = write(nodes)
    if len(body) > LONGEST_TYPED:
        raise Refused("正文太长，不能导入。")
    return body, [f"{lost} 张图片没有导入，请在后台补上"] if lost else []


def bring_over(nodes):
    """Takes from the nodes what only the old site can resolve; how many pictures that were."""
    lost = 0
    for at, node in enumerate(nodes):
        if not isinstance(node, Element):
            continue
        lost += bring_over(node.children)
        if node.tag == "img" and not addresses.picture(node.attributes.get("src") or ""):
            lost += 1
        elif node.tag == "a" and not addresses.is_outside(node.attributes.get("href") or ""):
            nodes[at] = Element("span", {}, node.children, node.has_blocks)
    return lost
