from django.urls import path

from news import preview, views
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
    path("pictures/upload/", picture_upload, name="picture_upload"),
    path("<slug:slug>/", views.section, name="section"),
    path("<slug:slug>/feed.xml", SectionFeed(), name="section_feed"),
]
