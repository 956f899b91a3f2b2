"""Two recruiters and a reviewer act on one job at the very same moment; on PostgreSQL, where writes truly overlap."""

import threading
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.utils import timezone

from axrc.audit.models import Entry
from jobs.life import NotNow, Refused, State, content, deeds, reviewing, state_of
from jobs.life.reviewing import AlreadyDecided
from jobs.models import BoardEntry, Job, Refresh, Submission
from tests.factories import JobFactory, RecruiterFactory, UserFactory

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite lets one write at a time"),
]
TIMES = range(2)
ON = timedelta(days=40)


def at_once(*acts):
    """Run the deeds side by side; what each gave or raised. Nobody waits for ever."""
    start, results = threading.Barrier(len(acts)), [None] * len(acts)

    def run(place, act):
        try:
            start.wait(timeout=10)
            results[place] = act()
        except Exception as error:
            results[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair, daemon=True) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert not any(thread.is_alive() for thread in threads), "somebody waits for ever"
    return results


def losers(results):
    """Those who were refused; any other error is a fault."""
    refused = [result for result in results if isinstance(result, Exception)]
    assert all(isinstance(error, Refused) for error in refused), refused
    assert all(str(error) for error in refused)
    return refused


class Scene:
    def __init__(self):
        recruiter = RecruiterFactory()
        self.company = recruiter.company
        self.one, self.other = recruiter.user, RecruiterFactory(company=self.company, is_owner=False).user
        self.reviewer, self.second = (UserFactory(is_staff=True, name=name) for name in ("审核甲", "审核乙"))
        for user in (self.reviewer, self.second):
            user.groups.add(Group.objects.get_or_create(name="审核")[0])
            user.groups.get().permissions.add(moderate())
        self.live = JobFactory(company=self.company)

    def draft(self):
        values = content.content(self.live) | {"title": "评茶员"}
        return deeds.create(self.company, values, by=self.one, ends_on=timezone.localdate() + ON)

    def waiting(self):
        submission = deeds.submit(self.draft(), by=self.one)
        return Job.objects.get(pk=submission.job_id), submission


def moderate():
    """Tests that truly commit begin in a database without rows, so without what migrations gave to groups."""
    from django.contrib.auth.models import Permission
    from django.contrib.contenttypes.models import ContentType

    kind = ContentType.objects.get_for_model(Job)
    return Permission.objects.get_or_create(codename="moderate_job", content_type=kind, defaults={"name": "审核职位"})[0]


@pytest.fixture
def scene():
    return Scene()


def actions(job, *names):
    return list(Entry.objects.about(job).filter(action__in=names).values_list("action", flat=True))


def state(job):
    return state_of(Job.objects.get(pk=job.pk), timezone.now())


@pytest.mark.parametrize("_time", TIMES)
def test_of_two_edits_the_second_is_told_and_none_is_lost(scene, _time):
    job = scene.live
    values, seen = content.content(job), deeds.version(job)
    results = at_once(
        lambda: deeds.edit(job, values | {"headcount": 5}, by=scene.one, seen=seen),
        lambda: deeds.edit(job, values | {"contact_name": "陈女士"}, by=scene.other, seen=seen),
        lambda: deeds.edit(job, values | {"title": "评茶员"}, by=scene.other, seen=seen),
    )
    refused = losers(results)
    assert len(refused) == 2
    assert all(isinstance(error, deeds.Overtaken) for error in refused)
    assert len(actions(job, "job.edited", "job.edit_submitted")) == 1
    job.refresh_from_db()
    changed = [job.headcount == 5, job.contact_name == "陈女士", Submission.objects.waiting().filter(job=job).exists()]
    assert sum(changed) == 1


@pytest.mark.parametrize("_time", TIMES)
def test_of_two_decisions_one_counts(scene, _time):
    job, submission = scene.waiting()
    results = at_once(
        lambda: reviewing.accept(submission, by=scene.reviewer),
        lambda: reviewing.send_back(submission, by=scene.second, reason="职责不清楚"),
    )
    (refused,) = losers(results)
    assert isinstance(refused, AlreadyDecided)
    submission.refresh_from_db()
    is_accepted = submission.status == "accepted"
    assert state(job) == (State.LIVE if is_accepted else State.DRAFT)
    assert BoardEntry.objects.filter(job=job).exists() == is_accepted
    assert len(actions(job, "job.accepted", "job.sent_back")) == 1
    assert ("已通过" if is_accepted else "已退回") in str(refused)


@pytest.mark.parametrize("_time", TIMES)
def test_what_is_taken_back_is_not_accepted_and_the_other_way_round(scene, _time):
    job, submission = scene.waiting()
    results = at_once(
        lambda: deeds.withdraw(job, by=scene.one),
        lambda: deeds.withdraw(job, by=scene.other),
        lambda: reviewing.accept(submission, by=scene.reviewer),
    )
    assert len(losers(results)) == 2
    submission.refresh_from_db()
    assert (submission.status, state(job)) in {("accepted", State.LIVE), ("withdrawn", State.DRAFT)}
    assert len(actions(job, "job.withdrawn", "job.accepted")) == 1


@pytest.mark.parametrize("_time", TIMES)
def test_a_job_that_is_improved_while_it_is_accepted_shows_what_was_accepted(scene, _time):
    """Else something that no reviewer has seen would be public."""
    job, submission = scene.waiting()
    values, seen = content.content(job), deeds.version(job)
    results = at_once(
        lambda: deeds.edit(job, values | {"title": "审评师"}, by=scene.other, seen=seen),
        lambda: reviewing.accept(submission, by=scene.reviewer),
    )
    (refused,) = losers(results)
    job.refresh_from_db()
    if isinstance(refused, deeds.Overtaken):
        assert (job.title, state(job)) == ("评茶员", State.LIVE)
    else:
        assert isinstance(refused, AlreadyDecided)
        assert (job.title, state(job)) == ("审评师", State.WAITING)
        assert Submission.objects.waiting().get(job=job).values["title"] == "审评师"


@pytest.mark.parametrize("_time", TIMES)
def test_closing_and_deciding_about_a_change_leave_nothing_waiting(scene, _time):
    job = scene.live
    values = content.content(job) | {"title": "审评师"}
    submission = deeds.edit(job, values, by=scene.one, seen=deeds.version(job))
    results = at_once(
        lambda: deeds.close(job, by=scene.other, reason="filled"),
        lambda: reviewing.accept(submission, by=scene.reviewer),
    )
    losers(results)
    submission.refresh_from_db()
    job.refresh_from_db()
    assert state(job) == State.CLOSED
    assert (submission.status, job.title) in {("accepted", "审评师"), ("withdrawn", "制茶师")}
    assert (submission.status == "accepted") == (len(actions(job, "job.edit_accepted")) == 1)
    assert not BoardEntry.objects.filter(job=job).exists()


@pytest.mark.parametrize("_time", TIMES)
def test_of_four_refreshes_three_are_free(scene, _time):
    other = JobFactory(company=scene.company)
    results = at_once(
        lambda: deeds.refresh(scene.live, by=scene.one),
        lambda: deeds.refresh(other, by=scene.other),
        lambda: deeds.refresh(scene.live, by=scene.other),
        lambda: deeds.refresh(other, by=scene.one),
    )
    (refused,) = losers(results)
    assert "明天" in str(refused)
    assert Refresh.objects.count() == Entry.objects.filter(action="job.refreshed").count() == deeds.FREE_REFRESHES


@pytest.mark.parametrize("_time", TIMES)
def test_pausing_and_closing_end_closed(scene, _time):
    job = scene.live
    results = at_once(
        lambda: deeds.pause(job, by=scene.one),
        lambda: deeds.close(job, by=scene.other, reason="filled"),
        lambda: deeds.pause(job, by=scene.reviewer),
    )
    assert all(isinstance(error, NotNow) for error in losers(results))
    assert not isinstance(results[1], Exception)
    assert state(job) == State.CLOSED
    done = sum(not isinstance(result, Exception) for result in results)
    assert len(actions(job, "job.paused", "job.closed")) == done


@pytest.mark.parametrize("_time", TIMES)
def test_what_two_hand_in_waits_once(scene, _time):
    job = scene.draft()
    refused = losers(at_once(*[lambda user=user: deeds.submit(job, by=user) for user in (scene.one, scene.other)]))
    assert [type(error) for error in refused] == [NotNow]
    assert "待审核" in str(refused[0])
    assert Submission.objects.filter(job=job).count() == len(actions(job, "job.submitted")) == 1


@pytest.mark.parametrize("_time", TIMES)
def test_a_job_accepted_while_its_company_is_frozen_is_not_on_the_board(scene, _time):
    job, submission = scene.waiting()
    company = scene.company

    def freeze():
        company.frozen_at = timezone.now()
        company.save()

    results = at_once(
        lambda: reviewing.accept(submission, by=scene.reviewer), freeze, lambda: deeds.pause(scene.live, by=scene.one)
    )
    losers(results)
    assert not BoardEntry.objects.current(timezone.now()).exists()
    assert not Job.objects.live().exists()
    submission.refresh_from_db()
    assert (state(job), submission.status) in {(State.LIVE, "accepted"), (State.WAITING, "waiting")}


@pytest.mark.parametrize("_time", TIMES)
def test_jobs_of_many_companies_that_teach_the_same_words_are_accepted_at_once(_time):
    """Their words go into one vocabulary: in one order, or two wait for each other."""
    scenes = [Scene() for _ in range(4)]
    words = ["评茶员", "包装工", "焊接工", "配送员", "收银员", "会计"]
    submissions = []
    for number, scene in enumerate(scenes):
        title = "、".join(words[number:] + words[:number])
        draft = scene.draft()
        values = content.content(draft) | {"title": title}
        deeds.edit(draft, values, by=scene.one, seen=deeds.version(draft))
        submissions.append(deeds.submit(draft, by=scene.one))
    results = at_once(
        *[
            lambda submission=submission, scene=scene: reviewing.accept(submission, by=scene.reviewer)
            for submission, scene in zip(submissions, scenes, strict=True)
        ]
    )
    assert losers(results) == []
    assert Job.objects.live().filter(title__contains="评茶员").count() == 4
