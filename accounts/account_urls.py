from django.urls import path

from accounts import account_views

app_name = "account"

urlpatterns = [
    path("", account_views.home, name="home"),
    path("consent/", account_views.consent, name="consent"),
    path("sessions/<int:pk>/end/", account_views.end_session, name="end_session"),
]
