from django.urls import path

from jobs import views

app_name = "jobs"

urlpatterns = [
    path("jobs/", views.board, name="board"),
    path("jobs/<int:pk>/", views.job, name="job"),
]
