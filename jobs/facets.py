"""What the board can be narrowed by: each facet's name in the address, its values, and their tokens."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from accounts.models import Company
from axrc.taxonomy import lists
from jobs.models.entry import day_token
from jobs.values import Education, Experience, Nature, PayBand


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    token: str
    group: str = ""


class Facet:
    """A facet of fixed values. A job counts when it has any of those chosen."""

    needs_all = False
    is_multiple = True

    def __init__(self, name, label, options=()):
        self.name = name
        self.label = label
        self.fixed = tuple(options)

    def options(self):
        return self.fixed

    def find(self, values):
        """The options that the values name, in the facet's order; unknown ones are left out."""
        return [option for option in self.options() if option.value in values] if values else []

    def narrow(self, query, options, at):
        """The query for jobs that have what was chosen."""
        if self.needs_all:
            for option in options:
                query = query.narrowed([option.token])
            return query
        return query.narrowed([option.token for option in options])


class TreeFacet(Facet):
    """Entries of a tree; an upper one stands for all below it."""

    def __init__(self, name, label, attribute):
        super().__init__(name, label)
        self.attribute = attribute

    def options(self):
        entries = getattr(lists.current(), self.attribute)
        for top in entries.tops:
            children = entries.children_of(top)
            yield self.option(top, group=top.name if children else "")
            for child in children:
                yield self.option(child, group=getattr(child, "part", "") or top.name)

    def option(self, entry, group):
        return Option(entry.slug, entry.name, f"{self.name}:{entry.pk}", group)


class ListFacet(Facet):
    def __init__(self, name, label, attribute):
        super().__init__(name, label)
        self.attribute = attribute

    def options(self):
        for entry in getattr(lists.current(), self.attribute):
            yield Option(entry.slug, entry.name, f"{self.name}:{entry.pk}")


class BenefitFacet(ListFacet):
    """Who asks for meals and a bed wants both."""

    needs_all = True


class PostedFacet(Facet):
    """Refreshed today or on one of so many days before."""

    is_multiple = False

    def narrow(self, query, options, at):
        if not options:
            return query
        today = timezone.localtime(at)
        days = max(int(option.value) for option in options)
        return query.narrowed([day_token(today - timedelta(days=ago)) for ago in range(days + 1)])


def fixed(name, choices):
    return [Option(value, label, f"{name}:{value}") for value, label in choices]


FACETS = [
    TreeFacet("category", "职位类别", "categories"),
    TreeFacet("region", "工作地区", "regions"),
    Facet("salary", "月薪(元)", fixed("salary", PayBand.choices)),
    Facet("education", "学历", fixed("education", Education.choices)),
    Facet("experience", "经验", fixed("experience", Experience.choices)),
    Facet("nature", "工作性质", fixed("nature", Nature.choices)),
    BenefitFacet("benefit", "福利", "benefits"),
    ListFacet("industry", "行业", "industries"),
    Facet("size", "企业规模", fixed("size", Company.Size.choices)),
    PostedFacet("posted", "更新时间", [Option(str(days), f"{days}天内", "") for days in (3, 7, 15, 30)]),
]
