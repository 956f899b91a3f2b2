"""What somebody looks for on the board. Board, feed and alerts all read it here, so they cannot disagree."""

from functools import cached_property

from axrc.search.query import Levels
from axrc.vocabulary.filters import WordFilter
from axrc.web.routes import address_of
from jobs.facets import FACETS
from jobs.models import BoardEntry
from jobs.understanding import understood
from jobs.values import PAY_LEVELS

HIGHEST_PAY_FIRST = Levels(tuple(f"pay:{level}" for level in reversed(PAY_LEVELS)))


class JobFilter(WordFilter):
    facets = FACETS
    sorts = {"relevance": "最相关", "newest": "最新", "salary": "薪资最高"}
    noun, unit = "职位", "个职位"
    entries = BoardEntry

    @cached_property
    def address(self):
        return address_of("jobs:board")

    @property
    def order(self):
        return HIGHEST_PAY_FIRST if self.sort == "salary" else self.sort

    def words_query(self):
        return understood(self.q, self.meanings)
