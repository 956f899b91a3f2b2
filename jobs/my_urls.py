"""What people have of their own of the board, under /my/."""

from django.urls import path

from jobs.employers import desk, sheets

urlpatterns = [
    path("jobs/", desk.jobs, name="jobs"),
    path("jobs/<int:pk>/", desk.job, name="job"),
    path("jobs/template.xlsx", sheets.template, name="jobs-template"),
    path("jobs/export.xlsx", sheets.export, name="jobs-export"),
    path("jobs/import/", sheets.imports, name="jobs-import"),
    path("jobs/import/<int:pk>/", sheets.checked, name="jobs-import-checked"),
    path("jobs/import/<int:pk>/bad.xlsx", sheets.bad, name="jobs-import-bad"),
]
