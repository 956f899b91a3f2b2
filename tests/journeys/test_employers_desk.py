"""An employer's jobs on a phone: paused and resumed, renewed, closed as filled and answered for, published again."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.sessions import sign_in

# A job of a company of its own, which ends in two days; the site is shared with other journeys.
PREPARE = """
from datetime import timedelta
from django.utils import timezone
from accounts.models import Recruiter, User
from jobs.models import Job
from tests.factories import CompanyFactory
import tests.factories
user = User.objects.get(email="{email}")
likeness = Job.objects.live().select_related("category", "region").first()
company = CompanyFactory(name="安溪县{name}茶厂", industry=likeness.company.industry, region=likeness.region)
Recruiter.objects.create(user=user, company=company, is_owner=True)
job = tests.factories.JobFactory(company=company, category=likeness.category, region=likeness.region, created_by=user,
    title="{name}挑茶工", ends_at=timezone.now() + timedelta(days=2))
print(job.pk)
"""
HIDE = """
from django.utils import timezone
from jobs.models import Job
Job.objects.filter(title="{name}挑茶工").update(frozen_at=timezone.now())
for job in Job.objects.filter(title="{name}挑茶工"):
    job.save()
"""


@pytest.fixture
def employer(visit, demo_site):
    """(page of somebody signed in on a phone, number of the job) of a company of that name."""
    names = []

    def employer_of(name, javascript=True):
        names.append(name)
        email = f"desk{len(name)}{int(javascript)}@example.com"
        page = sign_in(visit(width=375, javascript=javascript), demo_site, email, "吴小姐")
        return page, demo_site.shell(PREPARE.format(email=email, name=name)).splitlines()[-1]

    yield employer_of
    for name in names:
        demo_site.shell(HIDE.format(name=name))


def said(page, words):
    expect(page.locator(".messages")).to_contain_text(words)


@pytest.mark.parametrize(("name", "javascript"), [("溪源", True), ("溪尾", False)])
def test_a_job_is_paused_resumed_renewed_closed_answered_for_and_published_again(employer, visit, name, javascript):
    page, number = employer(name, javascript)
    title = f"{name}挑茶工"
    visitor = visit(width=375)
    visitor.goto(f"/jobs/{number}/")
    expect(visitor.get_by_role("heading", name=title, level=1)).to_be_visible()

    page.goto("/my/")
    page.get_by_role("link", name="职位管理").click()
    row = page.locator(".desk-row", has_text=title)
    expect(row).to_contain_text("还有 2 天到期")

    row.get_by_role("link", name=title, exact=True).click()
    page.get_by_role("button", name="暂停").click()
    said(page, "已暂停")
    assert visitor.reload().status == 404
    page.goto("/my/jobs/?group=paused")
    page.locator(".desk-row", has_text=title).get_by_role("button", name="恢复招聘").click()
    said(page, "已恢复招聘")
    assert visitor.reload().status == 200

    page.goto("/my/jobs/")
    page.locator(".desk-row", has_text=title).get_by_role("link", name="延期").click()
    page.get_by_role("button", name="延期到").click()
    said(page, "已延期")
    expect(page.locator("main")).to_contain_text(re.compile("还有 3[12] 天到期"))

    page.get_by_text("关闭职位", exact=True).click()
    page.get_by_role("button", name="确认关闭").click()
    expect(page.locator(".error-summary")).to_contain_text("请选择关闭的原因")
    page.get_by_label("已招满").check()
    page.get_by_role("button", name="确认关闭").click()
    said(page, "已关闭")
    page.get_by_label("招到了，在本站招到的").check()
    page.get_by_role("button", name="提交").click()
    said(page, "已经记下了")
    expect(page.locator("main")).to_contain_text("招聘结果：招到了，在本站招到的")
    visitor.reload()
    expect(visitor.get_by_text("已结束").first).to_be_visible()

    page.goto("/my/jobs/?group=ended")
    page.locator(".desk-row", has_text=title).get_by_role("link", name="重新发布").click()
    page.locator("#relist").get_by_role("button", name="重新发布").click()
    said(page, "已重新发布")
    visitor.reload()
    expect(visitor.get_by_text("已结束")).to_have_count(0)

    history = page.locator(".history")
    for what in ("暂停", "恢复招聘", "延期", "关闭：已招满", "招聘结果", "重新发布"):
        expect(history).to_contain_text(what)
    expect(history).to_contain_text("吴小姐")


def test_a_look_at_a_job_is_counted_and_shown(employer, visit):
    page, number = employer("溪中央")
    visitor = visit(width=375)
    with visitor.expect_request(f"**/jobs/{number}/seen/") as sent:
        visitor.goto(f"/jobs/{number}/")
    assert sent.value.method == "POST"
    # Of two processes, each with a buffer of 20 at the most, one has to write by now.
    for _ in range(41):
        assert visitor.request.post(f"/jobs/{number}/seen/").status == 204
    page.goto(f"/my/jobs/{number}/")
    expect(page.locator(".stat dd").first).not_to_have_text("0")
