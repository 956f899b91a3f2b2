from django.urls import path

app_name = "jobs"

urlpatterns = [path("jobs/<int:pk>/", lambda r, pk: None, name="job")]
