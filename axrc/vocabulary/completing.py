"""What somebody is about to type."""

from axrc.vocabulary import keys
from axrc.vocabulary.models import Term

# Terms looked at for one key, the weightiest ones.
MOST = 60
LONGEST_TYPED = 30


def complete(typed):
    """Terms that begin with what was typed, in characters, pinyin or initials, then those that hold it; weightiest first."""
    text = keys.plain(typed)[:LONGEST_TYPED]
    if not text:
        return []
    found = {}
    for rank, (key, fits) in enumerate(ways(text)):
        for term in under(key):
            if fits(term):
                is_whole = text in (keys.plain(term.text), term.pinyin, term.initials)
                found.setdefault(term.pk, (not is_whole, rank, -term.weight, term))
    return [term for *_, term in sorted(found.values(), key=lambda row: row[:3])]


def ways(text):
    """(key, whether a term under it fits the whole text), the most certain first."""
    beginning = text[: keys.LONGEST_BEGINNING]
    yield f"p{beginning}", lambda term: keys.plain(term.text).startswith(text)
    if keys.is_latin(text):
        # cha is rather 茶 than 厂.
        if text == beginning:
            yield f"z{text}", lambda term: True
        yield f"y{beginning}", lambda term: term.pinyin.startswith(text)
        yield f"s{text[: keys.LONGEST_INITIALS]}", lambda term: term.initials.startswith(text)
    elif len(text) > 1:
        yield f"i{text[:2]}", lambda term: text in keys.plain(term.text)


def under(key):
    return Term.objects.filter(keys__key=key).order_by("-keys__weight")[:MOST]
