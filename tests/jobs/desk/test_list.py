"""/my/jobs/: where each job stands, what to do next, whose it is, and how many there are of each kind."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import html

from accounts.models import Recruiter
from jobs.models import JobDraft, JobViews
from tests.factories import CompanyFactory, RecruiterFactory, UserFactory, ago
from tests.jobs.desk import states

pytestmark = pytest.mark.django_db


@pytest.fixture
def recruiter(client):
    recruiter = RecruiterFactory()
    client.force_login(recruiter.user)
    return recruiter


def colleague(recruiter, name="林女士"):
    return RecruiterFactory(company=recruiter.company, is_owner=False, user__name=name)


def page(client, **parameters):
    return html.fromstring(client.get("/my/jobs/", parameters).content.decode())


def rows(tree):
    return tree.xpath("//li[contains(@class, 'desk-row')]")


def words(node):
    return re.sub(r"\s+", " ", node.text_content()).strip()


def titles(tree):
    return [words(link) for link in tree.xpath("//h2[contains(@class, 'desk-row-title')]/a")]


# State: what the row says, and where its button leads.
OFFERS = {
    "draft": ("草稿", "继续完成"),
    "waiting": ("待审核", "查看"),
    "sent back": ("已退回", "修改后再提交"),
    "live": ("招聘中", "刷新"),
    "ending": ("还有 3 天到期", "延期"),
    "ended": ("已到期", "重新发布"),
    "paused": ("已暂停", "恢复招聘"),
    "closed": ("已关闭", "重新发布"),
    "frozen": ("有人反映待遇不实", "留言说明情况"),
    "removed": ("收取押金", "查看"),
    "scheduled": ("定时发布", "查看"),
}


@pytest.mark.parametrize("name", states.STATES)
def test_every_job_says_where_it_stands_and_offers_what_to_do_next(client, recruiter, name):
    states.STATES[name](recruiter)
    (row,) = rows(page(client, group="all"))
    said, offered = OFFERS[name]
    assert said in words(row)
    (button,) = row.xpath(".//*[contains(@class, 'button')]")
    assert words(button).split("：")[0] == offered


def test_a_job_that_was_sent_back_says_why(client, recruiter):
    states.sent_back(recruiter, reason="请写清楚试用期的工资")
    assert "退回原因：请写清楚试用期的工资" in words(rows(page(client, group="todo"))[0])


def test_handed_in_again_it_is_no_longer_called_sent_back(client, recruiter):
    job = states.sent_back(recruiter)
    states.deeds.submit(job, by=recruiter.user)
    row = words(rows(page(client, group="todo"))[0])
    assert "待审核" in row
    assert "退回" not in row.replace("退回：", "")


def test_a_change_that_waits_is_told_of(client, recruiter):
    states.with_waiting_edit(recruiter)
    assert "修改待审核" in words(rows(page(client))[0])


def test_where_todays_refreshes_are_used_up_none_is_offered(client, recruiter):
    job = states.live(recruiter)
    for _ in range(states.deeds.FREE_REFRESHES):
        states.deeds.refresh(job, by=recruiter.user)
    tree = page(client)
    assert "今天还可以刷新 0 次" in words(tree)
    assert not tree.xpath("//form[contains(@action, '/refresh/')]")


def test_the_tabs_count_right(client, recruiter):
    for make in states.STATES.values():
        make(recruiter)
    states.live(RecruiterFactory())  # another company's
    tree = page(client)
    tabs = [words(tab) for tab in tree.xpath("//nav[@aria-label='职位的状态']//a")]
    assert tabs == ["招聘中 3", "待处理 4", "已暂停 1", "已结束 3", "全部 11"]
    for name, number in {"live": 3, "todo": 4, "paused": 1, "ended": 3, "all": 11}.items():
        assert len(rows(page(client, group=name))) == number


def test_it_opens_with_what_is_public_and_with_all_where_nothing_is(client, recruiter):
    states.draft(recruiter)
    assert titles(page(client)) == ["评茶员"]
    states.live(recruiter, title="采茶工")
    assert titles(page(client)) == ["采茶工"]


def test_what_ends_first_stands_first(client, recruiter):
    states.live(recruiter, title="茶艺师")
    states.ending(recruiter, title="采茶工")
    assert titles(page(client)) == ["采茶工", "茶艺师"]


def test_ones_own_and_the_colleagues_jobs(client, recruiter):
    states.live(recruiter, title="茶艺师")
    other = colleague(recruiter)
    states.deeds.pause(job := states.live(other, title="采茶工"), by=other.user)
    states.deeds.resume(job, by=recruiter.user)
    assert set(titles(page(client))) == {"茶艺师", "采茶工"}
    assert titles(page(client, by="me")) == ["茶艺师"]
    row = words(next(row for row in rows(page(client)) if "采茶工" in words(row)))
    assert "林女士 录入" in row
    assert f"{recruiter.user}：恢复招聘" in row


def test_what_reviewers_did_does_not_name_them(client, recruiter):
    states.sent_back(recruiter)
    text = words(page(client, group="todo"))
    assert "审核人员：退回" in text
    assert "陈审核" not in text


def test_the_views_of_the_last_thirty_days_are_summed_up(client, recruiter):
    job = states.live(recruiter)
    for days, count in {0: 3, 29: 4, 31: 100}.items():
        JobViews.objects.create(job=job, day=timezone.localdate(ago(days=days)), count=count)
    assert "近 30 天浏览 7 次" in words(rows(page(client))[0])


def test_unfinished_forms_of_the_company_stand_on_top(client, recruiter):
    JobDraft.objects.create(company=recruiter.company, typed={"title": ["做青师傅"]}, by=recruiter.user)
    JobDraft.objects.create(company=recruiter.company, job=states.live(recruiter, title="采茶工"), by=None)
    JobDraft.objects.create(company=CompanyFactory(), typed={"title": ["别人的"]})
    text = words(page(client))
    assert "做青师傅" in text
    assert "修改“采茶工”" in text
    assert "别人的" not in text


@pytest.mark.parametrize(
    ("company", "said"),
    [({"verified_at": None, "verified_until": None}, "还没有通过认证"), ({"verified_until": ago(days=1)}, "已经到期")],
)
def test_a_company_that_is_not_verified_is_told_that_nothing_is_public(client, company, said):
    recruiter = RecruiterFactory(company=CompanyFactory(**company))
    client.force_login(recruiter.user)
    states.live(recruiter)
    tree = page(client)
    notice = words(tree.xpath("//main//*[contains(@class, 'notice-warning')]")[0])
    assert "职位暂不公开" in notice
    assert said in notice
    assert tree.xpath("//main//*[contains(@class, 'notice-warning')]//a[@href='/my/company/verification/']")
    assert "招聘中（暂不公开）" in words(rows(tree)[0])


def test_a_company_without_jobs_is_told_what_to_do(client, recruiter):
    assert "还没有职位" in words(page(client))


def queries(client, address):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("address", ["/my/jobs/?group=all", "/my/"])
def test_a_list_costs_the_same_few_queries_with_five_and_with_sixty_jobs(client, recruiter, address):
    def fill(number):
        for turn in range(number):
            make = list(states.STATES.values())[turn % len(states.STATES)]
            JobViews.objects.create(job=make(recruiter), day=timezone.localdate(), count=1)
            JobDraft.objects.create(company=recruiter.company, by=recruiter.user)

    fill(5)
    queries(client, address)
    few = queries(client, address)
    fill(55)
    assert queries(client, address) == few
    assert few <= 12


def test_sixty_jobs_stand_on_three_pages(client, recruiter):
    for _ in range(45):
        states.live(recruiter)
    assert [len(rows(page(client, page=number))) for number in (1, 2, 3, 9)] == [20, 20, 5, 5]


@pytest.mark.parametrize(
    "parameters",
    [
        {"group": "nonsense"},
        {"group": ["live", "all"]},
        {"page": "x\x00"},
        {"page": "9" * 400},
        {"by": "\x00"},
        {"group": "\x00"},
    ],
)
def test_no_parameter_breaks_it(client, recruiter, parameters):
    states.live(recruiter)
    assert client.get("/my/jobs/", parameters).status_code == 200


def test_a_recruiter_who_is_new_sees_the_companys_jobs(client):
    job = states.live(RecruiterFactory())
    newcomer = Recruiter.objects.create(user=UserFactory(role="employer"), company=job.company)
    client.force_login(newcomer.user)
    assert titles(page(client)) == [job.title]
