"""What somebody means who types a few words: trades, towns, benefits, and words of the postings.

A word finds what holds it, or holds another writing of it (Meanings). Beyond that 官桥 is a town, 双休 a benefit and
制茶师傅 somebody of the trade 制茶师, whatever their postings say; 龙门普工 are two words, and 中学老师 is a 教师 at a 初中.
The most relevant come first: what is a 司机 by the end of its title, then what has the word in its title, then other
writings in the same way, then the trade.
"""

from functools import lru_cache
from itertools import product

from axrc.search import words
from axrc.search.query import Query, Term
from axrc.taxonomy import lists
from axrc.vocabulary import keys, names
from jobs.values import Nature

# Of a compound word so many readings are looked for.
MOST_READINGS = 6


def understood(typed, meanings):
    """The query for what was typed."""
    others = tuple((word, tuple(texts)) for word, texts in meanings.others.items())
    return query_of(typed, known_of(lists.current()), meanings.known, others)


@lru_cache(512)
def query_of(typed, known, synonyms, others):
    meanings = Understood(synonyms, dict(others))
    read = [Word(word, known, meanings) for word in split(typed)]
    clauses = tuple(word.found for word in read)
    tiers = [tuple(getattr(word, tier) for word in read) for tier in TIERS] if read else []
    trades = [word.is_meant for word in read if not word.conditions]
    if len(read) > 1 and trades:
        # Of 亮芯光电 普工 one word is the company's.
        tiers.append((frozenset().union(*trades),))
    return Query(clauses=clauses, tiers=tuple(dict.fromkeys(tiers)))


class Understood:
    """What Meanings found, in a form that does not depend on the moment."""

    def __init__(self, synonyms, others):
        self.synonyms = synonyms
        self.others = others

    def __call__(self, word):
        """Other writings of a word that was typed."""
        return self.others.get(keys.plain(word), ())

    def others_of(self, word):
        """Other words for a piece of one, as staff say."""
        return self.synonyms.get(word, ())


def split(typed):
    """The words as they were meant: who types 会 计 means 会计."""
    found = words.split(typed)
    if len(found) > 1 and all(len(word) == 1 and len(word[0]) == 1 and not word[0].isascii() for word in found):
        return words.split("".join(word[0] for word in found))
    return found


TIERS = ["is_named", "in_title", "is_meant", "in_title_by_meaning", "of_trade"]


class Word:
    """One word: `found` is the clause for all it finds, the others are clauses for the better hits."""

    def __init__(self, runs, known, meanings):
        text = "".join(runs)
        literal = Term.of(runs)
        others = [(other, all_of(other)) for other in [*meanings(" ".join(runs)), *apart(runs)]]
        self.conditions = conditions = known.conditions(text)
        trades = known.trades([text, *(other for other, _ in others)])
        compounds = known.compounds(text, meanings)
        self.found = frozenset([literal, *(term for _, term in others), *conditions, *trades, *compounds])
        if conditions:
            self.is_named = self.in_title = self.is_meant = self.in_title_by_meaning = self.of_trade = frozenset(conditions)
        else:
            self.is_named = frozenset([literal.at_title_end(runs[-1])])
            self.in_title = frozenset([literal.in_title()])
            self.is_meant = self.is_named | {term.at_title_end(other) for other, term in others[:1]}
            self.in_title_by_meaning = self.in_title | {term.in_title() for _, term in others}
            self.in_title_by_meaning |= set(compounds)
            self.of_trade = self.in_title_by_meaning | set(trades)


def all_of(text):
    """The term for all words of a text."""
    whole = Term(frozenset())
    for runs in words.split(text):
        whole = whole & Term.of(runs)
    return whole


def apart(runs):
    """A word of Latin and Chinese, with its pieces apart: LED工程师 is also an LED硬件工程师."""
    return [" ".join(runs)] if len(runs) > 1 else []


class Known:
    """What the site's own lists call things."""

    def __init__(self, held):
        self.held = held
        self.places = {keys.plain(region.name): f"region:{region.pk}" for region in held.regions}
        self.others = {keys.plain(benefit.name): f"benefit:{benefit.pk}" for benefit in held.benefits}
        self.others |= {
            keys.plain(part): f"nature:{nature}" for nature, label in Nature.choices for part in names.words(label)
        }
        self.categories = {}
        # The upper ones are too wide: 电商 is more than a branch.
        for category in (category for category in held.categories if category.parent_id):
            for part in names.words(category.name):
                self.categories.setdefault(keys.plain(part), f"category:{category.pk}")

    def conditions(self, text):
        """Terms for a word that is no part of a trade but a condition: a town, a benefit or two, a kind of work."""
        place = text if text in self.places else text[:-1] if text[-1] in "镇乡县" else ""
        if place in self.places:
            return [Term(frozenset([self.places[place]]))]
        parts = [text[start : start + 2] for start in range(0, len(text), 2)]
        if text not in self.others and text[:1] == "包" and len(text) > 2:
            # 包吃住 is 包吃 and 包住.
            parts = [f"包{one}" for one in text[1:]]
        wanted = [text] if text in self.others else parts
        return [Term(frozenset(self.others[part] for part in wanted))] if set(wanted) <= self.others.keys() else []

    def trades(self, texts):
        """Terms for the trades that a word names, or that it begins with."""
        found = [
            token for name, token in self.categories.items() if any(is_of(text, name) for text in map(keys.plain, texts))
        ]
        return [Term(frozenset([token])) for token in dict.fromkeys(found)]

    def compounds(self, text, meanings):
        """Terms for a word put together of two: a town and a trade, words with other writings, a trade of some sort."""
        found = []
        for place in range(2, len(text) - 1):
            first, last = text[:place], text[place:]
            if first in self.places:
                found.append(Term(frozenset([self.places[first]])) & all_of(last).in_title())
            elif lasts := meanings.others_of(last):
                both = product([first, *meanings.others_of(first)], [last, *lasts])
                found += [(all_of(one) & all_of(other)).in_title() for one, other in both]
            if last in self.categories:
                found.append(all_of(first) & Term(frozenset([self.categories[last]])))
        return found[:MOST_READINGS]


def is_of(text, name):
    return text == name or (len(name) > 1 and text.startswith(name) and len(text) - len(name) <= 2)


@lru_cache(1)
def known_of(held):
    return Known(held)
