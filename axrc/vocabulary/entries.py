"""Entries of the search whose names go into the vocabulary with them."""

from axrc.search.models import Entry, EntryManager
from axrc.vocabulary.learning import learn


class NamedEntryManager(EntryManager):
    def bulk_create(self, entries, **options):
        made = super().bulk_create(entries, **options)
        learn(term for entry in made for term in entry.terms())
        return made


class NamedEntry(Entry):
    """What is found is also suggested and understood when it is misspelt, from the moment of its entry."""

    objects = NamedEntryManager()

    class Meta(Entry.Meta):
        abstract = True

    def save(self, **kwargs):
        super().save(**kwargs)
        learn(self.terms())

    def terms(self):
        """The unsaved terms under which somebody may look for the subject."""
        raise NotImplementedError
