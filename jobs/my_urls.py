"""What people have of their own of the board, under /my/."""

from django.urls import path

from jobs.employers import desk

urlpatterns = [
    path("jobs/", desk.jobs, name="jobs"),
    path("jobs/<int:pk>/", desk.job, name="job"),
]
