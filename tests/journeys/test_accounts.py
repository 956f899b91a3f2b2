"""People join, come in by code and by passkey, move to a new number, and leave other devices."""

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

from pages.demo.people import PASSWORD
from tests.demo_site import another_server

PHONE = {"width": 375, "height": 740}
OWN = "anxi-tieguanyin-7"


@pytest.fixture(scope="module")
def log(demo_site):
    """What the console backends write."""
    return Path(demo_site.log)


def code_to(log, address, after):
    """The newest code that the console shows for a number or an address, past a place in the log."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        text = log.read_text(encoding="utf-8", errors="replace")[after:]
        found = re.search(rf"{re.escape(address)}.*?(?<!\d)(\d{{6}})(?!\d)", text, re.S)
        if found:
            return found[1]
        time.sleep(0.05)
    raise AssertionError(f"no code for {address} in the log")


def length(log):
    return len(log.read_text(encoding="utf-8", errors="replace"))


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def enter_code(page, log, address, after):
    page.get_by_label("6 位验证码").fill(code_to(log, address, after))
    press(page, "确认")


def register(page, log, way, value, shown, role="求职者，要找工作"):
    start = length(log)
    page.goto("/accounts/signup/")
    page.get_by_label(role).check()
    page.get_by_label(way, exact=False).first.fill(value)
    page.get_by_label("密码").fill(OWN)
    page.locator("[name=consent]").check()
    press(page, "注册，下一步填验证码")
    enter_code(page, log, shown, start)
    page.get_by_role("link", name="我的", exact=True).wait_for()


def quiet(page):
    """Collects what the browser complains about: blocked scripts and styles among it."""
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def test_somebody_joins_by_number_and_moves_to_a_new_one(visit, log):
    page = visit(**PHONE)
    said = quiet(page)
    register(page, log, "手机号", "139 0595 0001", "+8613905950001")
    page.goto("/accounts/")
    expect(page.locator("main").get_by_text("139 0595 0001")).to_be_visible()
    page.get_by_role("link", name=re.compile("更换 *手机号")).click()
    page.get_by_label("新的手机号").fill("13905950002")
    start = length(log)
    press(page, "发送验证码")
    page.get_by_label("密码").fill(OWN)
    press(page, "确认")
    enter_code(page, log, "+8613905950002", start)
    page.get_by_text("手机号已通过验证").wait_for()
    assert "139****0002" in log.read_text(encoding="utf-8", errors="replace").split("+8613905950001")[-1]
    assert said == []


def test_an_employer_joins_by_e_mail(visit, log):
    page = visit(**PHONE)
    said = quiet(page)
    register(page, log, "邮箱", "shop@example.com", "shop@example.com", "企业，要招人")
    assert said == []


def test_a_code_lets_in_without_scripts(visit, log):
    page = visit(**PHONE, javascript=False)
    start = length(log)
    page.goto("/accounts/login/")
    page.get_by_role("link", name="用验证码登录", exact=True).click()
    page.get_by_label("邮箱", exact=False).fill("seeker@example.com")
    press(page, "获取验证码")
    enter_code(page, log, "seeker@example.com", start)
    page.get_by_role("link", name="我的", exact=True).wait_for()


def log_in(page, email, password=PASSWORD):
    page.goto("/accounts/login/")
    page.get_by_label("手机号或邮箱").fill(email)
    page.get_by_label("密码").fill(password)
    press(page, "登录")


@pytest.fixture
def passkeys(visit):
    """A window on http://localhost, where browsers allow passkeys, and a phone that holds them."""

    def open_window(site):
        page = visit(**PHONE)
        session = page.context.new_cdp_session(page)
        session.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
            "isUserVerified": True, "automaticPresenceSimulation": True,
        }  # fmt: skip
        session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        return page, site.url.replace("127.0.0.1", "localhost")

    return open_window


def add_passkey(page, password):
    page.get_by_role("link", name="添加通行密钥").click()
    page.get_by_label("密码").fill(password)
    press(page, "确认")
    page.get_by_label("名称").fill("我的手机")
    press(page, "添加")
    page.get_by_role("heading", name="恢复码").wait_for()


def test_a_passkey_is_added_and_lets_in_without_a_password(passkeys, demo_site):
    page, address = passkeys(demo_site)
    said = quiet(page)
    page.goto(f"{address}/accounts/login/")
    page.get_by_label("手机号或邮箱").fill("newcompany@example.com")
    page.get_by_label("密码").fill(PASSWORD)
    press(page, "登录")
    page.get_by_role("link", name="我的", exact=True).wait_for()
    page.goto(f"{address}/accounts/2fa/")
    add_passkey(page, PASSWORD)
    expect(page.locator(".recovery-codes li")).to_have_count(10)
    press(page, "退出")
    page.goto(f"{address}/accounts/login/")
    press(page, "用通行密钥登录")
    page.get_by_role("link", name="我的", exact=True).wait_for()
    assert said == []


def test_a_browser_without_a_passkey_says_so(visit, demo_site):
    page = visit(**PHONE)
    page.goto(demo_site.url.replace("127.0.0.1", "localhost") + "/accounts/login/")
    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new DOMException('no', 'NotAllowedError')) }")
    press(page, "用通行密钥登录")
    page.get_by_text("没有成功").wait_for()


def test_staff_set_up_a_second_factor_before_any_page_of_the_admin(passkeys, demo_site):
    with another_server(demo_site, STAFF_SECOND_FACTOR="1") as site:
        page, address = passkeys(site)
        page.goto(f"{address}/admin/news/article/")
        page.get_by_label("手机号或邮箱").fill("reviewer@example.com")
        page.get_by_label("密码").fill(PASSWORD)
        press(page, "登录")
        page.get_by_role("heading", name="两步验证").wait_for()
        for admin in ("/admin/", "/admin/accounts/company/"):
            page.goto(address + admin)
            assert page.url == f"{address}/accounts/2fa/"
        add_passkey(page, PASSWORD)
        page.get_by_role("link", name="进入管理后台").click()
        page.wait_for_url(f"{address}/admin/")


def test_another_device_is_signed_out(visit, demo_site):
    here, there = visit(**PHONE), visit(user_agent="Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0")
    for page in (here, there):
        log_in(page, "employer@example.com")
        page.get_by_role("link", name="我的", exact=True).wait_for()
    here.goto("/accounts/sessions/")
    here.locator("section", has_text="安卓 · 微信").get_by_role("button", name="退出这台设备").first.click()
    here.get_by_text("已退出那台设备").wait_for()
    there.goto("/accounts/")
    there.get_by_role("heading", name="登录", exact=True).wait_for()
