"""What an employer's people do on the page of a job: each deed at its address, by POST, with its answer."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from lxml import html

from axrc.audit.models import Entry
from axrc.audit.recording import NAMES as ACTIONS
from jobs.employers import errands
from jobs.employers.history import WORDS
from jobs.life import State, deeds, state_of
from jobs.models import Job
from tests.factories import RecruiterFactory, ago, hence
from tests.jobs.desk import states

pytestmark = pytest.mark.django_db
NAMES = [*errands.ERRANDS, "hired"]


@pytest.fixture
def recruiter(client):
    recruiter = RecruiterFactory()
    client.force_login(recruiter.user)
    return recruiter


def day(days):
    return f"{timezone.localdate() + timedelta(days=days):%Y-%m-%d}"


def send(client, job, name, **data):
    return client.post(f"/my/jobs/{job.pk}/{name}/", data, follow=True)


def state(job):
    return state_of(states.fresh(job), timezone.now())


def text(response):
    return re.sub(r"\s+", " ", html.fromstring(response.content.decode()).text_content())


# Deed: the state it starts from, what is sent, the state after it.
ERRANDS = {
    "pause": (states.live, {}, State.PAUSED),
    "resume": (states.paused, {}, State.LIVE),
    "refresh": (states.live, {}, State.LIVE),
    "withdraw": (states.waiting, {}, State.DRAFT),
    "withdraw-edit": (states.with_waiting_edit, {}, State.LIVE),
    "renew": (states.ending, {"ends_on": day(60)}, State.LIVE),
    "relist": (states.ended, {"ends_on": day(60)}, State.LIVE),
    "close": (states.live, {"reason": "other"}, State.CLOSED),
    "hired": (states.ended, {"hired": "here"}, State.ENDED),
}


@pytest.mark.parametrize("name", NAMES)
def test_each_deed_is_done_and_said(client, recruiter, name):
    make, data, after = ERRANDS[name]
    job = make(recruiter)
    before = Entry.objects.about(job).count()
    response = send(client, job, name, **data)
    assert response.status_code == 200
    assert "notice-success" in response.content.decode()
    assert state(job) == after
    assert Entry.objects.about(job).count() == before + 1


@pytest.mark.parametrize("name", NAMES)
def test_nobody_does_anything_to_the_job_of_another_company(client, recruiter, name):
    make, data, _after = ERRANDS[name]
    job = make(RecruiterFactory())
    before = Job.objects.values().get(pk=job.pk)
    for who in (client, Client()):
        assert who.post(f"/my/jobs/{job.pk}/{name}/", data).status_code in {302, 404}
    assert client.post(f"/my/jobs/{job.pk}/{name}/", data).status_code == 404
    assert client.get(f"/my/jobs/{job.pk}/").status_code == 404
    assert Job.objects.values().get(pk=job.pk) == before


@pytest.mark.parametrize("name", NAMES)
def test_looking_changes_nothing(client, recruiter, name):
    job = ERRANDS[name][0](recruiter)
    before, entries = Job.objects.values().get(pk=job.pk), Entry.objects.count()
    is_page = name in {"renew", "hired"}
    assert client.get(f"/my/jobs/{job.pk}/{name}/").status_code == (200 if is_page else 405)
    assert client.get(f"/my/jobs/{job.pk}/?open={name}").status_code == 200
    assert (Job.objects.values().get(pk=job.pk), Entry.objects.count()) == (before, entries)


@pytest.mark.parametrize("name", NAMES)
def test_a_form_without_the_sites_token_does_nothing(recruiter, name):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(recruiter.user)
    job = ERRANDS[name][0](recruiter)
    assert strict.post(f"/my/jobs/{job.pk}/{name}/", ERRANDS[name][1]).status_code == 403


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("make", [states.frozen, states.removed, states.draft])
def test_what_is_not_possible_now_is_refused_in_words(client, recruiter, name, make):
    job = make(recruiter)
    before = Job.objects.values().get(pk=job.pk)
    if (name, make) != ("close", states.draft):
        response = send(client, job, name, **ERRANDS[name][1])
        assert response.status_code == 200
        assert "不能" in text(response)
        assert Job.objects.values().get(pk=job.pk) == before


def test_who_comes_too_late_is_told_what_the_colleague_did(client, recruiter):
    other = RecruiterFactory(company=recruiter.company, is_owner=False, user__name="林女士")
    job = states.live(recruiter)
    deeds.close(job, by=other.user, reason="filled")
    assert "林女士：关闭职位" in text(send(client, job, "pause"))


@pytest.mark.parametrize(
    ("ends_on", "said"),
    [
        (day(91), "截止日期最远 90 天"),
        (day(-1), "截止日期已经过了"),
        ("", "请选择截止日期"),
        ("2026-13-99", "请填写日期"),
        ("\x00", "请填写日期"),
        ("9999-12-31", "截止日期最远 90 天"),
        ("0001-01-01", "截止日期已经过了"),
    ],
)
@pytest.mark.parametrize(("name", "make"), [("renew", states.ending), ("relist", states.ended)])
def test_an_end_that_cannot_be_is_told_beside_the_date_which_stays(client, recruiter, name, make, ends_on, said):
    job = make(recruiter)
    response = send(client, job, name, ends_on=ends_on)
    tree = html.fromstring(response.content.decode())
    unfolded = tree.xpath(f"//details[@id='{name}'][@open]")
    assert said in unfolded[0].text_content()
    typed = "".join(unfolded[0].xpath(".//input[@name='ends_on']/@value"))
    assert typed == ends_on.replace("\x00", "\N{REPLACEMENT CHARACTER}")
    assert states.fresh(job).ends_at == job.ends_at


@pytest.mark.parametrize("left", [3, 80])
def test_thirty_days_more_are_proposed_and_never_more_than_ninety(client, recruiter, left):
    job = states.live(recruiter, ends_at=deeds.end_of_day(date.fromisoformat(day(left))))
    tree = html.fromstring(client.get(f"/my/jobs/{job.pk}/").content.decode())
    (field,) = tree.xpath("//details[@id='renew']//input[@name='ends_on']")
    assert field.get("value") == day(min(left + 30, 90))
    assert field.get("max") == day(90)


def test_closing_without_a_reason_asks_for_it(client, recruiter):
    job = states.live(recruiter)
    response = send(client, job, "close")
    assert "请选择关闭的原因" in text(response)
    assert send(client, job, "close", reason=["filled", "nonsense"]).status_code == 200
    assert state(job) == State.LIVE


def test_who_closes_as_filled_is_asked_where_they_found_people(client, recruiter):
    job = states.live(recruiter)
    response = send(client, job, "close", reason="filled")
    assert response.redirect_chain[-1][0] == f"/my/jobs/{job.pk}/hired/"
    offered = html.fromstring(response.content.decode()).xpath("//input[@name='hired']/@value")
    assert offered == ["here", "elsewhere"]
    assert "没有招到" not in text(response)
    assert send(client, job, "hired", hired="nonsense").status_code == 200
    send(client, job, "hired", hired="elsewhere")
    assert states.fresh(job).hired == Job.Hired.ELSEWHERE


def test_the_renewal_page_offers_what_is_possible_by_now(client, recruiter):
    def offered(job):
        tree = html.fromstring(client.get(f"/my/jobs/{job.pk}/renew/").content.decode())
        return tree.xpath("//main//form/@action")

    ending, ended, frozen = states.ending(recruiter), states.ended(recruiter), states.frozen(recruiter)
    assert offered(ending) == [f"/my/jobs/{ending.pk}/renew/"]
    assert offered(ended) == [f"/my/jobs/{ended.pk}/relist/"]
    assert offered(frozen) == []


def test_a_renewal_pressed_twice_gives_thirty_days_once(client, recruiter):
    job = states.ending(recruiter)
    tree = html.fromstring(client.get(f"/my/jobs/{job.pk}/renew/").content.decode())
    (ends_on,) = tree.xpath("//main//input[@name='ends_on']/@value")
    for _ in range(2):
        send(client, job, "renew", ends_on=ends_on)
    assert timezone.localdate(states.fresh(job).ends_at) == date.fromisoformat(day(33))


def test_from_the_list_one_comes_back_to_the_list_and_nowhere_else(client, recruiter):
    job = states.live(recruiter)
    there = client.post(f"/my/jobs/{job.pk}/refresh/", {"back": "group=all&by=me&page=2"})
    assert there["Location"] == "/my/jobs/?group=all&by=me&page=2"
    elsewhere = client.post(f"/my/jobs/{job.pk}/refresh/", {"back": "//evil.example/?group=evil&page=\x00"})
    assert elsewhere["Location"] == "/my/jobs/?page=1"
    assert client.post(f"/my/jobs/{job.pk}/pause/", {"back": ["a", "&" * 5000]}).status_code == 302


def test_no_fourth_refresh_on_a_day(client, recruiter):
    job = states.live(recruiter)
    said = [text(send(client, job, "refresh")) for _ in range(4)]
    assert "今天还能刷新 2 次" in said[0]
    assert "今天的刷新用完了" in said[2]
    assert "次刷新已经用完" in said[3]


def test_the_page_of_a_job_tells_its_history_in_plain_words(client, recruiter):
    job = states.sent_back(recruiter, reason="请写清楚工作地点")
    other = RecruiterFactory(company=recruiter.company, is_owner=False, user__name="林女士")
    deeds.close(job, by=other.user, reason="withdrawn")
    tree = html.fromstring(client.get(f"/my/jobs/{job.pk}/").content.decode())
    told = [[part.text_content().strip() for part in item] for item in tree.xpath("//ol[contains(@class, 'history')]/li")]
    assert [what for what, _when in told] == ["关闭：不再招聘", "退回：请写清楚工作地点", "提交审核"]
    assert [when.split(" ")[-1] for _what, when in told] == ["林女士", "审核人员", str(recruiter.user)]


def test_every_deed_of_a_job_has_words_of_its_own():
    assert {name for name in ACTIONS if name.startswith("job.")} - WORDS.keys() == set()


def test_the_page_of_a_job_shows_its_views_day_by_day(client, recruiter):
    job = states.live(recruiter)
    for days, count in {0: 5, 6: 10, 7: 20, 29: 1, 30: 64}.items():
        job.views.create(day=timezone.localdate() - timedelta(days=days), count=count)
    tree = html.fromstring(client.get(f"/my/jobs/{job.pk}/").content.decode())
    assert tree.xpath("//dl[@class='stats']//dd/text()") == ["5", "15", "36", "100"]
    assert len(tree.xpath("//figure//*[local-name()='rect']")) == 30
    assert len(tree.xpath("//table//tbody/tr")) == 4


@pytest.mark.parametrize("name", states.STATES)
def test_the_page_opens_in_every_state(client, recruiter, name):
    job = states.STATES[name](recruiter)
    for opened in ("", "renew", "relist", "close", "nonsense", "\x00"):
        assert client.get(f"/my/jobs/{job.pk}/", {"open": opened}).status_code == 200
    assert client.get(f"/my/jobs/{job.pk}/hired/").status_code == 200
    assert client.get(f"/my/jobs/{job.pk}/renew/").status_code == 200


@pytest.mark.parametrize("name", ["", *(f"{name}/" for name in NAMES)])
def test_no_number_breaks_it(client, recruiter, name):
    for number in ("0", "9" * 30):
        assert client.post(f"/my/jobs/{number}/{name}").status_code == 404


def test_of_what_is_over_publishing_again_is_unfolded(client, recruiter):
    def unfolded(job):
        return html.fromstring(client.get(f"/my/jobs/{job.pk}/").content.decode()).xpath("//details[@open]/@id")

    assert unfolded(states.ended(recruiter)) == unfolded(states.closed(recruiter)) == ["relist"]
    assert unfolded(states.ending(recruiter)) == []


def test_what_needs_somebody_now_stands_on_the_first_page(client, recruiter):
    states.live(recruiter, title="安稳的")
    states.draft(recruiter, title="没写完的")
    states.ended(recruiter, title="刚到期的")
    states.ended(recruiter, title="早就到期的", ends_at=ago(days=9))
    states.ending(recruiter, title="快到期的")
    states.sent_back(recruiter, title="退回来的", reason="写清楚")
    tree = html.fromstring(client.get("/my/").content.decode())
    named = [link.text_content() for link in tree.xpath("//*[contains(@class, 'desk-row-title')]/a")]
    assert named == ["退回来的", "快到期的", "刚到期的", "没写完的"]
    assert tree.xpath("//section[@aria-labelledby='jobs']//dd")[0].text_content() == "2"


def test_a_renewed_job_needs_nobody_any_more(client, recruiter):
    job = states.ending(recruiter)
    deeds.renew(job, by=recruiter.user, ends_on=timezone.localdate(hence(days=30)))
    assert "现在要做的" not in text(client.get("/my/"))
