"""Other writings of what somebody typed: what staff say means the same, and what is read as the typed letters."""

from collections import defaultdict

from django.db.models import Q
from django.utils import timezone

from axrc.search import memory
from axrc.search.words import split
from axrc.vocabulary import keys
from axrc.vocabulary.models import Synonym, Term, TermKey

# Words that letters may stand for.
MOST_READINGS = 5
LONGEST_LETTERS = 30


class Meanings:
    """meanings(word) for each word of what was typed. Only letters cost statements, at most two for all of them.

    `at` is the present moment, as the search takes it.
    """

    def __init__(self, typed, at=None):
        at = at or timezone.now()
        self.known = memory.of("default").kept(Synonym._meta.db_table, read_synonyms, at)
        self.at = at
        self.typed = typed.split()
        words = {keys.plain(part) for part in typed.split()} | {"".join(runs) for runs in split(typed)}
        self.others = {word: list(self.known[word]) for word in words if word in self.known}
        letters = {word for word in words - self.others.keys() if keys.is_latin(word) and 2 <= len(word) <= LONGEST_LETTERS}
        if letters:
            self.read(letters)

    def __call__(self, word):
        return self.others.get(keys.plain(word), [])

    def writings(self):
        """Every word that was typed, with all that it means: what is to be marked in what was found."""
        return list(dict.fromkeys([*self.typed, *(other for word in self.typed for other in self(word))]))

    def read(self, letters):
        """What is written in letters may be pinyin, unless it is a word of its own: CAD stands for itself."""
        letters -= own_words(letters)
        readings = read_as(letters)
        for word, texts in readings.items():
            more = [other for text in texts for other in self.known.get(keys.plain(text), [])]
            self.others[word] = list(dict.fromkeys([*texts, *more]))


def read_synonyms():
    """{word: the other words of its groups}, for all words there are."""
    found = defaultdict(list)
    rows = Synonym.objects.values_list("folded", "group__synonyms__word").order_by("pk", "group__synonyms")
    for folded, other in rows:
        if keys.plain(other) != folded and other not in found[folded]:
            found[folded].append(other)
    return Synonyms(found)


class Synonyms(dict):
    """Never changed once it is read, so it may stand in the key of a cache."""

    __hash__ = object.__hash__
    __eq__ = object.__eq__


def own_words(letters):
    """Those that stand as a word in some title or name."""
    wanted = {f"w{word}"[: keys.LONGEST_KEY] for word in letters}
    there = set(TermKey.objects.filter(key__in=wanted).values_list("key", flat=True).distinct())
    return {word for word in letters if f"w{word}"[: keys.LONGEST_KEY] in there}


def read_as(letters):
    """The weightiest terms whose pinyin or initials these are; whole pinyin before initials."""
    if not letters:
        return {}
    rows = Term.objects.filter(Q(pinyin__in=letters) | Q(initials__in=letters)).order_by("-weight", "text")
    found = {word: {} for word in letters}
    for term in rows[: 20 * MOST_READINGS]:
        for rank, word in enumerate((term.pinyin, term.initials)):
            if word in found and not term.text.isascii():
                found[word].setdefault(term.text, rank)
    return {word: sorted(ranks, key=ranks.get)[:MOST_READINGS] for word, ranks in found.items() if ranks}
