"""What the search box offers while somebody types: only what leads to something live."""

from collections import Counter

from django.urls import reverse
from django.utils.http import urlencode

from accounts.models import Company
from axrc.search.query import Query
from axrc.taxonomy import lists
from axrc.vocabulary.completing import complete
from axrc.vocabulary.models import Term
from jobs.models import BoardEntry
from jobs.models.entry import title_token

MOST = 8
# One kind does not crowd out the others.
MOST_OF_A_KIND = 3
# Terms looked at, in steps, so that many dead ones cost little more than a few.
LOOKED_AT = 48
STEP = 24


def suggestions(typed, at):
    """At most eight of {label, kind, url}, the best first."""
    terms = [term for term in complete(typed) if term.kind != Term.Kind.WORD][:LOOKED_AT]
    offers = []
    for start in range(0, len(terms), STEP):
        offers = without_doubles([*offers, *live(terms[start : start + STEP], at)])
        if len(chosen(offers)) == MOST or len(offers) >= 2 * MOST:
            break
    few = chosen(offers)
    return [*few, *(offer for offer in offers if offer not in few)][:MOST]


def chosen(offers):
    """Some of each kind."""
    counts, few = Counter(), []
    for offer in offers:
        counts[offer["kind"]] += 1
        if counts[offer["kind"]] <= MOST_OF_A_KIND:
            few.append(offer)
    return few[:MOST]


def live(terms, at):
    """An offer for each term that leads to a live job or a verified company, in the same order."""
    ids = [int(term.target) for term in terms if term.kind == Term.Kind.COMPANY]
    companies = Company.objects.verified(at).in_bulk(ids) if ids else {}
    searches = {term.pk: search(term) for term in terms if term.kind != Term.Kind.COMPANY}
    searches = {pk: found for pk, found in searches.items() if found}
    counts = BoardEntry.objects.tallies([Query().narrowed([token]) for *_, token in searches.values()], at=at, most=1)
    is_live = {pk for pk, count in zip(searches, counts, strict=True) if count}
    for term in terms:
        if term.kind == Term.Kind.COMPANY and (company := companies.get(int(term.target))):
            yield {"label": company.name, "kind": Term.Kind.COMPANY.label, "url": company.get_absolute_url()}
        elif term.pk in is_live:
            label, parameters, _ = searches[term.pk]
            url = f"{reverse('jobs:board')}?{urlencode(parameters)}"
            yield {"label": label, "kind": Term.Kind(term.kind).label, "url": url}


def search(term):
    """(label, parameters of the board, token) of what a term looks for; None when its list has it no longer."""
    if term.kind == Term.Kind.TITLE:
        return term.text, {"q": term.text}, title_token(term.text)
    known, name = (
        (lists.current().categories, "category") if term.kind == Term.Kind.CATEGORY else (lists.current().regions, "region")
    )
    entry = known.by_slug.get(term.target)
    return entry and (entry.name, {name: entry.slug}, f"{name}:{entry.pk}")


def without_doubles(offers):
    """Each address once; a title that is also the name of a category is the category."""
    categories = {offer["label"] for offer in offers if offer["kind"] == Term.Kind.CATEGORY.label}
    kept = {}
    for offer in offers:
        if offer["kind"] != Term.Kind.TITLE.label or offer["label"] not in categories:
            kept.setdefault(offer["url"], offer)
    return list(kept.values())
