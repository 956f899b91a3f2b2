"""What somebody looks for in a list: a word and choices, read from an address and written into one again."""

from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils import timezone

from axrc.search.query import Query
from axrc.text import printable
from axrc.web.paging import page_number, total_label

LONGEST_KEYWORD = 50
# Counts beside options end here, as those of results do.
MOST = 1000
# A facet with more options than this folds its groups.
MOST_IN_SIGHT = 40


class Filter:
    """Read from the parameters of an address. Whatever is not understood is left out and said in `notes`."""

    facets = ()
    # Keys of the address, and what the list is ordered by. "relevance" asks for a word.
    sorts = {"relevance": "最相关", "newest": "最新"}
    # What is listed: for notes, and behind a number.
    noun = unit = ""
    entries = None

    def __init__(self, parameters, at=None):
        """`at` is the present moment, the same object for all that one page asks of the search."""
        self.at = at or timezone.now()
        self.notes = []
        self.q = self.read_keyword(parameters.get("q", ""))
        self.chosen = {facet.name: self.read_facet(facet, parameters.getlist(facet.name)) for facet in self.facets}
        self.sort = self.read_sort(parameters.get("sort", ""))
        self.page = page_number(parameters.get("page"))

    @property
    def address(self):
        """Where the list stands."""
        raise NotImplementedError

    def read_keyword(self, text):
        text = printable(text)
        if len(text) > LONGEST_KEYWORD:
            text = text[:LONGEST_KEYWORD]
            self.notes.append(f"关键词太长,只用了前 {LONGEST_KEYWORD} 个字")
        if text and not Query.of(text):
            self.notes.append(f"关键词“{text}”里没有可以搜索的文字,已显示全部{self.noun}")
            text = ""
        return text

    def read_facet(self, facet, values):
        given = {value for value in values if value}
        options = facet.find(given)
        if len(options) < len(given):
            self.notes.append(f"“{facet.label}”里有无法识别的选项,已忽略")
        return options if facet.is_multiple else options[:1]

    def read_sort(self, text):
        if text and text not in self.sorts:
            self.notes.append("无法识别的排序方式,已按默认排序")
        return text if text in self.sorts and (self.q or text != "relevance") else self.usual_sort(self.q)

    def usual_sort(self, q):
        return "relevance" if q and "relevance" in self.sorts else "newest"

    def words_query(self):
        """The query for the word alone."""
        return Query.of(self.q)

    def query(self, at=None):
        """The expression that the search answers."""
        at = at or self.at
        clauses = [clause for facet in self.facets for clause in facet.clauses(self.chosen[facet.name], at)]
        return self.words_query().with_clauses(clauses)

    @property
    def order(self):
        """The order as the search takes it."""
        return self.sort

    @property
    def is_narrowed(self):
        return bool(self.q or self.active_count)

    @property
    def active_count(self):
        return sum(map(len, self.chosen.values()))

    @property
    def words(self):
        """What is looked for, in words: "茶艺师 · 龙门 · 5000-7999"."""
        return " · ".join(label for label, _ in self.choices())

    def choices(self):
        """(label, (name, value)) of every condition."""
        keyword = [(self.q, ("q", self.q))] if self.q else []
        return keyword + [
            (option.label, (facet.name, option.value)) for facet in self.facets for option in self.chosen[facet.name]
        ]

    def pairs(self, *, without=None, sort=None):
        """(name, value) of the address's parameters in one fixed order, the page left out.

        `without` names a (facet, value) to drop, or (facet, None) for all that is chosen in it.
        """
        pairs = [choice for _, choice in self.choices() if without not in (choice, (choice[0], None))]
        sort = sort or self.sort
        keeps_word = bool(pairs) and pairs[0][0] == "q"
        if sort != self.usual_sort(keeps_word) and (keeps_word or sort != "relevance"):
            pairs.append(("sort", sort))
        return pairs

    def parameters(self, **changes):
        """The same as a QueryDict."""
        parameters = QueryDict(mutable=True)
        for name, value in self.pairs(**changes):
            parameters.appendlist(name, value)
        return parameters

    def url(self, address=None, **changes):
        query = "&".join(encoded(pair) for pair in self.pairs(**changes))
        address = address or self.address
        return f"{address}?{query}" if query else address

    @property
    def chips(self):
        """What is chosen, each with the address of the same search without it."""
        return [{"label": label, "url": self.url(without=choice)} for label, choice in self.choices()]

    def again(self, parameters):
        """Another search of the same visitor at the same moment."""
        return type(self)(parameters, self.at)

    def wider(self, most=3):
        """{label, url} of the same search without one of its conditions, where that finds something."""
        choices = list(reversed(self.choices()))[:most]
        others = [self.again(self.parameters(without=choice)) for _, choice in choices]
        counts = self.entries.objects.tallies([other.query() for other in others], at=self.at)
        return [
            {"label": f"去掉“{label}”（{total_label(count, self.unit)}）", "url": other.url()}
            for (label, _), other, count in zip(choices, others, counts, strict=True)
            if count
        ]

    @property
    def clear_url(self):
        return self.address

    @property
    def sort_links(self):
        return [
            {"label": label, "url": self.url(sort=key), "is_current": key == self.sort}
            for key, label in self.sorts.items()
            if self.q or key != "relevance"
        ]

    def counted(self, at):
        """Every facet with its options and how many each would find, as the form shows them."""
        asked = [(facet.clauses(self.chosen[facet.name], at), facet.all_tokens(at), facet.adds) for facet in self.facets]
        counts = self.entries.objects.counts(self.words_query(), asked, at=at)
        return [
            CountedFacet(facet, facet.options(), count, self.chosen[facet.name], self)
            for facet, count in zip(self.facets, counts, strict=True)
        ]


@lru_cache(4096)
def encoded(pair):
    """A (name, value) as it stands in an address."""
    return urlencode([pair])


class CountedOption(NamedTuple):
    value: str
    label: str
    count: int
    count_label: str
    is_chosen: bool


LABELS = [*map(str, range(MOST + 1)), f"{MOST}+"]


class CountedFacet:
    """A facet as the form shows it."""

    def __init__(self, facet, options, counts, chosen, filter_):
        self.name = facet.name
        self.label = facet.label
        self.is_multiple = facet.is_multiple
        self.is_prominent = facet.is_prominent
        # So many options that their groups fold.
        self.is_deep = len(options) > MOST_IN_SIGHT
        self.chosen = chosen
        self.filter = filter_
        self.empty = []
        self.groups = {}
        picked = {option.value for option in chosen}
        for option, count in zip(options, counts, strict=True):
            is_chosen = option.value in picked
            if count or is_chosen:
                made = CountedOption(option.value, option.label, count, LABELS[count], is_chosen)
                self.groups.setdefault(option.group, []).append(made)
            else:
                self.empty.append(option.label)

    @property
    def any_url(self):
        """The same search with nothing chosen here."""
        return self.filter.url(without=(self.name, None))
