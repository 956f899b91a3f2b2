"""What people have of their own of the board, under /my/."""

from django.urls import path

from jobs.employers import desk, errands

urlpatterns = [
    path("jobs/", desk.jobs, name="jobs"),
    path("jobs/<int:pk>/", desk.job, name="job"),
    path("jobs/<int:pk>/renew/", errands.renew, name="job-renew"),
    path("jobs/<int:pk>/hired/", errands.hired, name="job-hired"),
    *(path(f"jobs/<int:pk>/{name}/", view, name=f"job-{name}") for name, view in errands.VIEWS.items()),
]
