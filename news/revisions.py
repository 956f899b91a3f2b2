"""Going back to what an article said before."""

from django.db import transaction

from news.history import Revision, is_still_there, value_of
from news.models import Article

# What an article says. Going back brings these back; whether and when it shows is a decision of today.
CONTENT = ["title", "section", "source", "source_url", "is_repost", "summary", "body", "cover"]


@transaction.atomic
def revert(article, to, *, by, note=None):
    """Make the article say what it said at a revision. `note` tells readers why; None leaves what they are told now.

    A picture or section that was deleted meanwhile can't come back: the article keeps the one that it has.
    """
    if to.article_id != article.pk:
        raise Revision.DoesNotExist("The revision belongs to another article.")
    article = Article.objects.select_for_update().get(pk=article.pk)
    for name in CONTENT:
        bring_back(article, name, to.content)
    if note is not None:
        article.correction_note = note
    article.save(by=by, deed=f"恢复到 {to} 的版本")
    return article


def bring_back(article, name, content):
    """A field that did not exist at the time stays as it is."""
    if name in content:
        value = value_of(Article, name, content)
        if is_still_there(Article, name, value):
            setattr(article, Article._meta.get_field(name).attname, value)
