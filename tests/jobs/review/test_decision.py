"""The decision: only the difference is read, flags are marked, and who comes second is told."""

import pytest
from django.contrib.auth.models import Permission
from lxml import html

from axrc.audit.models import Entry
from axrc.taxonomy import lists
from axrc.taxonomy.models import Benefit
from jobs.life import content, deeds, reviewing
from jobs.models import Job, ScreeningRule, SendBackReason, Submission
from tests.factories import UserFactory
from tests.jobs.review.people import page_of, staff

pytestmark = pytest.mark.django_db


def tree(client, submission):
    return html.fromstring(client.get(page_of(submission)).content.decode())


def parts(page):
    """{label: text} of what is shown to be read, without what is folded away."""
    found = page.xpath("//section[contains(@class, 'review-part')][not(ancestor::details)]")
    return {part.find("h3").text: " ".join(part.text_content().split()) for part in found}


def folded(page):
    return {part.find("h3").text for part in page.xpath("//details//section[contains(@class, 'review-part')]")}


def test_a_first_posting_is_read_as_a_whole_in_words(desk, hand_in):
    shown = parts(tree(desk, hand_in(title="评茶员", nature="seasonal", is_phone_hidden=True)))
    assert "评茶员" in shown["职位名称"]
    assert "制茶师" in shown["职位类别"]
    assert "临时/季节工" in shown["工作性质"]
    assert "5000" in shown["薪资下限(元)"]
    assert "是" in shown["不公开电话"]
    assert len(shown) == len(content.labels())


def test_of_a_change_only_the_difference_is_read(desk, hand_in_edit):
    page = tree(desk, hand_in_edit(title="焙茶师", nature="part-time", description="负责做青。\n负责烘焙和拼配。"))
    shown = parts(page)
    assert set(shown) == {"职位名称", "工作性质", "岗位职责"}
    assert page.find(".//del").text == "制"
    assert page.find(".//ins").text == "焙"
    text = page.xpath("//section[@aria-labelledby='part-description']")[0]
    assert [come.text for come in text.findall(".//ins")] == ["和拼配"]
    assert {"任职要求", "工作地点"} <= folded(page)
    assert "工序改了" in page.text_content()


def test_of_benefits_is_told_which_came_and_which_went(desk, hand_in_edit):
    kept, new = Benefit.objects.create(slug="meals", name="包吃"), Benefit.objects.create(slug="rooms", name="包住")
    lists.changed()
    page = tree(desk, hand_in_edit(benefits=[kept.pk, new.pk]))
    assert parts(page).keys() == {"福利"}
    assert [(one.tag, one.text) for one in page.xpath("//ins|//del")] == [("ins", "包吃、包住")]


def test_a_change_of_line_breaks_alone_is_told_as_that(desk, hand_in_edit):
    shown = parts(tree(desk, hand_in_edit(title="焙茶师", description="负责做青。\n\n负责烘焙。")))
    assert "只改了空格或换行" in shown["岗位职责"]


def test_a_second_try_shows_what_was_sent_back_and_what_is_new(desk, reviewer, recruiter, hand_in):
    first = hand_in(description="做茶")
    reviewing.send_back(first, by=reviewer, reason="职责写得太短")
    job = Job.objects.get(pk=first.job_id)
    deeds.edit(job, first.values | {"description": "做茶，看青。"}, by=recruiter.user, seen=deeds.version(job))
    page = tree(desk, deeds.submit(job, by=recruiter.user, answer="写清楚了"))
    assert set(parts(page)) == {"岗位职责"}
    assert "职责写得太短" in page.text_content()
    assert "写清楚了" in page.text_content()
    assert "退回后再次提交" in page.text_content()


def test_flags_are_marked_at_their_place(desk, hand_in):
    ScreeningRule.objects.create(name="样板", topic="other", words="样板句", severity="review", law="示例", advice="示例")
    page = tree(desk, hand_in(requirements="能吃苦，样板句，懂茶。"))
    part = page.xpath("//section[@aria-labelledby='part-requirements']")[0]
    assert [mark.text for mark in part.xpath(".//div[contains(@class, 'screened-text')]//mark")] == ["样板句"]
    assert "审查规则有 1 处提示" in page.text_content()


def test_flags_in_what_is_folded_away_are_counted_on_top(desk, hand_in_edit):
    ScreeningRule.objects.create(name="样板", topic="other", words="懂茶", severity="review", law="示例", advice="示例")
    assert "没有改动的内容里还有 1 处" in tree(desk, hand_in_edit(title="焙茶师")).text_content()


def test_what_is_written_is_shown_and_not_obeyed(desk, hand_in):
    page = desk.get(page_of(hand_in(description="<script>alert(1)</script>"))).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_reviewer_accepts_and_goes_on_with_who_waits_longest(desk, reviewer, hand_in):
    first, newest, oldest = hand_in(days=1), hand_in(), hand_in(days=5)
    answer = desk.post(page_of(first), {"accept": "next"})
    assert answer["Location"] == page_of(oldest)
    assert Job.objects.live().get() == first.job
    assert desk.post(page_of(newest), {"accept": "1"})["Location"] == "/admin/jobs/submission/"
    answer = desk.post(page_of(oldest), {"accept": "next"}, follow=True)
    assert "没有在等待的了" in answer.content.decode()
    assert Entry.objects.filter(action="job.accepted", actor=reviewer).count() == 3


def test_a_reviewer_sends_back_with_a_prepared_reason_and_own_words(desk, hand_in):
    submission, reason = hand_in(), SendBackReason.objects.get(title="职责不清楚")
    desk.post(page_of(submission), {"refuse": "1", "reason": reason.pk, "note": "第二条看不懂。"})
    assert Submission.objects.get().reason == f"{reason.text}\n\n第二条看不懂。"


@pytest.mark.parametrize("button", [{"refuse": "1"}, {}], ids=["sent back", "sent without a button"])
@pytest.mark.parametrize(
    "typed", [{"note": "  "}, {"reason": "x"}, {"note": "\0"}, {"note": "长" * 451}, {"reason": "9" * 30}]
)
def test_nothing_is_sent_back_without_a_proper_reason(desk, hand_in, button, typed):
    submission = hand_in()
    answer = desk.post(page_of(submission), button | typed)
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()
    assert Submission.objects.get().is_waiting


def test_the_second_reviewer_reads_what_happened_and_keeps_his_words(desk, hand_in):
    submission = hand_in()
    reviewing.accept(submission, by=staff("老林", "审核"))
    page = desk.post(page_of(submission), {"refuse": "1", "note": "我看到的不同"}).content.decode()
    assert "老林 已在" in page
    assert "我看到的不同" in page
    assert Submission.objects.get().status == "accepted"


def test_who_decides_about_what_was_written_anew_is_led_there(desk, recruiter, hand_in):
    submission = hand_in()
    job = Job.objects.get(pk=submission.job_id)
    deeds.edit(job, submission.values | {"title": "评茶员"}, by=recruiter.user, seen=deeds.version(job))
    page = desk.post(page_of(submission), {"accept": "1"}).content.decode()
    assert page_of(Submission.objects.waiting().get()) in page
    assert "撤回或改写" in page
    assert not Job.objects.live().exists()


def test_a_job_that_was_frozen_meanwhile_is_not_published_and_the_words_stay(desk, hand_in):
    submission = hand_in()
    reviewing.freeze(submission.job, by=staff("老林", "审核"), reason="有人投诉")
    page = desk.post(page_of(submission), {"accept": "1", "note": "看起来没问题"}).content.decode()
    assert "已冻结" in page
    assert "看起来没问题" in page
    assert Submission.objects.get().is_waiting


def test_what_is_public_already_is_checked_or_taken_off_line(desk, reviewer, recruiter, hand_in):
    for _ in range(3):
        reviewing.accept(hand_in(), by=reviewer)
    checked, stopped = hand_in(), hand_in()
    page = desk.get(page_of(checked)).content.decode()
    assert "已公开，发布后复核" in page
    desk.post(page_of(checked), {"accept": "1"})
    desk.post(page_of(stopped), {"refuse": "1", "note": "内容不实"})
    live = set(Job.objects.live().values_list("pk", flat=True))
    assert checked.job_id in live
    assert stopped.job_id not in live


def test_the_reviewer_sees_whether_the_public_text_has_moved_on(desk, recruiter, hand_in_edit):
    submission = hand_in_edit(title="焙茶师")
    job = Job.objects.get(pk=submission.job_id)
    job.headcount = 9
    job.save()
    assert "现在公开的又变成了：9 人" in tree(desk, submission).text_content()


def test_staff_without_the_right_to_moderate_read_and_do_not_decide(client, hand_in):
    submission = hand_in()
    reader = UserFactory(is_staff=True)
    reader.user_permissions.add(*Permission.objects.filter(codename__in=["view_submission", "change_submission"]))
    client.force_login(reader)
    page = client.get(page_of(submission))
    assert page.status_code == 200
    assert "通过并看下一份" not in page.content.decode()
    assert client.post(page_of(submission), {"accept": "1"}).status_code == 403
    assert Submission.objects.get().is_waiting


def test_looking_changes_nothing(desk, hand_in):
    submission = hand_in()
    before = Entry.objects.count()
    desk.get(page_of(submission), {"accept": "1"})
    assert Submission.objects.get().is_waiting
    assert Entry.objects.count() == before
