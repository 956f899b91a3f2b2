"""The figure beside an option is what choosing it gives."""

import pytest
from django.http import QueryDict
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from axrc.search import memory
from axrc.search.query import Query
from jobs.facets import FACETS
from jobs.filters import JobFilter
from jobs.models import BoardEntry
from pages.demo import companies, jobs
from tests.factories import JobFactory

pytestmark = pytest.mark.django_db

WORDS = ["", "", "", "茶", "会计", "安溪", "铁观音", "包装 工人", "销售", "CNC", "led", "制茶师"]


def counts(parameters, at=None):
    """{(facet, value): figure shown}."""
    found = JobFilter(QueryDict(parameters)).counted(at or timezone.now())
    return {
        (facet.name, option.value): option.count
        for facet in found
        for options in facet.groups.values()
        for option in options
    }


def total(parameters, at):
    return BoardEntry.objects.tally(JobFilter(parameters).query(at), at=at)


def choosing(parameters, facet, value):
    """The search after an option is chosen: in place of the others of its facet, or on top of them where all are wanted."""
    changed = parameters.copy()
    if facet.adds:
        changed.setlist(facet.name, [*parameters.getlist(facet.name), value])
    else:
        changed.setlist(facet.name, [value])
    return changed


def test_every_figure_is_what_choosing_it_gives(taxonomy, monkeypatch):
    """However few of the hits are looked at first."""
    monkeypatch.setattr(memory, "NEWEST", [20, 100])
    now = timezone.now()
    jobs.load(companies.load(now), 400, now)
    chosen = st.tuples(*(st.sampled_from([(facet.name, option.value) for option in facet.options()]) for facet in FACETS))
    searches = st.tuples(st.sampled_from(WORDS), chosen, st.sets(st.integers(0, len(FACETS) - 1), max_size=4), st.randoms())

    @settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
    @given(searches)
    def check(search):
        word, choices, picked, random = search
        parameters = QueryDict(mutable=True)
        parameters["q"] = word
        for number in picked:
            parameters.appendlist(*choices[number])
        # Now and then a second value of a facet.
        facet = random.choice(FACETS)
        parameters.appendlist(facet.name, random.choice(facet.options()).value)
        at = timezone.now()
        shown = counts(parameters.urlencode(), at)
        for facet in FACETS:
            # A dozen options of each, and all that the search has chosen, are enough of 250.
            options = [option.value for option in facet.options()]
            for value in random.sample(options, min(4, len(options))):
                assert shown.get((facet.name, value), 0) == total(choosing(parameters, facet, value), at), (
                    facet.name,
                    value,
                )

    check()


def test_a_figure_ends_at_the_limit_however_few_are_looked_at_first(taxonomy, monkeypatch):
    now = timezone.now()
    jobs.load(companies.load(now), 300, now)
    facets = [((), facet.all_tokens(now), facet.adds) for facet in FACETS]
    exact = BoardEntry.objects.counts(Query(), facets, at=now)
    for newest in ([10], [50, 120], [1000]):
        monkeypatch.setattr(memory, "NEWEST", newest)
        capped = BoardEntry.objects.counts(Query(), facets, at=now, most=7)
        assert capped == [[min(count, 8) for count in line] for line in exact]


def test_an_option_that_finds_nothing_is_folded_away_unless_it_is_chosen(taxonomy):
    JobFactory(title="制茶", category=taxonomy.categories.by_slug["tea-maker"])
    assert ("category", "tea-maker") in counts("")
    assert ("category", "welder") not in counts("")
    assert counts("category=welder")[("category", "welder")] == 0


def test_a_facet_goes_on_offering_its_other_options(taxonomy):
    """Whoever chose tea makers sees how many welders there are."""
    JobFactory(category=taxonomy.categories.by_slug["tea-maker"])
    JobFactory(category=taxonomy.categories.by_slug["welder"])
    assert counts("category=tea-maker")[("category", "welder")] == 1
