"""The admin, by group: 编辑 write news and pages, 审核 decide about companies and jobs, superusers do the rest.

Whoever is no staff is asked to log in wherever they knock.
"""

from tests.architecture.access import LOGIN, ONWARD, STAFF, by


def desk(editor=403, reviewer=403, superuser=403):
    return by(LOGIN, editor=editor, reviewer=reviewer, superuser=superuser)


NEWS = desk(editor=200, superuser=200)

# What each group may do to what: L sees the list, A adds, V opens one, C changes it, D deletes it.
RIGHTS = {
    #                              editor   reviewer  superuser
    "news/article":                ["LAVCD", "",       "LAVCD"],
    "news/section":                ["LAVCD", "",       "LAVCD"],
    "news/picture":                ["L.VCD", "",       "L.VCD"],
    "news/frontslot":              ["LAVCD", "",       "LAVCD"],
    "pages/page":                  ["LAVCD", "",       "LAVCD"],
    "pages/friendlink":            ["LAVCD", "",       "LAVCD"],
    "pages/siteprofile":           ["",      "",       "..VC."],
    "pages/feedback":              ["",      "",       "L.VCD"],
    "jobs/job":                    ["",      "LAVC.",  "LAVC."],
    "jobs/submission":             ["",      "L.VC.",  "L.VC."],
    "jobs/sendbackreason":         ["",      "LAVCD",  "LAVCD"],
    "jobs/searchedword":           ["",      "LAV..",  "LAV.."],
    "jobs/screeningrule":          ["",      "LAVCD",  "LAVCD"],
    "accounts/verification":       ["",      "L.VC.",  "L.VC."],
    "accounts/refusalreason":      ["",      "LAVC.",  "LAVCD"],
    "accounts/company":            ["",      "L.V..",  "L.VC."],
    "accounts/resume":             ["",      "L.V..",  "L.V.."],
    "accounts/user":               ["",      "",       "LAVC."],
    "accounts/policyversion":      ["",      "",       "LAVCD"],
    "auth/group":                  ["",      "",       "LAVCD"],
    "taxonomy/category":           ["",      "",       "LAVCD"],
    "taxonomy/region":             ["",      "",       "LAVCD"],
    "taxonomy/industry":           ["",      "",       "LAVCD"],
    "taxonomy/benefit":            ["",      "",       "LAVCD"],
    "vocabulary/synonymgroup":     ["",      "LAVCD",  "LAVCD"],
    "audit/entry":                 ["",      "",       "L.V.."],
    "mail/letter":                 ["",      "",       "L.V.."],
    "django_tasks_database/dbtaskresult": ["", "",     "L.V.."],
}  # fmt: skip

# The pages that Django makes for each of them, and the letter that opens each.
PAGES = {
    "": "L",
    "add/": "A",
    "<path:object_id>/change/": "V",
    "<path:object_id>/history/": "V",
    "<path:object_id>/delete/": "D",
}


def opened(letter, rights):
    return desk(**{actor: 200 if letter in letters else 403 for actor, letters in zip(STAFF, rights, strict=True)})


ROWS = {
    "admin/": desk(200, 200, 200),
    "admin/login/": by(403, anonymous=LOGIN, editor=ONWARD, reviewer=ONWARD, superuser=ONWARD),
    "admin/logout/": by(ONWARD, editor=405, reviewer=405, superuser=405),
    "admin/password_change/": desk(200, 200, 200),
    "admin/password_change/done/": desk(200, 200, 200),
    "admin/autocomplete/": desk(),  # nobody who does not say of what
    "admin/jsi18n/": desk(200, 200, 200),
    "admin/r/<path:content_type_id>/<path:object_id>/": desk(404, 404, 404),  # accounts have no page of their own
    "admin/(?P<url>.*)$": desk(404, 404, 404),
    "admin/^(?P<app_label>": desk(200, 404, 200),  # the list of what there is in an app, here the news
    **{
        f"admin/{model}/{page}": opened(letter, rights) for model, rights in RIGHTS.items() for page, letter in PAGES.items()
    },
    # An old form of each address, which leads on.
    **{f"admin/{model}/<path:object_id>/": desk(ONWARD, ONWARD, ONWARD) for model in RIGHTS},
    # The one row of the site's data has no list, and there is no second one.
    "admin/pages/siteprofile/": desk(superuser=ONWARD),
    "admin/accounts/user/<id>/password/": desk(superuser=200),
    # Licences and letters of authority.
    "admin/accounts/verification/<int:pk>/<slug:which>.file": by(404, reviewer=200, superuser=200),
    "admin/jobs/job/<int:pk>/deeds/<slug:deed>/": desk(reviewer=200, superuser=200),
    "admin/jobs/screeningrule/live/": desk(reviewer=200, superuser=200),
    "admin/jobs/screeningrule/<int:pk>/try/": desk(reviewer=200, superuser=200),
    "admin/news/article/<int:pk>/history/<int:revision>/": NEWS,
    "admin/news/article/<int:pk>/history/<int:revision>/revert/": NEWS,
    "admin/news/article/<int:pk>/preview-link/": NEWS,
    "admin/news/article/<int:pk>/foreign-pictures/": NEWS,
    "admin/news/article/import/": NEWS,
    "admin/news/article/import/<uuid:token>/": desk(editor=ONWARD, superuser=ONWARD),  # the file of another session
    "admin/news/article/export/": NEWS,
}
SENT = {"admin/news/article/<int:pk>/preview-link/"}
