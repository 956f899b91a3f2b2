"""Visitors get kept pages, and never one that is no longer right."""

import threading
import time
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from axrc.web import page_cache
from pages.models import SiteProfile
from tests.factories import CompanyFactory, JobFactory, UserFactory, hence

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _with_page_cache(settings):
    settings.PAGE_CACHE = True


def shown(client, address="/jobs/"):
    return client.get(address).content.decode()


def queries(client, address):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("address", ["/", "/jobs/", "/companies/", "/news/", "/search/?q=茶"])
def test_the_second_visitor_asks_the_database_nothing(client, address):
    JobFactory()
    first = client.get(address)
    assert queries(Client(), address) == 0
    second = Client().get(address)
    assert second.content == first.content
    assert second["Content-Security-Policy"] == first["Content-Security-Policy"]


def test_pages_of_different_addresses_are_different_pages(client):
    JobFactory(title="制茶师")
    assert "制茶师" in shown(client, "/jobs/?q=制茶师")
    assert "制茶师</a>" not in shown(client, "/jobs/?q=焊工")


def test_a_deed_empties_the_cache_at_once(client, django_capture_on_commit_callbacks):
    job = JobFactory(title="制茶师")
    assert "制茶师" in shown(client)
    with django_capture_on_commit_callbacks(execute=True):
        job.title = "烘焙师"
        job.save()
    assert "烘焙师" in shown(client)
    with django_capture_on_commit_callbacks(execute=True):
        job.frozen_at = job.published_at
        job.save()
    assert "烘焙师" not in shown(client)


def test_a_change_of_the_sites_own_data_is_seen_at_once(client):
    shown(client)
    SiteProfile(pk=1, complaint_phone="0595-23007777").save()
    assert "0595-23007777" in shown(client)


def test_a_job_comes_and_goes_on_time_through_the_cache(client):
    company = CompanyFactory(verified_until=hence(days=300))
    start, end = hence(seconds=100), hence(seconds=200)
    JobFactory(title="限时职位", company=company, published_at=start, ends_at=end)
    second = timedelta(seconds=1)
    for moment, is_there in [
        (start - 2 * second, False),
        (start - second, False),
        (start, True),
        (end - second, True),
        (end, False),
    ]:
        with time_machine.travel(moment, tick=False):
            assert ("限时职位" in shown(client)) is is_there, moment


def test_who_is_signed_in_gets_a_page_of_his_own(client):
    assert "登录" in shown(client)
    client.force_login(UserFactory(name="王小安"))
    assert "王小安" in shown(client)
    assert "王小安" not in shown(Client())


def test_a_page_with_a_form_to_send_is_never_kept(client):
    client.get("/feedback/")
    assert queries(Client(), "/feedback/") > 0


def test_what_is_not_there_is_not_kept(client):
    job = JobFactory(paused_at=hence(seconds=-1))
    assert client.get(job.get_absolute_url()).status_code == 404
    job.paused_at = None
    job.save()
    assert client.get(job.get_absolute_url()).status_code == 200


def test_many_visitors_at_once_make_a_page_once(rf):
    """No stampede: the others wait for the one who makes it."""
    made = []

    def view(request):
        made.append(1)
        time.sleep(0.2)
        from django.http import HttpResponse

        response = HttpResponse("一页")
        response.is_for_visitors = True
        return response

    middleware = page_cache.PageCacheMiddleware(view)
    answers = []
    clock, page_cache.clock = page_cache.clock, None
    threads = [threading.Thread(target=lambda: answers.append(middleware(rf.get("/x/")).content)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    page_cache.clock = clock
    assert len(made) == 1
    assert set(answers) == {"一页".encode()}


def test_a_view_that_fails_lets_the_next_one_try(rf):
    def view(request):
        raise RuntimeError

    middleware = page_cache.PageCacheMiddleware(view)
    for _ in range(2):
        started = time.monotonic()
        with pytest.raises(RuntimeError):
            middleware(rf.get("/y/"))
        assert time.monotonic() - started < page_cache.PATIENCE
