"""The first job of a new company, in three windows: an employer's phone, a reviewer's desk, a visitor's phone."""

import pytest
from playwright.sync_api import expect

from tests.journeys.sessions import sign_in

OWNER = "tengbian@example.com"
FOUND = """
from datetime import timedelta
from django.utils import timezone
from accounts.models import Company, Recruiter, User
from axrc.taxonomy.models import Industry, Region
now = timezone.now()
company = Company.objects.create(
    name="安溪县尚卿藤编社", nature="sole", size="1-9", industry=Industry.objects.first(),
    region=Region.objects.get(name="尚卿"), address="尚卿乡竹园路3号", about="编藤椅的小店。",
    contact_name="郑师傅", contact_phone="0595-23008888", verified_at=now, verified_until=now + timedelta(days=180),
)
user = User.objects.create_user("tengbian@example.com", name="郑师傅", role="employer")
Recruiter.objects.create(user=user, company=company, is_owner=True)
"""
HIDE = """
from django.utils import timezone
from accounts.models import Company
for company in Company.objects.filter(name="安溪县尚卿藤编社"):
    company.frozen_at = timezone.now()
    company.save()
"""


@pytest.fixture
def windows(visit, demo_site):
    demo_site.shell(FOUND)
    employer = sign_in(visit(width=375), demo_site, OWNER)
    desk = sign_in(visit(width=1280), demo_site, "reviewer@example.com")
    yield employer, desk, visit(width=375)
    # The site is shared: what others count there is as it was.
    demo_site.shell(HIDE)


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def open_from_queue(desk):
    desk.goto("/admin/jobs/submission/?status__exact=waiting&q=藤椅")
    expect(desk.locator(".queue-figures")).to_contain_text("正在等待")
    desk.locator("#result_list tbody th a").first.click()


def accept(desk):
    button(desk, "通过").click()
    expect(desk.locator(".messagelist")).to_contain_text("已通过")


def found(visitor):
    visitor.goto("/jobs/?q=藤椅编织学徒")
    return visitor.locator("[data-results] .job-row-title").filter(has_text="藤椅编织学徒")


def hand_in(employer):
    employer.goto("/my/jobs/new/")
    employer.get_by_label("职位名称").fill("藤椅编织学徒")
    employer.get_by_label("职位类别", exact=True).select_option(label="编织工")
    employer.get_by_label("工作地区").select_option(label="尚卿")
    employer.get_by_label("最低（元）").fill("4000")
    employer.get_by_label("最高（元）").fill("6000")
    employer.get_by_label("岗位职责").fill("跟师傅学编藤椅。")
    employer.get_by_label("任职要求").fill("限女性，手巧，坐得住。")
    expect(employer.locator(".posting-screened").filter(has_text="限女性")).to_be_visible()
    button(employer, "提交").click()
    expect(employer.get_by_text("职位已")).to_be_visible()


def test_a_first_job_is_sent_back_improved_accepted_found_and_changed(windows):
    employer, desk, visitor = windows
    hand_in(employer)
    expect(found(visitor)).to_have_count(0)

    open_from_queue(desk)
    expect(desk.locator(".screened-text mark")).to_contain_text(["限女性"])
    desk.get_by_label("原因").select_option(label="含歧视性内容")
    desk.get_by_label("补充说明").fill("性别要求请删去。")
    # Without a mouse: the next stop is the button.
    desk.keyboard.press("Tab")
    expect(button(desk, "退回并看下一份")).to_be_focused()
    button(desk, "退回").press("Enter")
    expect(desk.locator(".messagelist")).to_contain_text("已退回")

    employer.goto("/my/jobs/?group=all")
    expect(employer.get_by_text("性别要求请删去。")).to_be_visible()
    employer.get_by_role("link", name="修改后再提交").click()
    employer.get_by_label("任职要求").fill("手巧，坐得住。")
    employer.get_by_label("给审核员的说明").fill("已删去性别要求")
    button(employer, "提交审核").click()
    expect(employer.get_by_text("职位已")).to_be_visible()

    open_from_queue(desk)
    expect(desk.locator(".review-content > .review-parts > .review-part h3")).to_have_text(["任职要求"])
    expect(desk.locator(".review-content > .review-parts > .review-part del")).to_contain_text("限女性")
    expect(desk.locator(".review-answer")).to_contain_text("已删去性别要求")
    folded = desk.locator(".review-same .review-part").first
    expect(folded).to_be_hidden()
    desk.locator(".review-same summary").press("Enter")
    expect(folded).to_be_visible()
    accept(desk)
    expect(found(visitor)).to_have_count(1)

    # Better pay is public at once; another title waits, and what was public stays so.
    found(visitor).first.click()
    employer.goto("/my/jobs/")
    employer.get_by_role("link", name="藤椅编织学徒", exact=True).click()
    employer.get_by_role("link", name="修改", exact=True).click()
    employer.get_by_label("最高（元）").fill("7000")
    button(employer, "保存修改").click()
    visitor.reload()
    expect(visitor.get_by_text("4000-7000元/月").first).to_be_visible()
    employer.get_by_role("link", name="修改", exact=True).click()
    employer.get_by_label("职位名称").fill("藤椅编织学徒（包教会）")
    button(employer, "保存修改").click()
    expect(employer.get_by_text("等待审核").first).to_be_visible()
    visitor.reload()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("藤椅编织学徒")
    open_from_queue(desk)
    expect(desk.locator(".review-content > .review-parts > .review-part h3")).to_have_text(["职位名称"])
    accept(desk)
    visitor.reload()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("藤椅编织学徒（包教会）")
