"""Bringing terms into the vocabulary, and out of it."""

from collections import defaultdict

from django.db import transaction

from axrc.vocabulary import keys
from axrc.vocabulary.models import Term, TermKey

BATCH = 500
# The names of companies are many and long: whoever misspells one is helped by what it begins with.
MAY_BE_MEANT = {Term.Kind.TITLE, Term.Kind.CATEGORY, Term.Kind.TOWN, Term.Kind.WORD}


@transaction.atomic
def learn(terms):
    """Add what is not there yet. What has a target is then called as given here and no longer otherwise."""
    for kind, wanted in by_kind(terms).items():
        there = {(term.target, term.text): term.pk for term in find(kind, wanted)}
        # In one order, so that two who learn the same words don't wait for each other for ever.
        write(kind, [wanted[name] for name in sorted(wanted) if name not in there])
        outdated = [pk for name, pk in there.items() if name[0] and name not in wanted]
        if outdated:
            Term.objects.filter(pk__in=outdated).delete()


@transaction.atomic
def renew(kinds, terms):
    """Make all terms of these kinds anew, with their weights."""
    outdated = Term.objects.filter(kind__in=kinds)
    TermKey.objects.filter(term__in=outdated).delete()
    outdated.delete()
    for kind, wanted in by_kind(terms).items():
        write(kind, list(wanted.values()))


def by_kind(terms):
    """{kind: {(target, text): term}}"""
    found = defaultdict(dict)
    for term in terms:
        found[term.kind].setdefault((term.target, term.text), term)
    return found


def find(kind, wanted):
    """The terms that are there of these, and whatever else their targets are called."""
    names = sorted(wanted)
    for start in range(0, len(names), BATCH):
        targets, texts = (set(part) for part in zip(*names[start : start + BATCH], strict=True))
        there = Term.objects.filter(kind=kind, target__in=targets).only("target", "text")
        yield from there.filter(text__in=texts) if targets == {""} else there


def write(kind, terms):
    """Two processes may learn a word at the same time: the first one writes it, with its keys."""
    for start in range(0, len(terms), BATCH):
        batch = [term.read() for term in terms[start : start + BATCH]]
        Term.objects.bulk_create(batch, ignore_conflicts=True)
        targets, texts = {term.target for term in batch}, {term.text for term in batch}
        made = Term.objects.filter(kind=kind, target__in=targets, text__in=texts, keys=None)
        TermKey.objects.bulk_create(
            [
                TermKey(key=key, weight=term.weight, term=term)
                for term in made
                for key in sorted(keys.of(term, may_be_meant=kind in MAY_BE_MEANT))
            ],
            batch_size=5000,
        )
