"""Bringing articles before the public, and taking them back."""

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction

from news.models import Article


@transaction.atomic
def publish(article, *, by):
    """Show the article from its date on; without a date, from now on."""
    article = locked(article)
    article.status = Article.Status.PUBLISHED
    article.save(by=by, deed="发布")
    record(by, article, "发布")


@transaction.atomic
def withdraw(article, *, by):
    """Hide the article. It keeps its address and date, and may be published again."""
    article = locked(article)
    article.status = Article.Status.WITHDRAWN
    article.save(by=by, deed="撤回")
    record(by, article, "撤回")


def locked(article):
    """The article as it stands now, held until the deed is done."""
    return Article.objects.select_for_update().get(pk=article.pk)


def record(user, article, what):
    """A line in the article's history in the admin."""
    LogEntry.objects.log_actions(user.pk, [article], CHANGE, change_message=what, single_object=True)
