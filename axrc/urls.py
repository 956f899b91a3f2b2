"""The site map: a line an app."""

from django.conf import settings
from django.conf.urls.static import static
from django.contrib import admin
from django.urls import include, path

from jobs.feeds import JobFeed

feeds = [path("jobs.xml", JobFeed(), name="jobs")]

urlpatterns = [
    path("", include("pages.urls")),
    path("", include("jobs.urls")),
    path("companies/", include("accounts.urls")),
    path("news/", include("news.urls")),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("feeds/", include((feeds, "feeds"))),
]

if settings.DEBUG:
    urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)
