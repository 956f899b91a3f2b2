"""Jobs in the admin: written down for companies that call, changed and stopped by deeds, all of it on record."""

from datetime import timedelta

import pytest
from django.utils import timezone

from axrc.audit.models import Entry
from jobs.life import State, content, deeds, reviewing, state_of
from jobs.life.states import in_state
from jobs.models import Job, Submission
from tests.factories import CategoryFactory, CompanyFactory, JobFactory, ago, hence
from tests.jobs.review.people import staff

pytestmark = pytest.mark.django_db
JOBS = "/admin/jobs/job/"


def page_of(job):
    return f"{JOBS}{job.pk}/change/"


def deed_of(job, deed):
    return f"{JOBS}{job.pk}/deeds/{deed}/"


def typed(job, **values):
    """A form filled in like a job."""
    filled = {name: value for name, value in content.content(job).items() if value not in (False, None)}
    filled |= {"category": filled.pop("category_id"), "region": filled.pop("region_id"), "seen": deeds.version(job)}
    return filled | values


@pytest.fixture
def category(db):
    """A form offers categories of the second level only."""
    return CategoryFactory(parent=CategoryFactory(slug="tea", name="茶业"))


@pytest.fixture
def job(category, recruiter):
    return JobFactory(company=recruiter.company, category=category)


def entry(job, company, **values):
    asked = {"company": company.pk, "source": "phone", "source_note": "林女士来电", "ends_on": f"{hence(days=20):%Y-%m-%d}"}
    return typed(job) | asked | values


def actions(job):
    return list(Entry.objects.about(job).order_by("pk").values_list("action", "actor_name"))


def test_a_job_is_written_down_for_a_company_that_calls_and_waits_like_any_other(desk, reviewer, job):
    company = CompanyFactory()
    answer = desk.post(f"{JOBS}add/", entry(job, company, title="会计"))
    made = Job.objects.get(title="会计")
    assert answer.status_code == 302
    assert (made.company, made.source, made.source_note, made.created_by) == (company, "phone", "林女士来电", reviewer)
    assert state_of(made, timezone.now()) == State.WAITING
    assert actions(made) == [("job.created", "审核员小陈"), ("job.submitted", "审核员小陈")]
    reviewing.accept(Submission.objects.get(job=made), by=staff("老林", "审核"))
    assert Job.objects.live().filter(pk=made.pk).exists()


@pytest.mark.parametrize(
    "missing",
    [{"source": ""}, {"source": "self"}, {"source_note": " "}, {"ends_on": ""}, {"ends_on": "2999-01-01"}, {"title": ""}],
    ids=str,
)
def test_nothing_is_written_down_without_who_asked_and_how_long(desk, job, missing):
    answer = desk.post(f"{JOBS}add/", entry(job, CompanyFactory(), requirements="写了很久的要求") | missing)
    assert "写了很久的要求" in answer.content.decode()
    assert Job.objects.count() == 1


@pytest.mark.parametrize("verified", [{"verified_at": None, "verified_until": None}, {"verified_until": ago(days=1)}])
def test_a_company_that_is_not_verified_posts_nothing_by_phone_either(desk, job, verified):
    page = desk.post(f"{JOBS}add/", entry(job, CompanyFactory(**verified))).content.decode()
    assert "没有有效的认证" in page
    assert Job.objects.count() == 1


def test_each_save_is_on_record_and_public_at_once(desk, job):
    desk.post(page_of(job), typed(job, title="焙茶师"))
    job.refresh_from_db()
    assert job.title == "焙茶师"
    assert "焙茶师" in desk.get("/jobs/").content.decode()
    assert actions(job) == [("job.edited", "审核员小陈")]
    assert Entry.objects.about(job).get().details == {"fields": ["title"]}


def test_a_save_that_changes_nothing_is_none(desk, job):
    job.description = "负责做青。\n负责烘焙。"
    job.save()
    desk.post(page_of(job), typed(job, description="负责做青。\r\n负责烘焙。"))
    assert actions(job) == []


def test_what_waits_is_handed_in_anew_as_staff_left_it(desk, hand_in, category):
    submission = hand_in(category=category)
    Submission.objects.filter(pk=submission.pk).update(answer="请尽快")
    desk.post(page_of(submission.job), typed(submission.job, title="焙茶师"))
    waiting = Submission.objects.waiting().get()
    assert (waiting.values["title"], waiting.answer) == ("焙茶师", "请尽快")


def test_who_saves_on_top_of_another_version_is_told_and_keeps_what_he_wrote(desk, job):
    old = typed(job, title="焙茶师")
    job.headcount = 8
    job.save()
    answer = desk.post(page_of(job), old)
    assert "已经被修改过" in answer.content.decode()
    assert "焙茶师" in answer.content.decode()
    job.refresh_from_db()
    assert job.title == "制茶师"
    again = old | {"seen": answer.context["adminform"].form["seen"].value()}
    desk.post(page_of(job), again)
    job.refresh_from_db()
    assert job.title == "焙茶师"


def test_a_job_that_was_closed_meanwhile_is_not_changed_and_the_words_stay(desk, job):
    old = typed(job, title="焙茶师")
    Job.objects.filter(pk=job.pk).update(closed_at=timezone.now())
    page = desk.post(page_of(job), old).content.decode()
    assert "已关闭" in page
    assert "焙茶师" in page
    assert actions(job) == []


@pytest.mark.parametrize("state", ["closed_at", "removed_at", "frozen_at"])
def test_what_is_closed_is_shown_and_not_written(desk, job, state):
    Job.objects.filter(pk=job.pk).update(**{state: timezone.now()})
    page = desk.get(page_of(job)).content.decode()
    assert "这个状态下不能修改内容" in page
    assert 'name="title"' not in page
    assert 'name="_save"' not in page


def test_dates_are_moved_by_no_form(desk, job):
    before = Job.objects.values().get(pk=job.pk)
    sent = {
        "published_at_0": "2020-01-01",
        "published_at_1": "00:00",
        "frozen_at": "2020-01-01",
        "promoted_until": "2030-01-01",
    }
    desk.post(page_of(job), typed(job) | sent)
    assert Job.objects.values().get(pk=job.pk) == before


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"salary_max": "100"}, "上限不能低于下限"),
        ({"salary_max": "90000"}, "上限超过下限两倍"),
        ({"salary_min": "0", "salary_max": "0"}, "不能是 0"),
        ({"salary_max": "9" * 30}, "errorlist"),
        ({"title": "\0"}, "errorlist"),
        ({"category": "x"}, "errorlist"),
        ({"benefits": ["x", "9" * 30]}, "errorlist"),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_told(desk, job, values, told):
    answer = desk.post(page_of(job), typed(job) | values)
    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert actions(job) == []


def test_freezing_asks_first_and_is_lifted_again(desk, job):
    assert "冻结以后" in desk.get(deed_of(job, "freeze")).content.decode()
    assert Job.objects.live().exists()
    assert "errorlist" in desk.post(deed_of(job, "freeze"), {"reason": ""}).content.decode()
    desk.post(deed_of(job, "freeze"), {"reason": "电话打不通"})
    assert not Job.objects.live().exists()
    desk.post(deed_of(job, "unfreeze"))
    assert Job.objects.live().exists()
    assert actions(job) == [("job.frozen", "审核员小陈"), ("job.unfrozen", "审核员小陈")]


def test_taking_away_warns_that_it_is_for_good(desk, client, job):
    assert "下架不能撤销" in desk.get(deed_of(job, "remove")).content.decode()
    desk.post(deed_of(job, "remove"), {"reason": "收取押金"})
    assert client.get(job.get_absolute_url()).status_code == 410
    page = desk.post(deed_of(job, "remove"), {"reason": "又一次的说明"}).content.decode()
    assert "已下架" in page
    assert "又一次的说明" in page


def test_marks_have_an_end(desk, job):
    last = timezone.localdate() + timedelta(days=90)
    desk.post(deed_of(job, "mark"), {"urgent_on": f"{last}", "promoted_on": ""})
    job.refresh_from_db()
    assert (timezone.localdate(job.urgent_until), job.promoted_until) == (last, None)
    assert job.is_urgent
    for wrong in (last + timedelta(days=1), timezone.localdate() - timedelta(days=1), "x"):
        assert "errorlist" in desk.post(deed_of(job, "mark"), {"promoted_on": f"{wrong}"}).content.decode()
    desk.post(deed_of(job, "mark"), {"promoted_on": f"{timezone.localdate()}"})
    job.refresh_from_db()
    assert job.is_promoted
    assert not job.is_urgent
    assert [action for action, _ in actions(job)] == ["job.marked", "job.marked"]


def test_only_what_may_be_done_now_is_offered(desk, job):
    assert "解除冻结" not in desk.get(page_of(job)).content.decode()
    Job.objects.filter(pk=job.pk).update(frozen_at=timezone.now())
    page = desk.get(page_of(job)).content.decode()
    assert deed_of(job, "unfreeze") in page
    assert deed_of(job, "freeze") not in page


@pytest.mark.parametrize("deed", ["mark", "freeze", "unfreeze", "remove"])
def test_nobody_else_does_any_of_it(client, job, recruiter, deed):
    for user in (staff("编辑小吴", "编辑"), recruiter.user):
        client.force_login(user)
        assert client.post(deed_of(job, deed), {"reason": "x"}).status_code in (302, 403)
    assert actions(job) == []


@pytest.mark.parametrize("address", ["1/deeds/publish/", "0/deeds/freeze/", "99999999999999999999/deeds/freeze/"])
def test_there_are_no_other_deeds(desk, address):
    assert desk.post(JOBS + address, {"reason": "x"}).status_code == 404


def test_what_was_done_is_read_on_its_page(desk, job):
    desk.post(deed_of(job, "freeze"), {"reason": "电话打不通"})
    desk.post(deed_of(job, "unfreeze"))
    desk.post(page_of(job), typed(Job.objects.get(pk=job.pk), title="焙茶师"))
    desk.post(deed_of(job, "mark"), {"promoted_on": f"{timezone.localdate()}"})
    page = desk.get(f"{JOBS}{job.pk}/history/").content.decode()
    for text in ("冻结职位", "电话打不通", "审核员小陈", "职位名称", f"推广至：{timezone.localdate()}"):
        assert text in page


@pytest.mark.parametrize("state", State.values)
def test_the_list_is_narrowed_by_state(desk, job, hand_in, state):
    hand_in()
    JobFactory(closed_at=ago(days=1))
    shown = {one.pk for one in desk.get(JOBS, {"state": state}).context["cl"].result_list}
    assert shown == set(Job.objects.filter(in_state(state, timezone.now())).values_list("pk", flat=True))


def test_the_list_is_narrowed_by_marks_and_nonsense_narrows_nothing(desk, job):
    urgent = JobFactory(urgent_until=hence(days=2))
    assert [one.pk for one in desk.get(JOBS, {"marked": "urgent"}).context["cl"].result_list] == [urgent.pk]
    for asked in ({"marked": "x"}, {"state": "x"}):
        assert len(desk.get(JOBS, asked).context["cl"].result_list) == 2
