"""The queue: who waits longest comes first, and how long that is."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jobs.life import reviewing
from jobs.life.queue import figures, span_label
from jobs.models import Submission
from tests.factories import CompanyFactory, RecruiterFactory
from tests.jobs.review.people import staff

pytestmark = pytest.mark.django_db
QUEUE = "/admin/jobs/submission/"


def shown(client, **asked):
    return [one.pk for one in client.get(QUEUE, asked).context["cl"].result_list]


def test_who_waits_longest_comes_first_and_what_is_decided_last(desk, reviewer, hand_in):
    decided = hand_in(days=9)
    reviewing.send_back(decided, by=reviewer, reason="职责不清楚")
    waiting = [hand_in(days=days) for days in (1, 3, 2)]
    assert shown(desk) == [waiting[1].pk, waiting[2].pk, waiting[0].pk, decided.pk]


def test_how_long_people_wait_is_measured_and_shown(desk, reviewer, hand_in):
    for days in (1, 2, 6):
        reviewing.accept(hand_in(days=days, recruiter=RecruiterFactory()), by=reviewer)
    long_verified = CompanyFactory(verified_at=timezone.now() - timedelta(days=60))
    long_ago = hand_in(days=90, recruiter=RecruiterFactory(company=long_verified))
    reviewing.accept(long_ago, by=reviewer, at=timezone.now() - timedelta(days=40))
    hand_in(days=4)
    hand_in(days=1)
    found = figures(timezone.now())
    assert (found.waiting, found.longest.days, found.usual.days) == (2, 4, 2)
    page = desk.get(QUEUE).content.decode()
    assert "4 天" in page
    assert "2 份" in page


def test_an_empty_queue_says_so(desk):
    page = desk.get(QUEUE).content.decode()
    assert "没有在等的" in page
    assert "还没有" in page


@pytest.mark.parametrize(
    ("span", "label"),
    [
        ({"seconds": 5}, "1 分钟"),
        ({"minutes": 61}, "1 小时 1 分钟"),
        ({"days": 2, "minutes": 3}, "2 天"),
        ({"days": 3, "hours": 4}, "3 天 4 小时"),
    ],
)
def test_spans_are_told_in_words(span, label):
    assert span_label(timedelta(**span)) == label


def test_it_is_narrowed_by_kind_and_state_and_searched(desk, reviewer, hand_in, hand_in_edit):
    first, edit = hand_in(title="评茶员"), hand_in_edit(title="焙茶师")
    assert shown(desk, kind__exact="edit") == [edit.pk]
    assert shown(desk, q="评茶") == [first.pk]
    assert shown(desk, q="清水茶厂") == [first.pk, edit.pk]
    reviewing.accept(first, by=reviewer)
    assert shown(desk, status__exact="waiting") == [edit.pk]


def test_the_queue_costs_the_same_with_many(desk, hand_in):
    def cost():
        with CaptureQueriesContext(connection) as captured:
            desk.get(QUEUE)
        return len(captured)

    hand_in()
    desk.get(QUEUE)
    few = cost()
    for _ in range(5):
        hand_in()
    assert cost() == few <= 12


def test_nothing_is_added_or_deleted_here(desk, hand_in):
    submission = hand_in()
    assert desk.get(f"{QUEUE}add/").status_code == 403
    assert desk.post(f"{QUEUE}{submission.pk}/delete/", {"post": "yes"}).status_code == 403
    desk.post(QUEUE, {"action": "delete_selected", "_selected_action": [submission.pk], "post": "yes"})
    assert Submission.objects.filter(pk=submission.pk).exists()


def test_an_editor_sees_no_queue(client, hand_in):
    client.force_login(staff("编辑小吴", "编辑"))
    assert client.get(QUEUE).status_code == 403


@pytest.mark.parametrize("pk", ["0", "x", "9" * 40, "%00", "-1"])
def test_what_is_no_submission_leads_back(desk, pk):
    assert desk.get(f"{QUEUE}{pk}/change/").status_code in (302, 404)
