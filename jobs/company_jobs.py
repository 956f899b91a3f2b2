"""Which companies have live jobs, and those of one: all, or those of a town and a trade, a page at a time."""

from collections import Counter

from django.db.models import Count, Exists, OuterRef
from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode

from accounts.models import Company
from axrc.taxonomy import lists
from axrc.web.paging import PER_PAGE, Pager, page_number
from jobs.models import Job

UNIT = "个在招职位"
FACETS = {"region": "地区", "category": "类别"}


def hiring_companies(at):
    """Ids of the companies with a live job. One look into the index for each company, however many jobs it has."""
    live = Job.objects.live(at).filter(company=OuterRef("pk"))
    return list(Company.objects.verified(at).filter(Exists(live)).order_by().values_list("pk", flat=True))


class CompanyJobs:
    """Read from the parameters of the company page's address, of which every value may be anything."""

    def __init__(self, company, parameters, at):
        self.company = company
        self.notes = []
        known = lists.current()
        self.terms = {"region": known.regions, "category": known.categories}
        self.chosen = {name: self.read(name, parameters.get(name, "")) for name in FACETS}
        self.live = Job.objects.live(at).of(company)
        self.pager = Pager(
            page_number(parameters.get("page")), self.total, company.get_absolute_url(), self.parameters(), UNIT
        )

    def read(self, name, slug):
        term = self.terms[name].by_slug.get(slug)
        if slug and not term:
            self.notes.append(f"“{FACETS[name]}”里有无法识别的选项，已忽略")
        return term

    @cached_property
    def counts(self):
        """How many live jobs there are of each (region, category); everything else is added up from these."""
        rows = self.live.order_by().values_list("region", "category").annotate(Count("pk"))
        return {(region, category): count for region, category, count in rows}

    @property
    def total_of_all(self):
        return sum(self.counts.values())

    @property
    def total(self):
        return sum(count for place, count in self.counts.items() if self.has(place, FACETS))

    def has(self, place, names):
        """Whether the jobs of a (region, category) are among those chosen in the facets of these names."""
        values = dict(zip(FACETS, place, strict=True))
        return all(not self.chosen[name] or self.chosen[name].pk == values[name] for name in names)

    @cached_property
    def jobs(self):
        chosen = {name: term for name, term in self.chosen.items() if term}
        first = (self.pager.number - 1) * PER_PAGE
        return list(self.live.filter(**chosen).newest_first().for_rows()[first : first + PER_PAGE])

    @property
    def is_narrowed(self):
        return any(self.chosen.values())

    @property
    def is_filterable(self):
        """Who sees everything on one page has nothing to narrow."""
        return self.is_narrowed or self.total_of_all > PER_PAGE

    @property
    def facets(self):
        """Each with its options and what choosing one would give, those with most jobs first."""
        return [
            {"name": name, "label": label, "options": self.options(name)}
            for name, label in FACETS.items()
            if self.chosen[name] or len(self.options(name)) > 1
        ]

    def options(self, name):
        others = [other for other in FACETS if other != name]
        counts = Counter({self.chosen[name].pk: 0} if self.chosen[name] else {})
        for place, count in self.counts.items():
            if self.has(place, others):
                counts[place[list(FACETS).index(name)]] += count
        known = self.terms[name].by_id
        return [
            {"value": known[pk].slug, "label": known[pk].name, "count": count, "is_chosen": known[pk] == self.chosen[name]}
            for pk, count in counts.most_common()
            if pk in known
        ]

    @property
    def chips(self):
        return [
            {"label": term.name, "url": self.url(self.parameters(without=name))}
            for name, term in self.chosen.items()
            if term
        ]

    @property
    def other_towns(self):
        """Where else than at its seat the company hires, whatever is chosen."""
        counts = Counter()
        for (region, _category), count in self.counts.items():
            if region != self.company.region_id and region in self.terms["region"].by_id:
                counts[self.terms["region"].by_id[region]] += count
        return [
            {"name": town.name, "count": count, "url": self.url(parameters(region=town.slug))}
            for town, count in counts.most_common()
        ]

    @property
    def ways_out(self):
        """Where to go from an empty list."""
        board = reverse("jobs:board")
        if self.is_narrowed:
            return [{"label": "这家企业的全部职位", "url": self.url(parameters())}]
        else:
            industry = self.company.industry
            same_trade = {"label": f"{industry.name}职位", "url": f"{board}?{urlencode({'industry': industry.slug})}"}
            return [same_trade, {"label": "全部职位", "url": board}]

    @property
    def canonical(self):
        """What a visitor chose is another look at the same page; its further pages are not."""
        return self.company.get_absolute_url() if self.is_narrowed else self.pager.url(self.pager.number)

    def parameters(self, *, without=None):
        return parameters(**{name: term.slug for name, term in self.chosen.items() if term and name != without})

    def url(self, query):
        query = query.urlencode()
        return f"{self.company.get_absolute_url()}{'?' if query else ''}{query}#jobs"


def parameters(**values):
    query = QueryDict(mutable=True)
    query.update(values)
    return query
