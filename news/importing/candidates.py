"""From what a draft says to what an article holds, or to the reason why it can't."""

import hashlib
import re
from datetime import UTC, date, datetime, time
from pathlib import PurePosixPath

from django.utils import timezone

from axrc.text import clean, plain_text, printable
from axrc.text.cleaning import LONGEST, LONGEST_TYPED
from news.importing.drafts import Refused
from news.models import OWN_SOURCE, Article, Section

# What an import sets. All else on an article is the editors'.
FIELDS = ["title", "section", "source", "body", "published_at"]
LONGEST_KEY = Article._meta.get_field("legacy_key").max_length
YEARS = range(1990, 2100)
DATE = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?"
    r"(?:[T\s]+(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})(?:\.(\d{1,6}))?)?[分秒]?)?"
)
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")


class Sections:
    """The sections by the names that a file may use for them."""

    def __init__(self, default=None, names=None):
        self.default = default
        self.by_name = {}
        for section in Section.objects.all():
            self.by_name |= {section.slug: section, section.name: section}
        for name, slug in (names or {}).items():
            if slug not in self.by_name:
                raise Refused(f"对应关系里的分类“{slug}”不存在。")
            self.by_name[name] = self.by_name[slug]

    def find(self, name):
        """(section, note)."""
        name = printable(name)
        if name in self.by_name:
            return self.by_name[name], ""
        elif self.default:
            return self.default, f"没有分类“{name}”，放入{self.default}" if name else ""
        else:
            raise Refused(f"没有分类“{name}”" if name else "没有分类，请选择放入哪个分类")


def candidate(draft, sections):
    """(an article that is not saved, notes). Raises Refused with the reason for the report."""
    if draft.error:
        raise Refused(draft.error)
    title, source = printable(draft.title), printable(draft.source) or OWN_SOURCE
    if not title:
        raise Refused("没有标题")
    fit("标题", title, "title")
    fit("信息来源", source, "source")
    # A draft of this site that was exported has no date.
    published_at = None if draft.number and not draft.date else moment(draft.date)
    # What this site exported may be as long as what it keeps.
    most = LONGEST if draft.number else LONGEST_TYPED
    body = clean(draft.body)
    if max(len(draft.body), len(body)) > most:
        raise Refused(f"正文超过 {most} 个字符")
    if not plain_text(body) and "<img" not in body:
        raise Refused("没有正文")
    section, note = sections.find(draft.section)
    article = Article(
        title=title,
        section=section,
        source=source,
        body=body,
        published_at=published_at,
        status=Article.Status.PUBLISHED,
        legacy_key=short(draft.key),
    )
    article.legacy_digest = digest(article)
    return article, [*draft.notes, *([note] if note else [])]


def fit(label, text, name):
    most = Article._meta.get_field(name).max_length
    if len(text) > most:
        raise Refused(f"{label}有 {len(text)} 个字，最多 {most} 个")


def moment(said):
    """A day begins at midnight in Anxi."""
    if isinstance(said, datetime):
        naive = said.replace(tzinfo=None)
    elif isinstance(said, date):
        naive = datetime.combine(said, time())
    elif said := " ".join(str(said).split()):
        naive = typed(said)
    else:
        raise Refused("没有日期")
    if naive.year not in YEARS:
        raise Refused(f"日期不对：{naive:%Y-%m-%d}")
    return timezone.make_aware(naive)


def typed(text):
    found = DATE.fullmatch(text) or COMPACT.fullmatch(text)
    try:
        numbers = [int(group or 0) for group in found.groups()[:6]]
        fraction = int((found.groups()[6] or "").ljust(6, "0")) if len(found.groups()) > 6 else 0
        return datetime(*numbers, fraction)
    except (AttributeError, ValueError) as error:
        raise Refused(f"看不懂日期“{text[:30]}”，请写成 2020-03-05") from error


def digest(article):
    """Tells whether two articles hold the same, as far as an import sets it."""
    moment = article.published_at.astimezone(UTC).isoformat() if article.published_at else ""
    held = [article.title, str(article.section_id), article.source, article.body, moment]
    return hashlib.sha256("\0".join(held).encode()).hexdigest()


def short(key):
    """The key as the column holds it; what is too long is known by its hash and its end."""
    key = printable(key)
    if len(key) <= LONGEST_KEY:
        return key
    return f"{hashlib.sha256(key.encode()).hexdigest()}:{PurePosixPath(key).name[-80:]}"
