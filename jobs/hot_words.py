"""The words that visitors look for most, as far as they find something now."""

from django.db.models import Value
from django.utils import timezone

from jobs.models import SearchedWord
from jobs.search_log import finds
from jobs.wording import spelled

# So long a word is a sentence, and makes no good link.
LONGEST = 12
# Of so many times more words than are wanted it is asked whether they find anything.
SPARE = 3


def hot_words(others, *, most, at):
    """At most so many words, most wanted first; where visitors gave too few, filled up with what others() gives."""
    wanted, hidden = wanted_and_hidden(timezone.localdate(at))
    has_jobs = finds([word for word in wanted if len(word) <= LONGEST][: most * SPARE], at)
    found = {word: word for word, finds_something in has_jobs.items() if finds_something}
    if len(found) < most:
        for word in others():
            if spelled(word) not in hidden:
                found.setdefault(spelled(word), word)
    return list(found.values())[:most]


def wanted_and_hidden(today):
    """Hot words in their order, and those that staff have hidden, in one query."""
    wanted = SearchedWord.objects.hot(today).values_list("word", "searches")
    hidden = SearchedWord.objects.hidden().values_list("word", Value(0))
    rows = wanted.union(hidden)
    hot = sorted((row for row in rows if row[1]), key=lambda row: (-row[1], row[0]))
    return [word for word, _ in hot], {word for word, searches in rows if not searches}
