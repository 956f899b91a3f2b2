"""The deed: what an import makes of each draft."""

from itertools import islice

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.db import DatabaseError, transaction

from axrc.text import excerpt
from news.importing.candidates import FIELDS, Sections, candidate, digest
from news.importing.drafts import Refused
from news.importing.report import Line, Outcome, Report
from news.models import LONGEST_SUMMARY, Article

# So many rows are looked up at a time.
BATCH = 500


def examine(drafts, *, section=None, names=None):
    """What `write` would do, without doing it."""
    return go_through(drafts, Sections(section, names), lambda article, known: known or article)


def write(drafts, *, section=None, names=None, by=None):
    """Each row in a transaction of its own, so that a bad one stops no other. `by` may be None."""
    report = go_through(drafts, Sections(section, names), lambda article, known: stored(article, known, by))
    report.is_written = True
    return report


def go_through(drafts, sections, deed):
    report, seen = Report(), {}
    drafts = iter(drafts)
    while batch := list(islice(drafts, BATCH)):
        read = [understood(draft, sections) for draft in batch]
        known = Known(batch, [article for article, _notes in read if isinstance(article, Article)])
        for draft, (article, notes) in zip(batch, read, strict=True):
            report.lines.append(line(draft, article, notes, known, seen, deed))
    return report


def understood(draft, sections):
    """(article, notes), or (the refusal, [])."""
    try:
        return candidate(draft, sections)
    except Refused as refusal:
        return refusal, []


class Known:
    """The articles of the site that the rows of a batch may be."""

    def __init__(self, drafts, articles):
        numbers = [int(draft.number) for draft in drafts if is_number(draft.number)]
        self.by_number = Article.objects.in_bulk(numbers)
        keys = [article.legacy_key for article in articles]
        self.by_key = {article.legacy_key: article for article in Article.objects.filter(legacy_key__in=keys)}
        # The index of articles begins with the status.
        same = Article.objects.filter(
            status__in=Article.Status.values, published_at__in={article.published_at for article in articles}
        ).only("title", "published_at")
        self.by_title = {(article.title, article.published_at): article for article in same}

    def find(self, draft, article):
        """The article that the row was exported from or imported to before."""
        number = int(draft.number) if is_number(draft.number) else None
        return self.by_number.get(number) or self.by_key.get(article.legacy_key)

    def double(self, article):
        return self.by_title.get((article.title, article.published_at))


def is_number(text):
    return text.isascii() and text.isdecimal() and len(text) < 16


def line(draft, article, notes, known, seen, deed):
    if isinstance(article, Refused):
        return Line(draft.place, draft.title, Outcome.ERROR, str(article))
    found, reason = known.find(draft, article), "；".join(notes)
    names = {found.pk if found else article.legacy_key, (article.title, article.published_at)}
    if earlier := names & seen.keys():
        return Line(draft.place, article.title, Outcome.ERROR, f"与{seen[earlier.pop()]}是同一篇")
    seen.update(dict.fromkeys(names, draft.place))
    if obstacle := unfit(article, found, known):
        return Line(draft.place, article.title, *obstacle, article=found or known.double(article))
    try:
        done = deed(article, found)
    except Conflict as conflict:
        return Line(draft.place, article.title, Outcome.SKIPPED, str(conflict), article=found)
    except DatabaseError:
        return Line(draft.place, article.title, Outcome.ERROR, "没有写入数据库，可能有人同时在导入，请再试一次")
    return Line(draft.place, article.title, Outcome.UPDATED if found else Outcome.NEW, reason, article=done)


def unfit(article, found, known):
    """(outcome, reason) where nothing is to be written; None where it is."""
    if not found:
        if not article.published_at:
            return Outcome.ERROR, "没有日期"
        double = known.double(article)
        return (Outcome.SKIPPED, f"已有标题和日期相同的文章（编号 {double.pk}）") if double else None
    elif digest(found) == article.legacy_digest:
        return Outcome.SKIPPED, "没有变化"
    elif not article.published_at:
        return Outcome.ERROR, "没有日期"
    elif not found.legacy_digest:
        return Outcome.SKIPPED, "这是在本站写的文章，请在后台修改"
    elif article.legacy_digest == found.legacy_digest:
        return Outcome.SKIPPED, "编辑改过，保留编辑的版本"
    elif digest(found) != found.legacy_digest:
        return Outcome.SKIPPED, "文件有变化，但编辑也改过，没有覆盖"
    elif article.title != found.title and article.published_at != found.published_at:
        return Outcome.ERROR, f"文件名或网址与另一篇文章（编号 {found.pk}）相同，标题和日期却都不同"
    return None


class Conflict(Exception):
    """Somebody else was faster."""


@transaction.atomic
def stored(article, known, by):
    if known:
        article = taken_over(article, known)
    else:
        article.author = by
    article.save()
    if by:
        LogEntry.objects.log_actions(
            by.pk, [article], CHANGE if known else ADDITION, change_message="导入", single_object=True
        )
    return article


def taken_over(article, known):
    """The article of the site with what the file says now, unless it changed in the meantime."""
    current = Article.objects.select_for_update().filter(pk=known.pk).first()
    if not current or digest(current) != digest(known):
        raise Conflict("编辑刚刚改过，没有覆盖")
    if current.summary == excerpt(current.body, LONGEST_SUMMARY):
        current.summary = ""
    for name in FIELDS:
        setattr(current, name, getattr(article, name))
    current.legacy_digest = article.legacy_digest
    return current
