"""What people have of their own, under /my/; axrc/urls.py adds what other apps have."""

from django.urls import include, path

from accounts import my_views, privacy_views

urlpatterns = [
    path("", my_views.home, name="home"),
    path("", include("accounts.resumes.urls")),
    path("privacy/", privacy_views.privacy, name="privacy"),
    path("privacy/export/", privacy_views.export, name="export"),
    path("privacy/export/<int:pk>/", privacy_views.download, name="export_file"),
    path("privacy/close/", privacy_views.close, name="close"),
    path("privacy/take-back/<str:token>/", privacy_views.take_back, name="take_back"),
    path("company/", include("accounts.employers.company_urls")),
    path("team/", include("accounts.employers.team_urls")),
]
