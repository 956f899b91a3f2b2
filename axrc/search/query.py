"""What is looked for, and what it is looked for in."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from axrc.search import words


@dataclass(frozen=True)
class Term:
    """What an entry has or has not: all of the tokens, and all of the phrases in its text.

    Pairs of characters may come from two places of a text, so a word longer than a pair is also a phrase.
    """

    tokens: frozenset[str]
    phrases: tuple[str, ...] = ()

    @classmethod
    def of(cls, word):
        """The term for a word as `words.split` gives it."""
        return cls(frozenset(words.word_tokens(word)), tuple(filter(None, [words.phrase(word)])))

    @classmethod
    def any_of(cls, tokens):
        """The clause that any of the tokens satisfies."""
        return frozenset(cls(frozenset([token])) for token in tokens)

    def __and__(self, other):
        return Term(self.tokens | other.tokens, tuple(dict.fromkeys(self.phrases + other.phrases)))

    @cached_property
    def token(self):
        """The token of a term that is nothing but one, or ""."""
        return next(iter(self.tokens)) if len(self.tokens) == 1 and not self.phrases else ""

    @cached_property
    def kind(self):
        """Of what facet the token is a value, if it is one."""
        return self.token.partition(":")[0]

    def in_title(self):
        """The same tokens in the title."""
        return Term(frozenset(words.TITLE_MARK + token for token in self.tokens))

    def at_title_end(self, word):
        """The same tokens in the title, of which a run ends as the word does."""
        return replace(self.in_title(), tokens=self.in_title().tokens | words.ends(word))

    def matches(self, tokens, text):
        return self.tokens <= tokens and all(phrase in text for phrase in self.phrases)


@dataclass(frozen=True)
class Query:
    """All clauses must hold; a clause holds with any of its terms. What has any of the excluded terms is not found."""

    clauses: tuple[frozenset[Term], ...] = ()
    excluded: frozenset[Term] = frozenset()
    # Further clauses that the more relevant hits satisfy, the most relevant first.
    tiers: tuple[tuple[frozenset[Term], ...], ...] = field(default=(), compare=False)

    @classmethod
    def of(cls, typed, meanings=None):
        """The query for what somebody typed: every word must occur, or one of its `meanings(word)`."""
        found = words.split(typed)
        literal = [frozenset([Term.of(word)]) for word in found]
        meant = [
            clause.union(*(all_of(other) for other in meanings(" ".join(word)))) if meanings else clause
            for word, clause in zip(found, literal, strict=True)
        ]
        tiers = [clauses_in_title(literal), clauses_in_title(meant)] if found else []
        return cls(clauses=tuple(meant), tiers=tuple(dict.fromkeys(tiers)))

    def __bool__(self):
        return bool(self.clauses)

    def narrowed(self, tokens):
        """Also any of these tokens; an empty choice narrows nothing."""
        return self.with_clauses([Term.any_of(tokens)] if tokens else [])

    def with_clauses(self, clauses):
        return replace(self, clauses=(*self.clauses, *clauses)) if clauses else self

    def excluding(self, tokens):
        """But nothing that has any of these tokens."""
        return replace(self, excluded=self.excluded | Term.any_of(tokens))

    @property
    def all_clauses(self):
        """Every clause that has to be at hand for an answer, the one of what is excluded among them."""
        return (*self.clauses, self.excluded) if self.excluded else self.clauses

    def matches(self, tokens, text):
        """Say in plain Python what the engines say in SQL and the index in memory by sets."""
        holds = all(any(term.matches(tokens, text) for term in clause) for clause in self.clauses)
        return holds and not any(term.matches(tokens, text) for term in self.excluded)


def all_of(typed):
    """The terms for all words of a text, taken together as one."""
    found = [Term.of(word) for word in words.split(typed)]
    whole = found[:1]
    for term in found[1:]:
        whole = [whole[0] & term]
    return whole


def clauses_in_title(clauses):
    return tuple(frozenset(term.in_title() for term in clause) for clause in clauses)


@dataclass(frozen=True)
class Levels:
    """An order: those with the first token on top, then those with the second ...; of each the newest first."""

    tokens: tuple[str, ...]

    @property
    def parts(self):
        return [(Term.any_of([token]),) for token in self.tokens]


def document(*, title, texts, facets, also=()):
    """What an entry keeps of a subject: its tokens, its text line, and which of the tokens are values of facets.

    `also` are tokens by which it is found but never counted.
    """
    title_tokens = words.tokens(title)
    tokens = {words.TITLE_MARK + token for token in title_tokens} | title_tokens | set(facets) | set(also)
    tokens |= words.ends(title)
    for text in texts:
        tokens |= words.tokens(text)
    return {
        "tokens": frozenset(tokens),
        "text": "".join(words.line(text) for text in (title, *texts)),
        "facets": " ".join(sorted(facets)),
    }
