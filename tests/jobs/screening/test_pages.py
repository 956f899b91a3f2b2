"""The employer is advised while writing, the reviewer sees the place, and staff keep the rules."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from jobs.models import ScreeningRule
from jobs.screening import live
from jobs.views import screening as view
from tests.factories import JobFactory, RecruiterFactory, UserFactory, hence

pytestmark = pytest.mark.django_db
ADDRESS = "/jobs/screening/"


def staff(group):
    user = UserFactory(role=User.Role.STAFF, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return user


@pytest.fixture
def employer(client):
    client.force_login(RecruiterFactory().user)
    return client


@pytest.fixture
def reviewer(client):
    client.force_login(staff("审核"))
    return client


def rule(**fields):
    return ScreeningRule.objects.create(
        **{"name": "管三餐", "topic": "other", "words": "管三餐", "law": "某法第一条", "advice": "说明", **fields}
    )


def drawn(source, text):
    return Template("{% load screening %}" + source).render(Context({"text": text}))


# While writing ----------------------------------------------------------------------------------------------------


def test_an_employer_is_told_what_why_and_what_to_write_instead(employer):
    answer = employer.post(ADDRESS, {"text": "限男性，包吃住"})
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "<mark>限男性</mark>" in page
    assert "就业促进法" in page
    assert "男女不限" in page
    assert "审核时会细看" in page


def test_an_innocent_text_is_said_to_be_fine_and_an_empty_one_nothing(employer):
    assert "没有发现" in employer.post(ADDRESS, {"text": "男女不限"}).content.decode()
    assert employer.post(ADDRESS, {"text": " "}).content.decode().strip() == ""


def test_what_was_typed_is_escaped(employer):
    page = employer.post(ADDRESS, {"text": "限<b>男性</b>"}).content.decode()
    assert "<b>" not in page


def test_reading_an_address_screens_nothing(employer):
    assert employer.get(ADDRESS).status_code == 405


def test_strangers_sign_in_first_and_seekers_may_not(client):
    assert client.post(ADDRESS, {"text": "限男性"}).status_code == 302
    client.force_login(UserFactory(role=User.Role.SEEKER))
    assert client.post(ADDRESS, {"text": "限男性"}).status_code == 403


def test_reviewers_may_screen_and_editors_may_not(client):
    client.force_login(staff("审核"))
    assert client.post(ADDRESS, {"text": "限男性"}).status_code == 200
    client.force_login(staff("编辑"))
    assert client.post(ADDRESS, {"text": "限男性"}).status_code == 403


def test_who_asks_too_often_waits(employer, monkeypatch):
    monkeypatch.setattr(view, "LIMIT", (2, 60))
    answers = [employer.post(ADDRESS, {"text": "限男性"}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert "过一分钟" in answers[2].content.decode()


# Where a text is read ---------------------------------------------------------------------------------------------


def test_the_reviewer_sees_the_text_unchanged_with_the_places_marked():
    page = drawn("{% screened_text text %}", "包吃住<i>，限 男 性，\n押金300")
    assert "包吃住&lt;i&gt;，<mark>限 男 性</mark>，<br><mark>押金</mark>300" in page


def test_places_that_overlap_become_one_mark():
    page = drawn("{% screened_text text %}", "限本地女性")
    assert "<mark>限本地女性</mark><" in page
    assert page.count("<li") == 2


def test_what_stands_there_twice_is_explained_once():
    assert drawn("{% screened text %}", "押金三百，离职退押金").count("<li") == 1


# What staff keep --------------------------------------------------------------------------------------------------


def test_a_reviewer_writes_a_rule_and_it_holds(reviewer):
    fields = {
        "name": "试",
        "topic": "other",
        "severity": "note",
        "is_enabled": "on",
        "words": "管三餐",
        "law": "法",
        "advice": "说明",
    }
    assert reviewer.post("/admin/jobs/screeningrule/add/", fields).status_code == 302
    assert "管三餐" in reviewer.post(ADDRESS, {"text": "管三餐"}).content.decode()


def test_a_pattern_that_could_run_away_is_refused_with_what_was_typed(reviewer):
    fields = {"name": "试", "topic": "other", "severity": "note", "words": "(a+)+b", "law": "法", "advice": "说明"}
    answer = reviewer.post("/admin/jobs/screeningrule/add/", fields)
    assert answer.status_code == 200
    assert "这里不能写" in answer.content.decode()
    assert "(a+)+b" in answer.content.decode()


def test_rules_are_searched_and_narrowed(reviewer):
    page = reviewer.get(
        "/admin/jobs/screeningrule/", {"q": "乙肝", "topic": "health", "is_enabled__exact": "1"}
    ).content.decode()
    assert "体检要查乙肝" in page
    assert "不招残疾人" not in page


def test_a_rule_of_the_site_is_switched_off_and_not_deleted(reviewer):
    given, own = ScreeningRule.objects.get(slug="sex-only"), rule()
    assert reviewer.post(f"/admin/jobs/screeningrule/{given.pk}/delete/", {"post": "yes"}).status_code == 403
    assert reviewer.post(f"/admin/jobs/screeningrule/{own.pk}/delete/", {"post": "yes"}).status_code == 302


def test_a_rule_is_tried_on_a_text_even_before_it_is_enabled(reviewer):
    tried = rule(is_enabled=False)
    address = reverse("admin:jobs_screeningrule_try", args=[tried.pk])
    assert address in reviewer.get(f"/admin/jobs/screeningrule/{tried.pk}/change/").content.decode()
    page = reviewer.post(address, {"text": "我们管 三餐"}).content.decode()
    assert "我们<mark>管 三餐</mark>" in page
    assert "命中 1 处" in page
    assert "没有命中" in reviewer.post(address, {"text": "限男性"}).content.decode()


def test_the_live_jobs_that_a_new_rule_finds_are_there_at_once(reviewer):
    hit = JobFactory(title="茶艺师", requirements="会泡茶，管三餐")
    JobFactory(title="采茶工")
    JobFactory(title="过期的", requirements="管三餐", ends_at=hence(days=-1))
    address = reverse("admin:jobs_screeningrule_live")
    assert "没有命中的" in reviewer.get(address).content.decode()
    made = rule()
    for page in [reviewer.get(address), reviewer.get(address, {"rule": made.pk})]:
        text = page.content.decode()
        assert hit.title in text
        assert "<mark>管三餐</mark>" in text
        assert "采茶工" not in text
        assert "过期的" not in text


def test_notes_are_left_out_of_the_list_unless_their_rule_is_asked_for(reviewer):
    JobFactory(title="茶艺师", requirements="管三餐")
    made, address = rule(severity="note"), reverse("admin:jobs_screeningrule_live")
    assert "茶艺师" not in reviewer.get(address).content.decode()
    assert "茶艺师" in reviewer.get(address, {"rule": made.pk}).content.decode()


def test_the_list_reads_so_many_jobs_at_a_time(reviewer, monkeypatch):
    monkeypatch.setattr(live, "PER_PAGE", 2)
    for number in range(3):
        JobFactory(title=f"第{number}个", requirements="押金")
    address = reverse("admin:jobs_screeningrule_live")
    first = reviewer.get(address).content.decode()
    assert ("第2个" in first, "第1个" in first, "第0个" in first) == (True, True, False)
    assert "下一页" in first
    with CaptureQueriesContext(
        connection,
    ) as queries:
        second = reviewer.get(address, {"page": 2}).content.decode()
    assert ("第0个" in second, "第1个" in second, "下一页" in second) == (True, False, False)
    assert len(queries) <= 12


def test_a_rule_that_is_no_number_is_not_there(reviewer):
    assert reviewer.get(reverse("admin:jobs_screeningrule_live"), {"rule": "x'"}).status_code == 404


def test_editors_do_not_see_the_rules(client):
    client.force_login(staff("编辑"))
    for address in [
        "/admin/jobs/screeningrule/",
        reverse("admin:jobs_screeningrule_live"),
        f"/admin/jobs/screeningrule/{rule().pk}/try/",
    ]:
        assert client.get(address).status_code == 403
