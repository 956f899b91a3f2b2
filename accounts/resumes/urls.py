"""Under /my/: the resume and what belongs to it. Namespace "my"."""

from django.urls import path

from accounts.resumes import steps
from accounts.resumes.views import companies, overview
from accounts.resumes.views import steps as views

urlpatterns = [
    path("resume/", overview.resume, name="resume"),
    path("resume/visibility/", overview.visibility, name="resume_visibility"),
    path("resume/visibility/<int:pk>/withdraw/", overview.withdraw, name="resume_withdraw"),
    path("resume/export/", overview.export, name="resume_export"),
    path("views/", companies.views, name="views"),
    path("blocked/", companies.blocked, name="blocked"),
    path("blocked/<int:pk>/remove/", companies.unblock, name="unblock"),
]

for step in steps.ALL:
    base, name, known = f"resume/{step.slug}/", f"resume_{step.slug}", {"slug": step.slug}
    if isinstance(step, steps.LineStep):
        urlpatterns += [
            path(base, views.lines, known, name=name),
            path(f"{base}<int:pk>/", views.line, known, name=f"{name}_line"),
            path(f"{base}<int:pk>/remove/", views.remove_line, known, name=f"{name}_remove"),
        ]
    else:
        urlpatterns.append(path(base, views.step, known, name=name))
