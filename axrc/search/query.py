"""What is looked for, and what it is looked for in."""

from dataclasses import dataclass, field, replace

from axrc.search import words


@dataclass(frozen=True)
class Query:
    """An expression over tokens: all clauses must hold, a clause holds with any of its tokens.

    Pairs of characters may come from two places of a text, so a longer word is also a phrase that the text must contain.
    """

    clauses: tuple[frozenset[str], ...] = ()
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()  # not all of these tokens
    preferred: tuple[str, ...] = field(default=(), compare=False)  # what is relevant has all of these tokens

    @classmethod
    def of(cls, typed):
        """The query for what somebody typed: every word must occur."""
        found = words.split(typed)
        needed = sorted(set().union(*(words.word_tokens(runs) for runs in found)))
        return cls(
            clauses=tuple(frozenset([token]) for token in needed),
            phrases=tuple(phrase for runs in found if (phrase := words.phrase(runs))),
            preferred=tuple(words.TITLE_MARK + token for token in needed),
        )

    def __bool__(self):
        return bool(self.clauses)

    def narrowed(self, tokens):
        """Also any of these tokens; an empty choice narrows nothing."""
        return replace(self, clauses=(frozenset(tokens), *self.clauses)) if tokens else self

    def by_relevance(self):
        """The same hits in two parts: those with the preferred tokens (the words in the title), and the others."""
        if not self.preferred:
            return (self,)
        better = replace(self, clauses=(*self.clauses, *(frozenset([token]) for token in self.preferred)))
        return better, replace(self, without=self.preferred)

    def matches(self, tokens, text):
        """Say in plain Python what the engines say in SQL."""
        return (
            all(not clause.isdisjoint(tokens) for clause in self.clauses)
            and all(phrase in text for phrase in self.phrases)
            and not (self.without and tokens.issuperset(self.without))
        )


@dataclass(frozen=True)
class Highest:
    """An order: by a column of the entry, highest first, then newest.

    The column takes few values, each of which is also a token ("pay:5000"). `levels` are those that can occur in the search.
    """

    column: str
    levels: tuple[int, ...]

    def token(self, level):
        return f"{self.column}:{level}"


def document(*, title, texts, facets):
    """The tokens and the text line under which something is found: words of its title and texts, and its facet values."""
    title_tokens = words.tokens(title)
    tokens = {words.TITLE_MARK + token for token in title_tokens} | title_tokens | set(facets)
    for text in texts:
        tokens |= words.tokens(text)
    return frozenset(tokens), "".join(words.line(text) for text in (title, *texts))
