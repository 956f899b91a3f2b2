"""Pages of a list whose length is counted only up to a limit, so that no page costs more than another."""

from dataclasses import dataclass
from functools import cached_property

PER_PAGE = 20
# What is counted and paged through at the most; who has more than this narrows the search.
MOST = 1000


def page_number(text):
    """The number of the page somebody asks for: 1 for what is none, at most the last page there can be."""
    try:
        number = int(text)
    except (TypeError, ValueError):
        number = 1
    return min(max(number, 1), MOST // PER_PAGE)


@dataclass
class Pager:
    """Where a page stands among the others.

    `total` is the count up to MOST + 1, `parameters` a QueryDict or dict of lists that every link keeps.
    """

    number: int
    total: int
    address: str
    parameters: object
    unit: str = "条"
    per_page: int = PER_PAGE

    def __post_init__(self):
        """Who asks for more pages than there are gets the last one."""
        self.number = min(self.number, self.last)

    @property
    def last(self):
        return max(1, -(-min(self.total, MOST) // self.per_page))

    @property
    def previous_url(self):
        return self.url(self.number - 1) if self.number > 1 else ""

    @property
    def next_url(self):
        return self.url(self.number + 1) if self.number < self.last else ""

    @property
    def pages(self):
        """(number as text, url, is_current) of the first, the last and the neighbours; a gap has no number."""
        near = {1, self.last, *range(self.number - 2, self.number + 3)}
        shown, before = [], 0
        for number in sorted(number for number in near if 1 <= number <= self.last):
            if number - before > 1:
                shown.append(("", "", False))
            shown.append((str(number), self.url(number), number == self.number))
            before = number
        return shown

    @property
    def total_label(self):
        return total_label(self.total, self.unit)

    @cached_property
    def kept(self):
        parameters = self.parameters.copy()
        parameters.pop("page", None)
        return parameters.urlencode()

    def url(self, number):
        query = "&".join(filter(None, [self.kept, f"page={number}" if number > 1 else ""]))
        return f"{self.address}?{query}" if query else self.address


def total_label(total, unit):
    return f"{MOST}+ {unit}" if total > MOST else f"{total} {unit}"
