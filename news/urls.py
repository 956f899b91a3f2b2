from django.urls import path, re_path

from news import archive_views, preview, views
from news.downloads import attachment
from news.feeds import SectionFeed
from news.readership import seen
from news.reading import reading_size
from news.uploads import picture_upload

app_name = "news"

urlpatterns = [
    path("", views.front, name="front"),
    path("<int:pk>/", views.article, name="article"),
    path("<int:pk>/seen/", seen, name="seen"),
    path("reading/size/", reading_size, name="reading_size"),
    path("<int:pk>/preview/", preview.preview, name="preview"),
    path("preview/<str:token>/", preview.preview_by_link, name="preview_by_link"),
    path("archive/", archive_views.years, name="archive"),
    re_path(r"^archive/(?P<year>[0-9]{4})/\Z", archive_views.year, name="archive_year"),
    re_path(r"^archive/(?P<year>[0-9]{4})/(?P<month>[0-9]{2})/\Z", archive_views.month, name="archive_month"),
    path("attachments/<int:pk>/", attachment, name="attachment"),
    path("pictures/upload/", picture_upload, name="picture_upload"),
    path("<slug:slug>/", views.section, name="section"),
    path("<slug:slug>/feed.xml", SectionFeed(), name="section_feed"),
]
