"""What people have of their own, under /my/."""

from tests.architecture.access import LOGIN, ONWARD, by

EACH = by(200, anonymous=LOGIN, editor=ONWARD, reviewer=ONWARD, superuser=ONWARD)
EVERYBODYS = by(200, anonymous=LOGIN)
SEEKERS = by(404, anonymous=LOGIN, seeker=200)
ANOTHER_SEEKERS = by(404, anonymous=LOGIN)
EMPLOYERS = by(404, anonymous=LOGIN, employer=200, unverified=200, companyless=200)
COMPANIES = by(404, anonymous=LOGIN, employer=200, unverified=200, companyless=ONWARD)
ANOTHER_COMPANIES = by(404, anonymous=LOGIN, companyless=ONWARD)

STEPS = ["basics", "skills", "about", "photo", "attachment"]
ERRANDS = ["pause", "resume", "refresh", "withdraw", "withdraw-edit", "relist", "close"]
LINES = ["intentions", "education", "work", "projects", "certificates"]

ROWS = {
    "my/": EACH,
    "my/resume/": SEEKERS,
    **{f"my/resume/{step}/": SEEKERS for step in [*STEPS, *LINES]},
    **{f"my/resume/{line}/<int:pk>/{deed}": ANOTHER_SEEKERS for line in LINES for deed in ("", "remove/")},
    "my/resume/visibility/": SEEKERS,
    "my/resume/visibility/<int:pk>/withdraw/": ANOTHER_SEEKERS,
    "my/resume/export/": SEEKERS,
    "my/views/": SEEKERS,
    "my/blocked/": SEEKERS,
    "my/blocked/<int:pk>/remove/": ANOTHER_SEEKERS,
    "my/privacy/": EVERYBODYS,
    "my/privacy/close/": EVERYBODYS,
    "my/privacy/export/": by(ONWARD, anonymous=LOGIN),
    "my/privacy/export/<int:pk>/": by(404, anonymous=LOGIN),
    # The link is the right: who has closed the account cannot sign in (tests/accounts/test_privacy_closing.py).
    "my/privacy/take-back/<str:token>/": by(200),
    "my/company/": EMPLOYERS,
    "my/company/photos/": COMPANIES,
    "my/company/photos/<int:pk>/": ANOTHER_COMPANIES,
    "my/company/addresses/": COMPANIES,
    "my/company/addresses/<int:pk>/remove/": ANOTHER_COMPANIES,
    "my/company/verification/": COMPANIES,
    "my/company/verification/letter/": COMPANIES,
    "my/company/verification/withdraw/": ANOTHER_COMPANIES,  # nothing of theirs waits
    "my/jobs/template.xlsx": COMPANIES,
    "my/jobs/export.xlsx": COMPANIES,
    "my/jobs/import/": COMPANIES,
    "my/jobs/import/<int:pk>/": ANOTHER_COMPANIES,
    "my/jobs/import/<int:pk>/bad.xlsx": ANOTHER_COMPANIES,
    "my/team/": COMPANIES,
    "my/team/<int:pk>/remove/": ANOTHER_COMPANIES,
    "my/team/<int:pk>/hand-over/": ANOTHER_COMPANIES,
    "my/team/invitations/<int:pk>/withdraw/": ANOTHER_COMPANIES,
    "my/team/leave/": by(404, anonymous=LOGIN, employer=ONWARD, unverified=ONWARD, companyless=ONWARD),
    "my/jobs/new/": COMPANIES,
    "my/jobs/<int:pk>/edit/": ANOTHER_COMPANIES,
    "my/jobs/<int:pk>/copy/": ANOTHER_COMPANIES,
    "my/jobs/drafts/<int:pk>/": ANOTHER_COMPANIES,
    "my/jobs/drafts/<int:pk>/remove/": ANOTHER_COMPANIES,
    # Nothing was typed, so nothing is kept.
    "my/jobs/drafts/keep/": by(404, anonymous=LOGIN, employer=409, unverified=409, companyless=ONWARD),
    "my/jobs/": COMPANIES,
    **{f"my/jobs/<int:pk>/{page}": ANOTHER_COMPANIES for page in ("", "renew/", "hired/")},
    **{f"my/jobs/<int:pk>/{errand}/": ANOTHER_COMPANIES for errand in ERRANDS},
    # The link is the right; who may not follow it is told why (tests/accounts/test_team.py).
    "my/team/join/<str:token>/": by(200, anonymous=LOGIN),
}
SENT = {
    "my/resume/visibility/<int:pk>/withdraw/",
    "my/blocked/<int:pk>/remove/",
    "my/privacy/export/",
    "my/company/addresses/<int:pk>/remove/",
    "my/company/verification/withdraw/",
    "my/team/<int:pk>/remove/",
    "my/team/<int:pk>/hand-over/",
    "my/team/invitations/<int:pk>/withdraw/",
    "my/team/leave/",
    "my/jobs/<int:pk>/copy/",
    "my/jobs/drafts/<int:pk>/remove/",
    "my/jobs/drafts/keep/",
    *(f"my/jobs/<int:pk>/{errand}/" for errand in ERRANDS),
}
