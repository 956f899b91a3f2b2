"""Which trades are wanted in which towns, and what can be said of them in figures."""

from dataclasses import dataclass
from functools import cached_property
from statistics import median

from django.urls import reverse

from axrc.search.query import Query
from axrc.taxonomy import lists
from axrc.web.paging import total_label
from jobs.models import BoardEntry, Job
from jobs.values import PayUnit

PAID_BY = {PayUnit.MONTH: "月薪", PayUnit.DAY: "日薪", PayUnit.HOUR: "时薪"}
# Fewer salaries have no middle worth telling.
FEWEST = 5
# Figures are taken from so many of the newest jobs at the most.
MOST_FIGURED = 500


def address(region, category):
    return reverse("jobs:landing", args=[region.slug, category.slug])


class Places:
    """Pairs of a region and a category that hold live jobs now; an upper entry holds what its lower ones hold."""

    def __init__(self, at):
        self.at = at
        self.regions = lists.current().regions
        self.categories = lists.current().categories

    def trades_beside(self, region, category):
        """(category, number of jobs in the region) of the others of the same branch, and of the branch itself."""
        top = category.parent or category
        branch = [top, *self.categories.children_of(top)]
        near = branch if category.parent_id else [*branch, *self.categories.tops]
        found = self.with_jobs([(region, other) for other in dict.fromkeys(near) if other != category])
        return [(other, number) for _region, other, number in found]

    def towns_beside(self, region, category):
        """(region, number of jobs of the category) of the others."""
        found = self.with_jobs([(other, category) for other in self.regions if other != region])
        return [(other, number) for other, _category, number in found]

    def all_pairs(self):
        found = self.with_jobs([(region, category) for region in self.regions for category in self.categories])
        return [(region, category) for region, category, _number in found]

    def with_jobs(self, pairs):
        """(region, category, number of jobs up to a limit) of the pairs that have some."""
        queries = [
            Query().narrowed([f"region:{region.pk}"]).narrowed([f"category:{category.pk}"]) for region, category in pairs
        ]
        numbers = BoardEntry.objects.tallies(queries, at=self.at)
        return [(*pair, number) for pair, number in zip(pairs, numbers, strict=True) if number]


@dataclass
class Figures:
    """What the jobs with these ids have in common. `total` is the count of all, up to a limit."""

    ids: list
    total: int

    @cached_property
    def rows(self):
        return Job.objects.filter(pk__in=self.ids).values_list("pay_unit", "salary_min", "salary_max", "company")

    @property
    def total_label(self):
        return total_label(self.total, "个")

    @property
    def is_of_some(self):
        """Whether the figures are those of the newest only."""
        return self.total > len(self.ids)

    @property
    def companies(self):
        return len({company for *_pay, company in self.rows})

    @property
    def pay(self):
        """("月薪", least, most) for each unit in which somebody pays."""
        ranges = []
        for unit, label in PAID_BY.items():
            amounts = [(low, high) for kind, low, high, _company in self.rows if kind == unit]
            if amounts:
                ranges.append((label, min(low for low, _ in amounts), max(high for _, high in amounts)))
        return ranges

    @property
    def median(self):
        """The middle of the monthly salaries, each taken at the middle of its range, in yuan; None of too few."""
        middles = [(low + high) / 2 for kind, low, high, _company in self.rows if kind == PayUnit.MONTH]
        return round(median(middles)) if len(middles) >= FEWEST else None
