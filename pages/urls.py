"""The addresses at the root that belong to no one app."""

from django.urls import path, register_converter

from pages.models import Page
from pages.views.feedback import feedback
from pages.views.health import health, robots
from pages.views.home import home
from pages.views.links import links
from pages.views.page import page
from pages.views.search import search


class KnownSlug:
    """The closed list of pages; any other address is left to the other apps."""

    regex = "|".join(Page.Slug.values)

    def to_python(self, value):
        return value

    def to_url(self, value):
        return str(value)


register_converter(KnownSlug, "page")

app_name = "pages"

urlpatterns = [
    path("", home, name="home"),
    path("search/", search, name="search"),
    path("<page:slug>/", page, name="page"),
    path("feedback/", feedback, name="feedback"),
    path("links/", links, name="links"),
    path("healthz", health, name="health"),
    path("robots.txt", robots, name="robots"),
]
