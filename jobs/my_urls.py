"""What people have of their own of the board, under /my/."""

from django.urls import path

from jobs.employers import desk, errands, posting, sheets

urlpatterns = [
    path("jobs/", desk.jobs, name="jobs"),
    path("jobs/<int:pk>/", desk.job, name="job"),
    path("jobs/new/", posting.new, name="job-new"),
    path("jobs/<int:pk>/edit/", posting.edit, name="job-edit"),
    path("jobs/<int:pk>/copy/", posting.copy, name="job-copy"),
    path("jobs/drafts/keep/", posting.keep_draft, name="job-draft-keep"),
    path("jobs/drafts/<int:pk>/", posting.draft, name="job-draft"),
    path("jobs/drafts/<int:pk>/remove/", posting.remove_draft, name="job-draft-remove"),
    path("jobs/<int:pk>/renew/", errands.renew, name="job-renew"),
    path("jobs/<int:pk>/hired/", errands.hired, name="job-hired"),
    *(path(f"jobs/<int:pk>/{name}/", view, name=f"job-{name}") for name, view in errands.VIEWS.items()),
    path("jobs/template.xlsx", sheets.template, name="jobs-template"),
    path("jobs/export.xlsx", sheets.export, name="jobs-export"),
    path("jobs/import/", sheets.imports, name="jobs-import"),
    path("jobs/import/<int:pk>/", sheets.checked, name="jobs-import-checked"),
    path("jobs/import/<int:pk>/bad.xlsx", sheets.bad, name="jobs-import-bad"),
]
