"""What readers are told when an article changes that they may have read."""


def stamp(article, before, at):
    """Note that title or body changed, and date what the editor says about it: by the change, not by the saying.

    A note that is reworded keeps its date; one that is written later is dated by the last change of which nothing was said.
    """
    if not has_been_public(before, at):
        return
    if says_something_else(article, before):
        article.revised_at = at
    if not article.correction_note:
        article.corrected_at = None
    elif article.correction_note != before.correction_note and is_unexplained(article):
        article.corrected_at = article.revised_at or at


def has_been_public(article, at):
    """Whether readers may have seen it, though it may be withdrawn by now."""
    was_out = article.status in {article.Status.PUBLISHED, article.Status.WITHDRAWN}
    return was_out and article.published_at is not None and article.published_at <= at


def says_something_else(article, before):
    return (article.title, article.body) != (before.title, before.body)


def is_unexplained(article):
    return not article.corrected_at or (article.revised_at is not None and article.revised_at > article.corrected_at)
