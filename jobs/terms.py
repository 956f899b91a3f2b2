"""The whole vocabulary of the board, made anew from what there is."""

from collections import Counter

from django.db import transaction
from django.utils import timezone

from accounts.models import CompanyEntry
from axrc.taxonomy import naming
from axrc.vocabulary import learning, names
from axrc.vocabulary.models import SynonymGroup, Term
from jobs.models import Job

# However often a title is there, a category that begins the same comes first.
HEAVIEST_TITLE = 300


@transaction.atomic
def rebuild():
    """Forget what is no longer there, and weigh titles by how many jobs have them."""
    naming.renew()
    learning.renew(
        [Term.Kind.COMPANY], (term for entry in CompanyEntry.objects.select_related("company") for term in entry.terms())
    )
    learning.renew([Term.Kind.WORD], (term for group in SynonymGroup.objects.all() for term in group.terms()))
    learning.renew([Term.Kind.TITLE], titles())


def titles():
    now = timezone.now()
    counts = Counter()
    for title in Job.objects.filter(entry__ends_at__gt=now).values_list("title", flat=True).iterator():
        counts.update(names.words(title))
    for word, count in counts.items():
        yield Term(kind=Term.Kind.TITLE, text=word, weight=min(count, HEAVIEST_TITLE))
