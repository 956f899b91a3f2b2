"""A filter that understands what was typed: synonyms, pinyin, initials."""

from functools import cached_property

from axrc.search.filters import Filter
from axrc.search.query import Query
from axrc.vocabulary.meanings import Meanings


class WordFilter(Filter):
    @cached_property
    def meanings(self):
        """What else the typed words mean. Who asks about many searches sets it, once for all of them."""
        return Meanings(self.q, self.at)

    def words_query(self):
        return Query.of(self.q, self.meanings)

    def again(self, parameters):
        other = super().again(parameters)
        if other.q == self.q:
            other.meanings = self.meanings
        return other
