"""留言反馈 as a browser sees it, with its script and without, under the site's content policy."""

import os

import pytest

from pages.models import Feedback
from tests.machine import chromium

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser, pytest.mark.xdist_group("browser")]

THANKS = "谢谢您的留言"


@pytest.fixture
def visit(live_server):
    """visit(javascript=False) opens /feedback/; what the console complains about is collected in `page.complaints`."""
    from playwright.sync_api import sync_playwright

    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])

        def open_page(javascript=True):
            page = browser.new_context(java_script_enabled=javascript).new_page()
            page.complaints = []
            page.on("console", lambda message: page.complaints.append(message.text))
            page.on("pageerror", lambda error: page.complaints.append(str(error)))
            page.goto(f"{live_server.url}/feedback/")
            return page

        yield open_page
        browser.close()


def write(page, text):
    page.get_by_label("建议", exact=True).check()
    page.locator("#id_text").fill(text)


def send(page):
    page.get_by_role("button", name="提交留言").click()
    page.get_by_role("status").filter(has_text=THANKS).wait_for()


def test_a_browser_with_script_may_send_several(visit):
    page = visit()
    for number in range(3):
        write(page, f"第{number}条：希望能按乡镇筛选职位。")
        send(page)
    assert Feedback.objects.count() == 3
    assert page.complaints == []


def test_an_impatient_double_click_sends_one_letter(visit):
    page = visit()
    write(page, "希望能按乡镇筛选职位。")
    page.get_by_role("button", name="提交留言").dblclick()
    page.get_by_role("status").filter(has_text=THANKS).wait_for()
    assert Feedback.objects.count() == 1


def test_a_browser_without_script_may_send_one_and_is_told_so(visit):
    page = visit(javascript=False)
    write(page, "第一条：希望能按乡镇筛选职位。")
    send(page)
    write(page, "第二条：希望能按乡镇筛选职位。")
    page.get_by_role("button", name="提交留言").click()
    assert "每 10 分钟只能提交一条" in page.get_by_role("alert").inner_text()
    assert page.locator("#id_text").input_value() == "第二条：希望能按乡镇筛选职位。"
    assert Feedback.objects.count() == 1


def test_nobody_sees_or_reaches_the_field_for_programs(visit):
    page = visit()
    box = page.locator(".honeypot").bounding_box()
    assert box is None or box["width"] <= 1
    page.locator("#id_contact").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "提交留言"
