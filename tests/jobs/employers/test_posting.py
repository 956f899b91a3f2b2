"""A posting is written, kept, looked at and handed in: the pages of /my/jobs/ where that is done."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from axrc.taxonomy.models import Category, Region
from jobs.life import State, content, deeds, reviewing, state_of
from jobs.models import Job, JobDraft, Submission
from tests.factories import CompanyFactory, JobFactory, RecruiterFactory, RegionFactory, UserFactory

pytestmark = pytest.mark.django_db
NEW = "/my/jobs/new/"


@pytest.fixture
def recruiter(taxonomy, client):
    recruiter = RecruiterFactory(company__region=RegionFactory(slug="xiping"))
    client.force_login(recruiter.user)
    return recruiter


@pytest.fixture
def reviewer():
    user = UserFactory(is_staff=True, name="审核员小陈")
    user.groups.add(Group.objects.get(name="审核"))
    return user


def typed(action="submit", **changed):
    return {
        "action": action,
        "draft": "",
        "job": "",
        "version": "",
        "title": "铁观音制茶师",
        "category": Category.objects.get(slug="tea-maker").pk,
        "nature": "full-time",
        "headcount": "2",
        "region": Region.objects.get(slug="xiping").pk,
        "address": "西坪镇西原街1号",
        "pay_unit": "month",
        "salary_min": "5000",
        "salary_max": "8000",
        "salary_months": "12",
        "education": "any",
        "experience": "any",
        "description": "负责做青和烘焙，记录每一批的温度和时间。",
        "requirements": "能吃苦，懂茶优先。",
        "ends_on": (timezone.localdate() + timedelta(days=30)).isoformat(),
    } | changed


def of(job, action, /, **changed):
    """The job as its form sends it."""
    values = content.content(job)
    ticked = {name: "on" for name in ("is_negotiable", "is_phone_hidden") if values[name]}
    values = {name: value for name, value in values.items() if not isinstance(value, bool)}
    values |= {"category": values.pop("category_id"), "region": values.pop("region_id"), "version": deeds.version(job)}
    return {"action": action} | values | ticked | changed


def edit(job):
    return reverse("my:job-edit", args=[job.pk])


def text(response):
    return response.content.decode()


def live(company, **values):
    values = {"category": Category.objects.get(slug="tea-maker"), "region": company.region} | values
    return JobFactory(company=company, **values)


def test_a_new_job_is_handed_in_and_waits(client, recruiter):
    response = client.post(NEW, typed())
    job = Job.objects.get()
    assert response["Location"] == f"/my/jobs/{job.pk}/"
    assert state_of(job, timezone.now()) == State.WAITING
    assert (job.created_by, job.source) == (recruiter.user, Job.Source.SELF)


def test_what_is_wrong_is_said_and_everything_typed_is_still_there(client, recruiter):
    response = client.post(NEW, typed(title="茶", salary_max="80000", contact_name="陈女士", description="每天做茶。"))
    assert not Job.objects.exists()
    for kept in ("陈女士", "每天做茶。", "80000", "请检查以下内容"):
        assert kept in text(response)
    assert 'href="#id_pay_reason"' in text(response)


def test_an_unfinished_job_is_kept_as_it_was_typed(client, recruiter):
    sent = {
        "action": "keep",
        "title": "茶",
        "salary_min": "面议",
        "headcount": "",
        "category": "999",
        "benefits": ["1", "x"],
    }
    response = client.post(NEW, sent)
    draft = JobDraft.objects.get()
    assert response["Location"] == f"/my/jobs/drafts/{draft.pk}/"
    assert draft.typed["benefits"] == ["1", "x"]
    page = text(client.get(response["Location"]))
    assert 'value="面议"' in page
    assert "请检查以下内容" not in page
    # Nothing is filled in where somebody left it empty.
    assert 'name="address" value' not in page
    client.post(response["Location"], sent | {"title": "茶艺师"})
    assert JobDraft.objects.get().typed["title"] == ["茶艺师"]
    assert str(JobDraft.objects.get()) == "茶艺师"


def test_a_draft_is_gone_once_it_is_handed_in(client, recruiter):
    client.post(NEW, typed("keep"))
    address = reverse("my:job-draft", args=[JobDraft.objects.get().pk])
    client.post(address, typed())
    assert Job.objects.count() == 1
    assert not JobDraft.objects.exists()


def test_what_a_script_saved_is_taken_up_by_the_form(client, recruiter):
    first = client.post("/my/jobs/drafts/keep/", {"title": "茶艺师"}).json()
    again = client.post("/my/jobs/drafts/keep/", {"title": "茶艺师兼店员", "draft": first["draft"]}).json()
    assert again["draft"] == first["draft"]
    assert again["saved"].startswith("已保存 ")
    assert "茶艺师兼店员" in text(client.get(again["address"]))
    client.post(NEW, typed(draft=first["draft"]))
    assert not JobDraft.objects.exists()
    # What comes late makes no draft of what is handed in already.
    assert client.post("/my/jobs/drafts/keep/", {"title": "茶艺师", "draft": first["draft"]}).status_code == 409
    assert not JobDraft.objects.exists()


def test_the_draft_of_a_change_is_found_where_the_job_is_changed(client, recruiter):
    job = live(recruiter.company)
    kept = client.post("/my/jobs/drafts/keep/", of(job, "", job=job.pk, title="高级制茶师")).json()
    assert kept["address"] in text(client.get(edit(job)))
    page = text(client.get(kept["address"]))
    assert "高级制茶师" in page
    assert "修改职位" in page
    client.post(kept["address"], of(job, "save", title="高级制茶师"))
    assert job.submissions.waiting().get().values["title"] == "高级制茶师"
    assert not JobDraft.objects.exists()


def test_the_preview_shows_the_page_and_writes_nothing(client, recruiter, taxonomy):
    benefit = next(iter(taxonomy.benefits))
    response = client.post(NEW, typed("preview", benefits=[benefit.pk], requirements="限男性，能吃苦。"))
    page = text(response)
    for shown in ("这是预览", "铁观音制茶师", "5000-8000元/月", benefit.name, "限男性", "招 2 人", "林女士"):
        assert shown in page
    assert 'class="screened"' in page
    assert not Job.objects.exists()
    assert not JobDraft.objects.exists()
    # The page holds all that was typed.
    for name, value in typed("preview").items():
        if name not in {"action", "draft", "job", "requirements"}:
            assert f'name="{name}" value="{value}"' in page
    again = client.post(NEW, typed("back", requirements="限男性，能吃苦。"))
    assert "限男性，能吃苦。" in text(again)


def test_the_template_of_the_trade_fills_what_is_empty_only(client, recruiter):
    page = text(client.post(NEW, {"action": "fill", "category": typed()["category"], "requirements": "会泡茶。"}))
    assert "晒青" in page
    assert "会泡茶。" in page
    assert "懂茶、做过茶优先" not in page
    assert "已填入模板" in page
    assert "请检查以下内容" not in page
    assert "请先选职位类别" in text(client.post(NEW, {"action": "fill"}))
    assert "工作真正需要" in page


def test_what_the_rules_point_at_is_shown_under_its_field(client, recruiter):
    page = text(client.post(NEW, typed("back", title="普工", requirements="限男性。")))
    assert 'class="screened"' in page
    assert "限男性" in page


def test_nearly_the_same_job_is_pointed_out_and_may_be_posted_all_the_same(client, recruiter):
    old = live(recruiter.company, title="铁观音制茶师", description=typed()["description"])
    page = text(client.post(NEW, typed("preview", headcount="9")))
    assert "几乎一样" in page
    assert f"/my/jobs/{old.pk}/" in page
    client.post(NEW, typed(headcount="9"))
    assert Job.objects.count() == 2
    other = typed("preview", title="会计", description="记账、报税、开票。", requirements="会用财务软件。")
    assert "几乎一样" not in text(client.post(NEW, other))


def test_an_unverified_company_keeps_its_posting_and_is_led_to_verification(client, taxonomy):
    recruiter = RecruiterFactory(company=CompanyFactory(verified_at=None, verified_until=None))
    client.force_login(recruiter.user)
    assert '<span class="verified"' not in text(client.post(NEW, typed("preview")))
    response = client.post(NEW, typed(), follow=True)
    assert response.redirect_chain[-1][0] == "/my/company/verification/"
    assert "已存为草稿" in text(response)
    assert not Job.objects.exists()
    assert JobDraft.objects.get().typed["title"] == ["铁观音制茶师"]


def test_what_is_sent_back_shows_why_and_is_handed_in_again_with_an_answer(client, recruiter, reviewer):
    client.post(NEW, typed())
    reviewing.send_back(Submission.objects.get(), by=reviewer, reason="请写清楚做什么茶。")
    job = Job.objects.get()
    page = text(client.get(edit(job)))
    assert "请写清楚做什么茶。" in page
    assert "给审核员的说明" in page
    better = of(job, "submit", description="负责清香型铁观音的做青和烘焙。", ends_on=typed()["ends_on"], answer="写明了。")
    client.post(edit(job), better)
    last = job.submissions.waiting().get()
    assert last.answer == "写明了。"
    assert content.changes(last.before, last.values) == {"description": "负责清香型铁观音的做青和烘焙。"}


def test_a_draft_job_of_an_unverified_company_is_saved_in_the_job_itself(client, recruiter, reviewer):
    client.post(NEW, typed())
    reviewing.send_back(Submission.objects.get(), by=reviewer, reason="请写清楚。")
    job = Job.objects.get()
    recruiter.company.verified_until = timezone.now()
    recruiter.company.save()
    response = client.post(edit(job), of(job, "submit", title="评茶员", ends_on=typed()["ends_on"]))
    assert response["Location"] == "/my/company/verification/"
    job.refresh_from_db()
    assert (job.title, state_of(job, timezone.now())) == ("评茶员", State.DRAFT)
    assert not JobDraft.objects.exists()


def test_more_pay_is_public_at_once_and_another_title_waits(client, recruiter):
    job = live(recruiter.company)
    assert "立即生效" in text(client.get(edit(job)))
    client.post(edit(job), of(job, "save", salary_max="9000"))
    job.refresh_from_db()
    assert job.salary_max == 9000
    response = client.post(edit(job), of(job, "save", title="高级制茶师"), follow=True)
    assert "现在公开的内容不变" in text(response)
    job.refresh_from_db()
    assert job.title == "制茶师"
    page = text(client.get(edit(job)))
    assert 'value="高级制茶师"' in page
    # Who writes it back as it was takes the change back.
    client.post(edit(job), of(job, "save"))
    assert not job.submissions.waiting().exists()


def test_who_saves_on_top_of_a_colleagues_version_is_shown_the_difference(client, recruiter):
    job = live(recruiter.company)
    old = of(job, "save", headcount="5")
    deeds.edit(job, content.content(job) | {"salary_max": 9500}, by=recruiter.user, seen=deeds.version(job))
    page = text(client.post(edit(job), old))
    assert "被修改过" in page
    assert "9500" in page
    job.refresh_from_db()
    assert job.headcount == 2
    assert deeds.version(job) in page
    client.post(edit(job), old | {"version": deeds.version(job), "salary_max": "9500"})
    job.refresh_from_db()
    assert (job.headcount, job.salary_max) == (5, 9500)


def test_what_was_typed_for_a_job_that_is_closed_meanwhile_makes_a_new_one(client, recruiter):
    job = live(recruiter.company)
    kept = client.post("/my/jobs/drafts/keep/", of(job, "", job=job.pk, title="评茶员")).json()
    deeds.close(job, by=recruiter.user, reason="filled")
    assert client.get(edit(job))["Location"] == f"/my/jobs/{job.pk}/"
    response = client.post(edit(job), of(job, "save", title="高级制茶师"))
    page = client.get(response["Location"])
    assert 'value="高级制茶师"' in text(page)
    assert "发布职位" in text(page)
    assert 'value="评茶员"' in text(client.get(kept["address"]))
    assert "原来的职位已经不能改了" in text(client.get(kept["address"]))
    client.post(kept["address"], of(job, "submit", title="评茶员", ends_on=typed()["ends_on"]))
    assert Job.objects.exclude(pk=job.pk).get().title == "评茶员"


def test_an_old_job_is_copied_into_a_draft(client, recruiter):
    job = live(recruiter.company, is_phone_hidden=True, closed_at=timezone.now(), close_reason="filled")
    response = client.post(reverse("my:job-copy", args=[job.pk]))
    draft = JobDraft.objects.get()
    assert response["Location"] == f"/my/jobs/drafts/{draft.pk}/"
    page = text(client.get(response["Location"]))
    assert 'value="制茶师"' in page
    client.post(response["Location"], draft.typed | {"action": "submit"})
    made = Job.objects.exclude(pk=job.pk).get()
    assert content.content(made) == content.content(job)


def test_a_draft_is_thrown_away(client, recruiter):
    client.post(NEW, typed("keep"))
    client.post(reverse("my:job-draft-remove", args=[JobDraft.objects.get().pk]))
    assert not JobDraft.objects.exists()


def test_nobody_reaches_anothers_jobs_and_drafts(client, recruiter):
    other = RecruiterFactory()
    job = live(other.company)
    draft = JobDraft.objects.create(company=other.company, typed={"title": ["别人的"]})
    assert client.get(edit(job)).status_code == 404
    assert client.get(reverse("my:job-draft", args=[draft.pk])).status_code == 404
    for name, pk in (("my:job-copy", job.pk), ("my:job-draft-remove", draft.pk)):
        assert client.post(reverse(name, args=[pk])).status_code == 404
        assert client.get(reverse(name, args=[pk])).status_code in {404, 405}
    assert client.post("/my/jobs/drafts/keep/", {"title": "x", "draft": draft.pk}).status_code == 409
    assert client.post("/my/jobs/drafts/keep/", {"title": "x", "job": job.pk}).status_code == 409
    client.post(NEW, typed(draft=draft.pk))
    draft.refresh_from_db()
    assert draft.typed == {"title": ["别人的"]}


def test_the_pages_ask_little_of_the_database(client, recruiter, django_assert_max_num_queries):
    jobs = [live(recruiter.company, title=f"制茶师{number}") for number in range(12)]
    client.get(NEW)
    with django_assert_max_num_queries(12):
        client.get(NEW)
    with django_assert_max_num_queries(22):
        client.get(edit(jobs[0]))
    with django_assert_max_num_queries(18):
        client.post(NEW, typed("preview"))


NAMES = [
    *typed.__code__.co_names,
    *("title", "category", "benefits", "ends_on", "draft", "job", "version", "action", "template"),
]
NONSENSE = st.lists(
    st.one_of(st.text(max_size=30), st.sampled_from(["\x00", "9" * 5000, "submit", "fill", "save", "-1", "٣", "²"]))
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.dictionaries(st.sampled_from(NAMES), NONSENSE, max_size=6),
    st.sampled_from(["keep", "fill", "submit", "preview", "back"]),
)
def test_no_nonsense_breaks_the_pages(client, recruiter, lists, action):
    job = Job.objects.first() or live(recruiter.company)
    data = typed() | {"action": action} | lists
    assert client.post(NEW, data).status_code in {200, 302}
    assert client.post(edit(job), data).status_code in {200, 302}
    assert client.post("/my/jobs/drafts/keep/", data).status_code in {200, 409, 429}
