"""What a list can be narrowed by: each facet's name in the address, its options, and their tokens."""

from dataclasses import dataclass

from axrc.search.query import Term


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    # Any of which it stands for.
    tokens: tuple[str, ...]
    group: str = ""


class Facet:
    """A facet of fixed values. What has any of those chosen is found; where `adds`, what has all of them.

    A prominent one stands open where there is room.
    """

    def __init__(self, name, label, options=(), *, adds=False, is_multiple=True, is_prominent=False):
        self.name = name
        self.label = label
        self.adds = adds
        self.is_multiple = is_multiple
        self.is_prominent = is_prominent
        self.fixed = tuple(options)

    def options(self):
        return self.fixed

    def find(self, values):
        """The options that the values name, in the facet's order; unknown ones are left out."""
        return [option for option in self.options() if option.value in values] if values else []

    def tokens(self, option, at):
        """What the option stands for at a moment."""
        return option.tokens

    def all_tokens(self, at):
        """The same for all options."""
        return [option.tokens for option in self.options()]

    def clauses(self, chosen, at):
        """The clauses of what was chosen."""
        found = [Term.any_of(self.tokens(option, at)) for option in chosen]
        return found if self.adds or not found else [frozenset().union(*found)]


class ListFacet(Facet):
    """Entries of a list that staff keep. `entries()` gives the list; the same object as long as nothing changed."""

    def __init__(self, name, label, entries, **rules):
        super().__init__(name, label, **rules)
        self.entries = entries
        self.made_of = None

    def options(self):
        entries = self.entries()
        if entries is not self.made_of:
            self.fixed, self.made_of = tuple(self.made(entries)), entries
        return self.fixed

    def made(self, entries):
        return (self.option(entry) for entry in entries)

    def option(self, entry, group=""):
        return Option(entry.slug, entry.name, (f"{self.name}:{entry.pk}",), group)


class TreeFacet(ListFacet):
    """Entries of a tree; an upper one stands for all below it."""

    def made(self, entries):
        for top in entries.tops:
            children = entries.children_of(top)
            yield self.option(top, group=top.name if children else "")
            for child in children:
                yield self.option(child, group=getattr(child, "part", "") or top.name)


def fixed(name, choices):
    """Options for a closed list of values."""
    return [Option(value, label, (f"{name}:{value}",)) for value, label in choices]
