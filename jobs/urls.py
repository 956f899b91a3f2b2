from django.urls import path

from jobs.search_log import searched
from jobs.viewership import seen
from jobs.views.board import board
from jobs.views.job import job
from jobs.views.landing import landing
from jobs.views.screening import screening
from jobs.views.suggest import suggest

app_name = "jobs"

urlpatterns = [
    path("jobs/", board, name="board"),
    path("jobs/searched/", searched, name="searched"),
    path("jobs/screening/", screening, name="screening"),
    path("jobs/<int:pk>/", job, name="job"),
    path("jobs/<int:pk>/seen/", seen, name="seen"),
    path("jobs/in/<slug:region>/<slug:category>/", landing, name="landing"),
    path("suggest/", suggest, name="suggest"),
]
