"""What editors do beside writing: times to apply and forms on notices, something pinned, places of the front page."""

import zipfile
from datetime import timedelta
from io import BytesIO

from django.core.files.base import File

from news.models import Article, Attachment, FrontSlot

# (days until applications open, days until they close) of the newest notices, from now.
WINDOWS = [(3, 17), (-4, 9), (-20, 2), (-30, -6), (-50, -30)]
CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
RELATIONS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>"""
DOCUMENT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>"""
LINES = ["报名登记表（演示）", "姓名：", "学历：", "报考岗位：", "联系电话：", "本人承诺以上内容真实。签名："]


def load(now):
    notices = Article.objects.published(now).newest_first()
    for (opens, closes), article in zip(WINDOWS, notices.filter(section__slug="exam")[: len(WINDOWS)], strict=False):
        article.opens_at, article.closes_at = now + timedelta(days=opens), now + timedelta(days=closes)
        article.save()
        Attachment.objects.create(article=article, file=File(BytesIO(form()), "报名登记表.docx"))
    pinned = notices.filter(section__slug="site").first()
    pinned.pinned_until = now + timedelta(days=30)
    pinned.save()
    FrontSlot.objects.create(place=FrontSlot.Place.LEAD, article=notices.filter(cover__isnull=False).first())
    for order, article in enumerate(notices.recommended()[:2]):
        FrontSlot.objects.create(place=FrontSlot.Place.RECOMMENDED, article=article, order=order)


def form():
    """A Word document of a few lines."""
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in LINES)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", DOCUMENT.format(paragraphs))
    return buffer.getvalue()
