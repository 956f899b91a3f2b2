"""Views of jobs are counted outside the page, one row a day, and not those of the company's own people."""

from datetime import date, datetime, timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from jobs import viewership
from jobs.models import JobViews
from tests.factories import JobFactory, RecruiterFactory, UserFactory, ago, hence
from tests.jobs.desk import states

pytestmark = pytest.mark.django_db


def counted(job=None):
    viewership.views.fold()
    rows = JobViews.objects.filter(job=job) if job else JobViews.objects.all()
    return sum(row.count for row in rows)


def look(client, job, **options):
    return client.post(f"/jobs/{job.pk}/seen/", **options)


@pytest.mark.parametrize("is_kept", [False, True])
def test_the_page_tells_where_to_count_and_counts_nothing_itself(client, settings, is_kept):
    settings.PAGE_CACHE = is_kept
    job = JobFactory()
    for _ in range(2):
        assert f'data-seen="/jobs/{job.pk}/seen/"' in client.get(job.get_absolute_url()).content.decode()
    assert client.get(f"/jobs/{job.pk}/seen/").status_code == 405
    assert counted() == 0


def test_an_ended_job_tells_nothing(client):
    job = JobFactory(closed_at=ago(hours=1))
    assert "data-seen" not in client.get(job.get_absolute_url()).content.decode()


def test_a_visitor_counts_once_a_look_and_leaves_nothing_else(client):
    job = JobFactory()
    response = look(client, job)
    assert response.status_code == 204
    assert not response.cookies
    assert counted(job) == 1
    (row,) = JobViews.objects.all()
    assert row.day == timezone.localdate()
    assert {field.name for field in JobViews._meta.get_fields()} == {"id", "job", "day", "count"}
    look(client, job)
    assert counted(job) == 2


def test_people_of_the_company_and_staff_do_not_count_others_do(client):
    recruiter = RecruiterFactory()
    job = states.live(recruiter)
    for user in (recruiter.user, states.reviewer()):
        client.force_login(user)
        assert look(client, job).status_code == 204
    assert counted() == 0
    for user in (RecruiterFactory().user, UserFactory(role="seeker")):
        client.force_login(user)
        look(client, job)
    assert counted(job) == 2


@pytest.mark.parametrize("make", [make for name, make in states.STATES.items() if name not in {"live", "ending"}])
def test_what_is_not_live_is_not_counted(client, make):
    assert look(client, make(RecruiterFactory())).status_code == 204
    assert counted() == 0


def test_other_sites_do_not_count_and_a_browser_without_a_token_does(client):
    job = JobFactory()
    assert look(client, job, headers={"Origin": "https://evil.example"}).status_code == 403
    assert look(Client(enforce_csrf_checks=True), job).status_code == 204
    assert client.post("/jobs/9999999999999999999999/seen/").status_code == 204
    assert counted() == 1


def test_a_loop_runs_into_the_limit(client):
    job = JobFactory()
    for _ in range(viewership.VIEWS_A_MINUTE + 30):
        look(client, job)
    assert counted(job) == viewership.VIEWS_A_MINUTE


def test_a_view_belongs_to_the_day_in_shanghai_on_which_it_was():
    job = JobFactory()
    midnight = datetime(2026, 3, 6, tzinfo=timezone.get_current_timezone())
    for at in (midnight - timedelta(seconds=1), midnight, midnight):
        viewership.record(job.pk, at=at)
    viewership.views.fold()
    assert dict(job.views.values_list("day", "count")) == {date(2026, 3, 5): 1, date(2026, 3, 6): 2}


def test_the_command_folds_too(capsys):
    job = JobFactory()
    for _ in range(6):  # the first of a quiet time folds at once
        viewership.record(job.pk)
    call_command("fold_counts")
    assert "看职位 5 次" in capsys.readouterr().out
    assert sum(job.views.values_list("count", flat=True)) == 6


def test_views_of_a_job_that_is_gone_hold_nothing_up():
    gone, job = JobFactory(), JobFactory(ends_at=hence(days=3))
    viewership.record(gone.pk)
    viewership.record(gone.pk)
    viewership.record(job.pk)
    gone.delete()
    assert counted(job) == 1
