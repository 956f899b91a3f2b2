"""What somebody looks for on the board. Board, feed and alerts all read it here, so they cannot disagree."""

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from axrc.search.query import Highest, Query
from axrc.text import printable
from axrc.web.paging import page_number
from jobs.facets import FACETS
from jobs.values import PAY_LEVELS, PayBand

LONGEST_KEYWORD = 50

# Keys of the address, and what the search orders by.
SORTS = {"relevance": "最相关", "newest": "最新", "salary": "薪资最高"}


class JobFilter:
    """Read from the parameters of an address. Whatever is not understood is left out and said in `notes`."""

    def __init__(self, parameters):
        self.notes = []
        self.q = self.read_keyword(parameters.get("q", ""))
        self.chosen = {facet.name: self.read_facet(facet, parameters.getlist(facet.name)) for facet in FACETS}
        self.sort = self.read_sort(parameters.get("sort", ""))
        self.page = page_number(parameters.get("page"))

    def read_keyword(self, text):
        text = printable(text)
        if len(text) > LONGEST_KEYWORD:
            text = text[:LONGEST_KEYWORD]
            self.notes.append(f"关键词太长,只用了前 {LONGEST_KEYWORD} 个字")
        if text and not Query.of(text):
            self.notes.append(f"关键词“{text}”里没有可以搜索的文字,已显示全部职位")
            text = ""
        return text

    def read_facet(self, facet, values):
        given = {value for value in values if value}
        options = facet.find(given)
        if len(options) < len(given):
            self.notes.append(f"“{facet.label}”里有无法识别的选项,已忽略")
        return options if facet.is_multiple else options[:1]

    def read_sort(self, text):
        if text and text not in SORTS:
            self.notes.append("无法识别的排序方式,已按默认排序")
        usual = "relevance" if self.q else "newest"
        return text if text in SORTS and (self.q or text != "relevance") else usual

    def query(self, at=None):
        """The expression that the search answers."""
        at = at or timezone.now()
        query = Query.of(self.q)
        for facet in FACETS:
            query = facet.narrow(query, self.chosen[facet.name], at)
        return query

    @property
    def order(self):
        """The order of the search. Nobody's least pay lies above the bands that were chosen."""
        if self.sort != "salary":
            return self.sort
        highest = max((PayBand(option.value).ends[1] for option in self.chosen["salary"]), default=PAY_LEVELS[-1])
        return Highest("pay", tuple(level for level in PAY_LEVELS if level <= highest))

    @property
    def is_narrowed(self):
        return bool(self.q or self.active_count)

    @property
    def active_count(self):
        return sum(map(len, self.chosen.values()))

    @property
    def words(self):
        """What is looked for, in words: "茶艺师 · 龙门 · 5000-7999"."""
        labels = [option.label for facet in FACETS for option in self.chosen[facet.name]]
        return " · ".join(([self.q] if self.q else []) + labels)

    def parameters(self, *, without=None, sort=None):
        """The address's parameters in one fixed order. `without` names a (facet, value) to drop; the page starts anew."""
        parameters = QueryDict(mutable=True)
        pairs = [("q", self.q)] if self.q else []
        pairs += [(facet.name, option.value) for facet in FACETS for option in self.chosen[facet.name]]
        for name, value in pairs:
            if (name, value) != without:
                parameters.appendlist(name, value)
        sort = sort or self.sort
        keeps_word = "q" in parameters
        if sort != ("relevance" if keeps_word else "newest") and (keeps_word or sort != "relevance"):
            parameters["sort"] = sort
        return parameters

    def url(self, address=None, **changes):
        query = self.parameters(**changes).urlencode()
        address = address or reverse("jobs:board")
        return f"{address}?{query}" if query else address

    @property
    def chips(self):
        """What is chosen, each with the address of the same search without it."""
        return [{"label": label, "url": self.url(without=choice)} for label, choice in self.choices()]

    def without_each(self):
        """(label, parameters) of the same search without one of its conditions, the last chosen first."""
        return [(label, self.parameters(without=choice)) for label, choice in reversed(self.choices())]

    def choices(self):
        """(label, (name, value)) of every condition."""
        keyword = [(self.q, ("q", self.q))] if self.q else []
        return keyword + [
            (option.label, (facet.name, option.value)) for facet in FACETS for option in self.chosen[facet.name]
        ]

    @property
    def clear_url(self):
        return reverse("jobs:board")

    @property
    def sorts(self):
        return [
            {"label": label, "url": self.url(sort=key), "is_current": key == self.sort}
            for key, label in SORTS.items()
            if self.q or key != "relevance"
        ]

    @property
    def facets(self):
        """Every facet with its options in groups, as the form shows them."""
        return [
            {
                "name": facet.name,
                "label": facet.label,
                "is_multiple": facet.is_multiple,
                "groups": self.groups(facet),
                "chosen_count": len(self.chosen[facet.name]),
            }
            for facet in FACETS
        ]

    def groups(self, facet):
        chosen = {option.value for option in self.chosen[facet.name]}
        groups = {}
        for option in facet.options():
            groups.setdefault(option.group, []).append(
                {"value": option.value, "label": option.label, "is_chosen": option.value in chosen}
            )
        return [{"label": label, "options": options} for label, options in groups.items()]
