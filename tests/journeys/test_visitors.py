"""A visitor's whole errands, with and without JavaScript, with a mouse and without one."""

import re

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("width", [375, 1280])
def test_somebody_finds_a_job_reads_it_and_looks_at_the_employer(visit, width, javascript):
    page = visit(width=width, javascript=javascript)
    page.goto("/")
    page.locator("input[name=q]:visible").first.fill("会计")
    page.keyboard.press("Enter")
    page.locator(".job-row").first.wait_for()
    assert "会计" in page.locator("input[name=q]:visible").first.input_value()
    first = page.locator(".job-row a", has_text="会计").first
    title = first.inner_text().strip()
    first.click()
    assert page.locator("h1").inner_text().startswith(title)
    page.locator("main a[href^='/companies/']").first.click()
    page.locator("h1").wait_for()
    expect(page).to_have_url(re.compile("/companies/"))
    expect(page.locator(".job-row a").first).to_be_attached()


def test_narrowing_the_board_without_scripts_keeps_everything_chosen(visit):
    page = visit(width=1280, javascript=False)
    page.goto("/jobs/?q=茶&region=anxi&education=college")
    page.get_by_role("link", name="大专").first.click()
    expect(page).not_to_have_url(re.compile("education"))
    expect(page).to_have_url(re.compile("region=anxi"))
    expect(page.locator("input[name=q]:visible").first).to_have_value("茶")
    page.go_back()
    expect(page).to_have_url(re.compile("education=college"))


def test_the_keyboard_alone_reaches_a_job(visit):
    page = visit()
    page.goto("/jobs/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.keyboard.press("Enter")
    for _ in range(140):
        page.keyboard.press("Tab")
        if page.evaluate("/^\\/jobs\\/\\d+\\/$/.test(document.activeElement.getAttribute('href') || '')"):
            break
    title = page.evaluate("document.activeElement.innerText")
    page.keyboard.press("Enter")
    page.locator("h1", has_text=title).wait_for()


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_feedback_is_received(visit, demo_site, javascript):
    words = f"希望增加夜班职位的筛选,谢谢你们。{'一' if javascript else '二'}"
    page = visit(width=375, javascript=javascript)
    page.goto("/feedback/")
    page.locator("[name=type][value=suggestion]").check(force=True)
    page.locator("[name=text]").fill("太短了")
    page.get_by_role("button", name="提交留言").click()
    page.get_by_text("内容太短").first.wait_for()
    expect(page.locator("[name=type][value=suggestion]")).to_be_checked()
    expect(page.locator("[name=text]")).to_have_value("太短了")
    page.locator("[name=text]").fill(words)
    page.get_by_role("button", name="提交留言").click()
    page.get_by_text("谢谢您的留言").first.wait_for()
    assert (
        demo_site.shell(f"from pages.models import Feedback; print(Feedback.objects.filter(text='{words}').count())") == "1"
    )


def test_news_is_read_from_the_front_page_to_the_neighbour(visit):
    page = visit(width=375)
    page.goto("/news/")
    page.locator(".headlines a").first.click()
    page.locator("text=添加日期").first.wait_for()
    text = page.locator("body").inner_text()
    for part in ("信息来源", "上一条新闻", "下一条新闻", "最新推荐"):
        assert part in text, part
    title = page.locator("h1").inner_text()
    page.locator(".neighbours a").first.click()
    page.locator("text=添加日期").first.wait_for()
    assert page.locator("h1").inner_text() != title
