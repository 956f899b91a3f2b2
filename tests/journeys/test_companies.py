"""From the directory to a company, its photos, and its jobs in another town."""

import re

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("width", [375, 1280])
def test_somebody_finds_a_company_looks_at_it_and_at_its_jobs_elsewhere(visit, width, javascript):
    page = visit(width=width, javascript=javascript)
    page.goto("/companies/")
    if width < 960:
        page.locator(".sheet > summary").click()
    page.locator("label.pill", has_text="茶业").first.click()
    if width < 960 or not javascript:
        page.get_by_role("button", name="筛选").click()
    page.locator(".chip-chosen", has_text="茶业").wait_for()
    page.go_back()
    page.locator("#results", has_text="72 家企业").wait_for()
    page.wait_for_load_state("networkidle")
    page.go_forward()
    page.locator(".chip-chosen", has_text="茶业").wait_for()
    page.locator("input[name=q]").fill("云岫")
    page.keyboard.press("Enter")
    page.locator("#results", has_text="1 家企业").wait_for()
    expect(page).to_have_url(re.compile("industry=tea"))
    page.locator(".company-card a").first.click()
    page.get_by_text("企业已认证").wait_for()
    page.locator(".gallery a").first.click()
    page.wait_for_url("**/media/**")
    page.go_back()
    town = page.locator(".company-towns a").first
    wanted = int(town.inner_text().split("（")[1].rstrip("）"))
    town.click()
    page.locator(".chip-chosen").wait_for()
    expect(page.locator(".job-row")).to_have_count(wanted)
