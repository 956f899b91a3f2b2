"""The names of the lists, as the vocabulary knows them."""

from axrc.taxonomy.models import Category, Region
from axrc.vocabulary import learning, names
from axrc.vocabulary.models import Term

# Before the titles of jobs, of which there are many.
WEIGHTS = {Term.Kind.CATEGORY: 500, Term.Kind.TOWN: 400}


def renew():
    """To be called by whoever changes the categories or regions."""
    learning.renew(list(WEIGHTS), [*terms(Category, Term.Kind.CATEGORY), *terms(Region, Term.Kind.TOWN)])


def terms(model, kind):
    for entry in model.objects.all():
        for word in names.words(entry.name):
            yield Term(kind=kind, text=word, target=entry.slug, weight=WEIGHTS[kind])
