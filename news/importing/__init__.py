"""Bringing in the articles of an old site: from a table, or from its saved pages.

`read` gives a draft for each row or page, `examine` says what would become of them, `write` does it. Doing it twice makes
no doubles, and what an editor changed since stays as the editor left it.
"""

from news.importing.drafts import Draft, Refused
from news.importing.mapping import Mapping
from news.importing.report import Outcome, Report
from news.importing.sources import columns_of, read
from news.importing.writing import examine, write

__all__ = ["Draft", "Mapping", "Outcome", "Refused", "Report", "columns_of", "examine", "read", "write"]
