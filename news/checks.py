"""Slips that an editor may want to mend before readers see them. They are pointed out, nothing is refused for them."""

import re

from django.utils import timezone

from axrc.text import clean, plain_text
from axrc.text.addresses import is_outside
from axrc.text.tree import grow, is_element, text_of
from news import advertising
from news.models import NOTICES, Article

LONGEST_TITLE = 30
# Links that say nothing when a screen reader lists them by themselves.
EMPTY_WORDS = re.compile(
    "(?:请|可|点击|点|戳|单击|这里|这儿|此处|本|链接|查看|进入|打开|下载|详情|更多|阅读|原文|全文)+|(?:click|here|more|link)+",
    re.IGNORECASE,
)
SIGNS = re.compile(r"[\s\W_]+")
FILE_NAME = re.compile(r"(?:img|dsc|image|mmexport|wechat|微信图片|截图|图片)?[\s_\-.()\d]*(?:\.\w{3,4})?", re.IGNORECASE)


def checks(article, at=None):
    """Sentences, one for each kind of slip. The article may be unsaved and incomplete."""
    nodes = list(elements(grow(clean(article.body or ""))))
    findings = [
        long_title(article),
        future_date(article, at or timezone.now()),
        *pictures(nodes),
        *headings(nodes),
        tables(nodes),
        links(nodes),
        *claims(article),
    ]
    return [finding for finding in findings if finding]


def elements(nodes):
    """All elements, in the order in which they begin."""
    for node in nodes:
        if not isinstance(node, str):
            yield node
            yield from elements(node.children)


def long_title(article):
    length = len(article.title)
    if length > LONGEST_TITLE:
        return f"标题有 {length} 个字，手机上会占好几行，建议不超过 {LONGEST_TITLE} 个字。"


def future_date(article, at):
    if article.status == Article.Status.PUBLISHED and article.published_at and article.published_at > at:
        return f"添加日期在将来，文章到 {timezone.localtime(article.published_at):%Y-%m-%d %H:%M} 才会显示。"


def pictures(nodes):
    found = [node.attributes for node in nodes if node.tag == "img"]
    silent = sum(FILE_NAME.fullmatch(picture.get("alt", "").strip()) is not None for picture in found)
    foreign = sum(is_outside(picture.get("src", "")) for picture in found)
    if silent:
        yield f"正文里有 {silent} 张图片没有替换文字，看不见图的人不知道画的是什么。请双击图片，填写“替换文本”。"
    if foreign:
        yield f"正文里有 {foreign} 张图片在别的网站上，读者看不到。保存以后可以逐张存到本站或删除。"


def headings(nodes):
    """The title is the first level; each level may only follow the one above it."""
    above = 1
    for node in nodes:
        if node.tag in {"h2", "h3", "h4"}:
            level, text = int(node.tag[1]), quoted(text_of([node]))
            if level > above + 1:
                yield f"小标题{text}跳过了一级：它是“标题 {level}”，前面还没有“标题 {level - 1}”。"
                return
            above = level


def tables(nodes):
    bare = sum(not any(is_element(cell, "th") for cell in elements(node.children)) for node in nodes if node.tag == "table")
    if bare:
        return f"正文里有 {bare} 个表格没有表头。请在表格属性里把第一行或第一列设为“标题”，读者才知道每一列是什么。"


def links(nodes):
    texts = [text_of([node]).strip() for node in nodes if node.tag == "a"]
    vague = [text for text in texts if text and EMPTY_WORDS.fullmatch(SIGNS.sub("", text))]
    if vague:
        shown = "、".join(quoted(text) for text in dict.fromkeys(vague))
        return f"链接的文字{shown}没有说明去哪里。请写出打开的是什么，例如“2026年补贴申请表”。"


def claims(article):
    """What advertising law forbids is looked for where the site speaks for itself, not in the news."""
    if article.section_id and article.section.slug == NOTICES:
        text = f"{article.title}。{article.summary}。{plain_text(clean(article.body or ''))}"
        words = advertising.forbidden_words(text)
        if words:
            shown = "、".join(quoted(word) for word in words)
            yield f"网站公告里有广告法不允许的绝对化用语：{shown}。如果是在宣传本站，请改成能核实的说法。"


def quoted(text):
    return f"“{text if len(text) <= 20 else text[:19] + '…'}”"
