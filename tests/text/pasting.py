"""Makes tests/data/pasted.json: 500 fragments as editors paste them, each with the words that must stay and must go.

    python -m tests.text.pasting

The same each time: there is no chance in it but a seeded one.
"""

import json
import random
from pathlib import Path

PATH = Path(__file__).parent.parent / "data" / "pasted.json"
A_KIND = 100
SIGNS = "茶园采摘加工烘焙藤铁光电石材用工补贴培训报名地址电话招聘公告政策企业职工社保工资合同县镇村厂"


class Writer:
    """One fragment in the making. Each word is there once, so that a lost one is seen."""

    def __init__(self, number):
        self.chance = random.Random(number)
        self.kept, self.gone = [], []
        self.number = number

    def word(self):
        word = "".join(self.chance.choices(SIGNS, k=self.chance.randint(2, 6))) + f"{self.number}字{len(self.kept)}"
        self.kept.append(word)
        return word

    def script(self):
        word = f"gone{self.number}x{len(self.gone)}"
        self.gone.append(word)
        return word

    def pick(self, *choices):
        return self.chance.choice(choices)

    def some(self, make, least=1, most=4):
        return "".join(make() for _ in range(self.chance.randint(least, most)))


def word_document(writer):
    def run():
        mark = writer.pick("b", "i", "u", "span lang=EN-US", "span style='mso-bidi-font-weight:normal'")
        return f"<{mark}><span style='font-family:仿宋_GB2312;mso-hansi-font-family:\"Times New Roman\"'>{writer.word()}</span></{mark.split()[0]}>"

    def paragraph():
        indent = writer.pick("text-indent:32.0pt", "text-align:center", "text-align:right;line-height:28.0pt")
        return f"<p class=MsoNormal style='{indent};mso-char-indent-count:2.0'>{writer.some(run)}<o:p></o:p></p>\n"

    def items():
        level = writer.chance.randint(1, 3)
        sign = writer.pick("1.", "(2)", "·", "Ø", "三、")
        return (
            f"<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>"
            f"{sign}<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span><![endif]>{writer.word()}</p>"
        )

    def table():
        cells = "".join(
            f"<td width={writer.chance.randint(50, 200)} valign=top style='border:solid windowtext 1.0pt'>{paragraph()}</td>"
            for _ in range(3)
        )
        return f"<table class=MsoTableGrid border=1 cellspacing=0><tr style='mso-yfti-irow:0'>{cells}</tr></table>"

    head = (
        f"<head><style><!-- p.{writer.script()} {{margin:0}} --></style><xml><w:View>{writer.script()}</w:View></xml></head>"
    )
    body = "".join(writer.pick(paragraph, items, items, table)() for _ in range(4))
    return f'<html xmlns:o="urn:schemas-microsoft-com:office:office">{head}<body lang=ZH-CN><!--StartFragment-->{body}<!--EndFragment--></body></html>'


def wps(writer):
    def paragraph():
        return (
            f'<p class="{writer.pick("MsoNormal", "15", "p0")}" style="margin-left:0pt;text-align:{writer.pick("left", "justify", "center")};mso-pagination:none">'
            f'<span style="mso-spacerun:\'yes\';font-family:宋体;font-size:{writer.chance.randint(9, 22)}.0000pt"><font face="宋体">{writer.word()}</font></span>'
            f"<b><span>{writer.word()}</span></b><o:p></o:p></p>"
        )

    def heading():
        rank = writer.chance.randint(1, 6)
        return f'<h{rank} align="center"><b><span style="mso-font-kerning:0">{writer.word()}</span></b></h{rank}>'

    def table():
        row = f'<tr style="height:19pt"><td colspan="{writer.chance.randint(1, 3)}" x:str>{paragraph()}</td><td>{writer.word()}</td></tr>'
        return f'<table border="1" width="568"><colgroup><col width="72"></colgroup><caption>{writer.word()}</caption>{row}</table>'

    return f"<style>@font-face{{font-family:{writer.script()}}}</style>" + "".join(
        writer.pick(paragraph, paragraph, heading, table)() for _ in range(4)
    )


def wechat(writer):
    def text():
        return f'<p style="text-indent:2em;letter-spacing:1px"><span style="font-size:15px;color:rgb(63,63,63)">　　{writer.word()}</span></p>'

    def picture():
        return f'<p style="text-align:center"><img class="rich_pages wxw-img" data-ratio="0.66" data-src="https://mmbiz.qpic.cn/{writer.number}.jpg" data-w="1080"></p>'

    def title():
        return f'<section style="border-left:4px solid #2b7"><section><strong data-brushtype="text">{writer.word()}</strong></section></section>'

    def quote():
        return f"<blockquote class='js_blockquote_wrap'><section>{writer.word()}<br>{writer.word()}</section></blockquote>"

    def bullets():
        return (
            f'<ul class="list-paddingleft-1"><li><p>{writer.word()}</p></li><li><section>{writer.word()}</section></li></ul>'
        )

    inside = "".join(writer.pick(text, text, picture, title, quote, bullets)() for _ in range(4)) + text()
    for _ in range(writer.chance.randint(1, 12)):
        inside = f'<section data-tools="135编辑器" data-id="{writer.chance.randint(1, 99999)}" style="box-sizing:border-box;display:flex">{inside}</section>'
    return inside + f"<mp-common-profile></mp-common-profile><script>var {writer.script()}=1</script>"


def web_page(writer):
    def paragraph():
        link = writer.pick(
            "https://www.example.com/a?b=1&c=2", "/news/1/", "javascript:void(0)", "//evil.example", "mailto:a@example.com"
        )
        return f'<p>&nbsp;&nbsp;&nbsp;{writer.word()}<a href="{link}" target=_blank onclick="go()">{writer.word()}</a>，{writer.word()}<br><br>{writer.word()}'

    def table():
        return (
            f"<table cellpadding=5 align=center><thead><tr><th scope=col>{writer.word()}<th>{writer.word()}</thead>"
            f"<tr><td>{writer.word()}<td rowspan=2><ul><li>{writer.word()}<li>{writer.word()}</ul></table>"
        )

    def old():
        return (
            f"<center><font color=red size=+2><b>{writer.word()}</font></b></center><div align=right>{writer.word()}</div>"
        )

    def definitions():
        return f"<dl><dt>{writer.word()}<dd>{writer.word()}</dl><pre>{writer.word()}\n  {writer.word()}</pre><hr>"

    def figure():
        return f"<figure><img src='/media/news/a.jpg' width=600 height='400px' alt='图'><figcaption>{writer.word()}</figcaption></figure>"

    def form():
        return (
            f"<form action=/x><label>{writer.word()}<input value=1></label></form><iframe src=//x>{writer.script()}</iframe>"
        )

    return (
        f"<!-- 广告 --><style>.{writer.script()}{{}}</style>"
        + "".join(writer.pick(paragraph, table, old, definitions, figure, form)() for _ in range(4))
        + paragraph()
    )


def hostile(writer):
    def handler():
        tag = writer.pick("p", "div", "span", "b", "section", "custom-tag", "body")
        return f"<{tag} onmouseover=alert(1) style=\"background:url(javascript:alert(1))\" id=x class='align-center {writer.number}'>{writer.word()}</{tag}>"

    def script():
        tag = writer.pick("script", "style", "SCRIPT", "template")
        return f"<{tag} x='>'>{writer.script()}</{tag}>{writer.word()}"

    def address():
        link = writer.pick(
            "java&#10;script:alert(1)",
            "&#x6a;avascript:x",
            "data:text/html,x",
            "vbscript:x",
            " javascript:x",
            "\\\\evil.example",
        )
        return f"<a href='{link}'>{writer.word()}</a><img src='{link}' onerror=alert(1)>"

    def crossed():
        first, second = writer.chance.sample(["b", "i", "p", "div", "a href=/x", "li", "h2", "blockquote", "u"], 2)
        return f"<{first}>{writer.word()}<{second}>{writer.word()}</{first.split()[0]}>{writer.word()}</{second.split()[0]}>"

    def loose():
        return f"<table>{writer.word()}<tr>{writer.word()}<td>{writer.word()}<table><td>{writer.word()}</table></table></td></tr>"

    def signs():
        return (
            f"<p>{writer.word()[:-1]}\u200b\x08{writer.kept[-1][-1]}&lt;script&gt;{writer.word()}&amp;lt;&#0;&#x1f600;</p>"
        )

    def foreign():
        return f"<svg onload=x><desc><p>{writer.word()}</p></desc></svg><math><mi>{writer.word()}</mi></math>"

    def deep():
        tag, times = writer.pick("div", "b", "ul", "blockquote", "font", "ol"), writer.chance.randint(50, 300)
        return f"<{tag}>" * times + writer.word() + f"</{tag}>" * writer.chance.randint(0, times)

    def lists():
        return f"<li>{writer.word()}<ul><ol><li>{writer.word()}</ul>{writer.word()}</li><dd>{writer.word()}<caption>{writer.word()}"

    return "".join(
        writer.pick(handler, script, address, crossed, loose, signs, foreign, deep, lists)()
        for _ in range(writer.chance.randint(2, 6))
    )


KINDS = {"Word": word_document, "WPS": wps, "WeChat": wechat, "web page": web_page, "hostile": hostile}


def fragments():
    made = []
    for place, (kind, write) in enumerate(KINDS.items()):
        for number in range(place * A_KIND, (place + 1) * A_KIND):
            writer = Writer(number)
            html = write(writer)
            made.append({"kind": kind, "html": html, "kept": writer.kept, "gone": writer.gone})
    return made


def as_json():
    return "[\n" + ",\n".join(json.dumps(fragment, ensure_ascii=False) for fragment in fragments()) + "\n]\n"


if __name__ == "__main__":
    PATH.parent.mkdir(exist_ok=True)
    PATH.write_text(as_json(), encoding="utf-8", newline="\n")
