"""One rule says what is public. Every surface keeps it to the second, with nothing running."""

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import settings as django_settings
from django.test import Client
from django.urls import URLPattern, get_resolver
from django.utils import timezone

from axrc.urls import sitemaps
from jobs.models import Job
from tests.factories import hence
from tests.jobs.surfaces import SURFACES
from tests.jobs.ways import WAYS, scene

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)

# Public addresses that show no job; a new address has to be a surface or stand here.
SHOW_NO_JOB = {
    "<page:slug>/",
    "jobs/screening/",
    "jobs/searched/",
    "jobs/<int:pk>/seen/",
    "feedback/",
    "links/",
    "healthz",
    "robots.txt",
    "news/<int:pk>/seen/",
    "news/reading/size/",
    "news/<int:pk>/preview/",
    "news/preview/<str:token>/",
    "news/archive/(?P<year>[0-9]{4})/\\Z",
    "news/attachments/<int:pk>/",
    "news/pictures/upload/",
    "news/<slug:slug>/feed.xml",
    "feeds/news.xml",
    "sitemap-news.xml",
}
# What only development or a signed-in person opens.
ELSEWHERE = ("admin/", "accounts/", "my/", "talent/", "styleguide/", "media/")
SITEMAPS_OF_JOBS = {"jobs", "places"}
SITEMAPS_OF_OTHERS = {"pages", "companies", "sections", "articles", "news"}
# Templates that show jobs where no visitor comes.
TEMPLATES_ELSEWHERE = {"styleguide.html"}


@pytest.fixture
def job(settings):
    settings.PAGE_CACHE = True
    return scene()


def sees(surface, job):
    """Asked twice, so that the second answer is a kept page where pages are kept."""
    first, second = (SURFACES[surface](Client(), Job.objects.get(pk=job.pk)) for _ in range(2))
    assert first == second
    return first


def leaves(job, surface, way):
    assert sees(surface, job), "the live job is not seen: the look is blind"
    end = WAYS[way](job)
    if end is None:
        assert not sees(surface, job)
    else:
        for moment, is_there in [(end - SECOND, True), (end, False)]:
            with time_machine.travel(moment, tick=False):
                assert sees(surface, job) == is_there


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("surface", SURFACES)
def test_a_job_that_is_not_public_is_on_no_surface_from_that_second_on(job, surface, way):
    leaves(job, surface, way)


@pytest.mark.parametrize("way", ["closed", "ended"])
@pytest.mark.parametrize("surface", SURFACES)
def test_the_same_where_no_page_is_kept(job, surface, way, settings):
    settings.PAGE_CACHE = False
    leaves(job, surface, way)


@pytest.mark.parametrize("surface", SURFACES)
def test_a_scheduled_job_is_on_every_surface_from_its_second_on(job, surface):
    job.published_at = job.refreshed_at = hence(hours=1)
    job.save()
    assert not sees(surface, job)
    with time_machine.travel(job.published_at, tick=False):
        assert sees(surface, job)


@pytest.mark.parametrize("surface", SURFACES)
def test_a_job_returns_to_every_surface_when_its_company_is_verified_again(job, surface):
    job.company.verified_until = timezone.now()
    job.company.save()
    assert not sees(surface, job)
    job.company.verified_until = hence(days=180)
    job.company.save()
    assert sees(surface, job)


class NotingClient(Client):
    """Notes which addresses and templates it was answered by."""

    def __init__(self, **options):
        super().__init__(**options)
        self.routes, self.templates = set(), set()

    def request(self, **request):
        response = super().request(**request)
        self.routes.add(response.resolver_match.route)
        self.templates |= {template.name for template in response.templates}
        return response


@pytest.fixture
def noted():
    """A client that was on all surfaces of a live job."""
    client, job = NotingClient(), scene()
    for look in SURFACES.values():
        look(client, job)
    return client


def routes(resolver=None, before=""):
    """Every route of the site, as a response tells its own."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = before + str(entry.pattern).removeprefix("^")
        if route.startswith(ELSEWHERE):
            continue
        if isinstance(entry, URLPattern):
            yield route
        else:
            yield from routes(entry, route)


def test_every_public_address_is_a_surface_or_known_to_show_no_job(noted):
    known = set(routes())
    assert known - noted.routes - SHOW_NO_JOB == set(), "new addresses: add them to SURFACES or to SHOW_NO_JOB"
    assert SHOW_NO_JOB - known == set(), "these are gone"


def test_every_sitemap_is_known():
    assert set(sitemaps) - SITEMAPS_OF_JOBS - SITEMAPS_OF_OTHERS == set()


def test_every_template_that_shows_jobs_is_met_on_a_surface(noted):
    """A tag of the board or a row of it that somebody adds to another page makes that page a surface."""
    folder = Path(django_settings.BASE_DIR) / "templates"
    showing = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.html")
        if any(mark in path.read_text(encoding="utf-8") for mark in ("jobs_tags", '"jobs/_job_row', '"jobs/_job_line'))
    }
    assert showing - noted.templates - TEMPLATES_ELSEWHERE == set()


@pytest.mark.parametrize(
    "address", ["/about/", "/feedback/", "/links/", "/robots.txt", "/feeds/news.xml", "/news/local/feed.xml"]
)
def test_pages_said_to_show_no_job_show_none(client, address):
    job = scene()
    page = client.get(address).content.decode()
    assert job.title not in page
    assert f"/jobs/{job.pk}/" not in page
