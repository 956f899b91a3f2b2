"""Make the words for suggestions, pinyin and misspellings anew from categories, towns, companies, titles and synonyms."""

from collections import Counter

from django.core.management.base import BaseCommand

from axrc.vocabulary.models import Term
from jobs import terms


class Command(BaseCommand):
    help = __doc__

    def handle(self, **options):
        terms.rebuild()
        counts = Counter(Term.objects.values_list("kind", flat=True))
        self.stdout.write(" ".join(f"{label} {counts[kind]}" for kind, label in Term.Kind.choices))
