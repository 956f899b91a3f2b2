"""Which letters the bytes of an old file stand for."""

import codecs
import re

from news.importing.drafts import Refused

MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([a-z0-9_-]+)""", re.IGNORECASE)
# Pages that say gb2312 or gbk really use its larger brother; so do those that say nothing. The rare page from Taiwan
# says so. Any other word is not believed: it may name a codec that is no encoding of texts at all.
TAIWANESE = {"big5", "big5-hkscs"}
# Old systems cut titles in the middle of a sign. More than one such place in a thousand bytes is another encoding.
BYTES_A_FAULT = 1000


def decoded(data):
    """The text of a file: by its byte order mark, as UTF-8 where it is that, else as Chinese.

    What a page says of itself comes last: many were stored anew as UTF-8 and kept their old word.
    """
    encoding = next((name for mark, name in MARKS.items() if data.startswith(mark)), None)
    if encoding:
        return strict(data, [encoding])
    declared = DECLARED.search(data[:4096])
    taiwanese = declared and declared[1].decode().lower() in TAIWANESE
    try:
        return strict(data, ["utf-8", "big5hkscs" if taiwanese else "gb18030"])
    except Refused:
        return mended(data)


def strict(data, encodings):
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Refused("看不出文字编码，请另存为 UTF-8 或 GBK。")


def mended(data):
    """The text without the few signs that are broken."""
    text = data.decode("gb18030", errors="replace")
    if "\0" in text or text.count("\ufffd") > max(1, len(data) // BYTES_A_FAULT):
        raise Refused("看不出文字编码，请另存为 UTF-8 或 GBK。")
    return text.replace("\ufffd", "")
