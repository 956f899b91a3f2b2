"""The letter of authority that a company fills in, signs and stamps: a small Word file."""

import io
import zipfile
from xml.sax.saxutils import escape

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
# A4 with margins, in twentieths of a point.
PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800"/></w:sectPr>'
)
BLANK = "＿" * 12
# A zip file carries a time; a fixed one makes equal letters equal files.
MOMENT = (2020, 1, 1, 0, 0, 0)

CONTENT_TYPES = (
    f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{DOCX}.main+xml"/></Types>'
)
PACKAGE = (
    f'{HEAD}<Relationships xmlns="{RELATIONS}">'
    f'<Relationship Id="rId1" Type="{OFFICE}" Target="word/document.xml"/></Relationships>'
)


def letter_of_authority(company, credit_code, person):
    """The bytes of the .docx; what is not known is left to be written by hand."""
    lines = [
        "安溪人才网：",
        f"兹授权本单位工作人员 {person or BLANK} 办理本单位在安溪人才网的企业认证，"
        "代表本单位发布和管理招聘信息、处理求职者的应聘材料。",
        "被授权人在授权范围内的上述行为，由本单位承担责任。",
        f"企业名称：{company or BLANK}",
        f"统一社会信用代码：{credit_code or BLANK}",
        f"被授权人联系电话：{BLANK}",
        "授权期限：自签署之日起 12 个月。人员变动时，本单位将及时更换招聘专员。",
        f"法定代表人（经营者）签字：{BLANK}",
        f"单位盖章：{BLANK}",
        "日期：＿＿＿＿年＿＿月＿＿日",
    ]
    body = paragraph("授权书", size=36, align="center") + "".join(paragraph(line) for line in lines)
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": PACKAGE,
        "word/document.xml": f'{HEAD}<w:document xmlns:w="{WORD}"><w:body>{body}{PAGE}</w:body></w:document>',
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, MOMENT), content.encode(), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def paragraph(text, size=24, align="left"):
    """`size` in half points."""
    look = f'<w:rPr><w:rFonts w:eastAsia="SimSun"/><w:sz w:val="{size}"/></w:rPr>'
    place = f'<w:pPr><w:spacing w:after="240" w:line="420" w:lineRule="auto"/><w:jc w:val="{align}"/></w:pPr>'
    return f'<w:p>{place}<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
