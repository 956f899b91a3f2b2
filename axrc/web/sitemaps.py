"""A sitemap index that costs the same however much there is: a list that grows knows its parts without counting."""

from datetime import UTC

from django.contrib.sitemaps.views import SitemapIndexItem, sitemap, x_robots_tag
from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import escape

XML = "application/xml"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


class Parted:
    """A list in numbered parts; each is a page of its own at /sitemap-<section>-<number>.xml."""

    def parts(self):
        """(number, moment of the last change) of every part that holds something."""
        raise NotImplementedError

    def last(self):
        """The number of the last part that there may be."""
        raise NotImplementedError

    def places(self, number):
        """(address, moment of the last change) of what stands in a part."""
        raise NotImplementedError


@x_robots_tag
def index(request, sitemaps):
    entries = [
        SitemapIndexItem(request.build_absolute_uri(address), changed_at)
        for section, made in sitemaps.items()
        for address, changed_at in (parts if issubclass(made, Parted) else pages)(section, made())
    ]
    return TemplateResponse(request, "sitemap_index.xml", {"sitemaps": entries}, content_type=XML)


def parts(section, found):
    return [(reverse("sitemap-part", args=[section, number]), changed_at) for number, changed_at in found.parts()]


def pages(section, found):
    """Of a list that stays small enough to be counted, or says that it `is_one_page`."""
    address, changed_at = reverse("sitemap", args=[section]), found.get_latest_lastmod()
    others = [] if getattr(found, "is_one_page", False) else range(2, found.paginator.num_pages + 1)
    return [(address, changed_at), *((f"{address}?p={number}", changed_at) for number in others)]


@x_robots_tag
def part(request, sitemaps, section, number):
    """One part; it may be empty, but nobody walks through numbers without end.

    Written by hand: through a template 10,000 lines took six times as long.
    """
    made = sitemaps.get(section)
    if not (made and issubclass(made, Parted) and number <= made().last()):
        raise Http404("There is no such part")
    site = request.build_absolute_uri("/").removesuffix("/")
    lines = [
        f"<url><loc>{escape(site + address)}</loc><lastmod>{changed_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}</lastmod></url>\n"
        for address, changed_at in made().places(number)
    ]
    return HttpResponse([HEAD, *lines, "</urlset>\n"], content_type=XML)


def single(request, sitemaps, section, **options):
    """A list that has no parts."""
    return sitemap(
        request, {name: made for name, made in sitemaps.items() if not issubclass(made, Parted)}, section, **options
    )
