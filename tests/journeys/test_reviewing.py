"""A reviewer at a desk: the queue, what is pointed out, sent back, improved, accepted, found."""

import pytest
from playwright.sync_api import expect

from tests.journeys.sessions import sign_in

HAND_IN = """
from datetime import timedelta
from django.utils import timezone
from accounts.models import Company, Recruiter, User
from axrc.taxonomy.models import Category, Industry, Region
from jobs.life import deeds
now = timezone.now()
region = Region.objects.get(name="尚卿")
company = Company.objects.create(
    name="安溪县尚卿藤编社", nature="sole", size="1-9", industry=Industry.objects.first(), region=region,
    address="尚卿乡竹园路3号", about="编藤椅的小店。", contact_name="郑师傅", contact_phone="0595-23008888",
    verified_at=now, verified_until=now + timedelta(days=180),
)
user = User.objects.create_user("tengbian@example.com", name="郑师傅", role="employer")
Recruiter.objects.create(user=user, company=company, is_owner=True)
values = {
    "title": "藤椅编织学徒", "category_id": Category.objects.filter(parent__isnull=False).first().pk,
    "nature": "full-time", "headcount": 2, "region_id": region.pk, "address": "尚卿乡竹园路3号", "pay_unit": "month",
    "salary_min": 4000, "salary_max": 6000, "salary_months": 12, "pay_reason": "", "is_negotiable": False,
    "education": "any", "experience": "any", "description": "跟师傅学编藤椅。", "requirements": "限女性，手巧，坐得住。",
    "contact_name": "", "contact_phone": "", "is_phone_hidden": False, "benefits": [],
}
job = deeds.create(company, values, by=user, ends_on=timezone.localdate() + timedelta(days=30))
deeds.submit(job, by=user)
"""
IMPROVE = """
from jobs.life import content, deeds
from jobs.models import Job
job = Job.objects.get(title="藤椅编织学徒")
better = content.content(job) | {"requirements": "手巧，坐得住。"}
deeds.edit(job, better, by=job.created_by, seen=deeds.version(job))
job.refresh_from_db()
deeds.submit(job, by=job.created_by, answer="已删去性别要求")
"""
HIDE = """
from django.utils import timezone
from accounts.models import Company
for company in Company.objects.filter(name="安溪县尚卿藤编社"):
    company.frozen_at = timezone.now()
    company.save()
"""


@pytest.fixture
def desk(visit, demo_site):
    demo_site.shell(HAND_IN)
    yield sign_in(visit(width=1280), demo_site, "reviewer@example.com")
    # The site is shared: what others count there is as it was.
    demo_site.shell(HIDE)


def open_from_queue(desk):
    desk.goto("/admin/jobs/submission/?status__exact=waiting&q=藤椅")
    expect(desk.locator(".queue-figures")).to_contain_text("正在等待")
    desk.locator("#result_list tbody th a").first.click()


def test_a_posting_is_sent_back_improved_accepted_and_found(desk, visit, demo_site):
    open_from_queue(desk)
    expect(desk.locator(".screened-text mark")).to_contain_text(["限女性"])
    desk.get_by_label("原因").select_option(label="含歧视性内容")
    desk.get_by_label("补充说明").fill("性别要求请删去。")
    # Without a mouse: the next stop is the button.
    desk.keyboard.press("Tab")
    expect(desk.get_by_role("button", name="退回并看下一份")).to_be_focused()
    desk.get_by_role("button", name="退回", exact=True).press("Enter")
    expect(desk.locator(".messagelist")).to_contain_text("已退回")

    demo_site.shell(IMPROVE)
    open_from_queue(desk)
    expect(desk.locator(".review-content > .review-parts > .review-part h3")).to_have_text(["任职要求"])
    expect(desk.locator(".review-content > .review-parts > .review-part del")).to_contain_text("限女性")
    expect(desk.locator(".review-answer")).to_contain_text("已删去性别要求")
    expect(desk.locator(".review-decision")).to_contain_text("性别要求请删去")
    folded = desk.locator(".review-same .review-part").first
    expect(folded).to_be_hidden()
    desk.locator(".review-same summary").press("Enter")
    expect(folded).to_be_visible()
    desk.get_by_role("button", name="通过", exact=True).click()
    expect(desk.locator(".messagelist")).to_contain_text("已通过")

    visitor = visit(width=375)
    visitor.goto("/jobs/?q=藤椅编织学徒")
    expect(visitor.locator("[data-results] .job-row-title").first).to_contain_text("藤椅编织学徒")
