"""The public pages of the demo site, by name."""

CODE = """
import json
from tests import public
print(json.dumps(public.html()))
"""

NAMES = [
    "home", "board", "board-narrowed", "board-nothing", "job", "job-ended", "landing", "companies", "companies-found", "companies-narrowed", "companies-nothing", "company", "company-narrowed", "talent", "news",
    "section", "article", "article-notice", "archive", "archive-year", "archive-month", "search", "search-articles", "search-nothing", "search-empty", "about", "fees", "payment", "contact", "privacy", "terms", "credentials",
    "feedback", "links", "login", "signup", "password-reset", "not-found",
]  # fmt: skip


def addresses(site):
    import json

    found = json.loads(site.shell(CODE)) | {"not-found": "/styleguide/404/"}
    assert sorted(found) == sorted(NAMES), "a page is missing here or in tests/public.py"
    return found
