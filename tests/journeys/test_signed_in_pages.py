"""What must be true of every page of people who are signed in, on a phone and at a desk."""

import re

import pytest

from tests.journeys.signed_in import PAGES, prepare
from tests.journeys.test_every_page import AXE, culprits, sideways

LOOKS = [(375, "light"), (1280, "dark")]


@pytest.fixture(scope="module")
def people(demo_site):
    return prepare(demo_site)


def look(page, name):
    """axe at both widths, then a narrow window, then the text twice as large (WCAG 1.4.4, 1.4.10)."""
    from axe_playwright_python.base import AXE_SCRIPT

    said = []
    page.evaluate(AXE_SCRIPT)
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for rule in page.evaluate("options => axe.run(options)", AXE | {"resultTypes": ["violations"]})["violations"]:
            for node in rule["nodes"]:
                said.append(f"{name} at {width}: {rule['id']}: {node['html'][:160]} {node['failureSummary']}")
    page.set_viewport_size({"width": 320, "height": 640})
    if sideways(page) > 0:
        said.append(f"{name} is wider than 320 px: {culprits(page)}")
    page.set_viewport_size({"width": 375, "height": 800})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    if sideways(page) > 0:
        said.append(f"{name} with doubled text is wider than the window: {culprits(page)}")
    return said


@pytest.mark.parametrize("who", PAGES)
def test_axe_finds_nothing_and_nothing_sticks_out(visit, demo_site, people, who):
    keys, pages = people
    page, said = visit(), []
    if who in keys:
        page.context.add_cookies([{"name": "sessionid", "value": keys[who], "url": demo_site.url}])
    for address in pages[who]:
        answer = page.goto(address)
        if answer.status not in {200, 401} or (page.url != demo_site.url + address and "?" not in address):
            said.append(f"{address} answered {answer.status} at {page.url}")
        said += look(page, address)
    assert not said, "\n".join(said)


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def sign_up(page, way, value):
    page.goto("/accounts/signup/")
    page.get_by_label("求职者，要找工作").check()
    page.get_by_label(way, exact=False).first.fill(value)
    page.get_by_label("密码").fill("anxi-tieguanyin-7")
    page.locator("[name=consent]").check()
    press(page, "注册，下一步填验证码")


def ask_for_a_code(page):
    page.goto("/accounts/login/code/")
    page.get_by_label("邮箱", exact=False).fill("nobody@example.com")
    press(page, "获取验证码")


def log_in_with_a_second_factor(page):
    page.goto("/accounts/login/")
    page.get_by_label("手机号或邮箱").fill("guarded@example.com")
    page.get_by_label("密码").fill("anxi-demo-2026")
    press(page, "登录")


@pytest.mark.parametrize(
    ("way", "address"),
    [
        (ask_for_a_code, "/accounts/login/code/confirm/"),
        (lambda page: sign_up(page, "邮箱", "onmyway@example.com"), "/accounts/confirm-email/"),
        (lambda page: sign_up(page, "手机号", "13905950077"), "/accounts/phone/verify/"),
        (log_in_with_a_second_factor, "/accounts/2fa/authenticate/"),
    ],
    ids=["code", "e-mail", "phone", "second factor"],
)
def test_where_a_code_is_typed_in(visit, people, way, address):
    page = visit(width=375)
    way(page)
    page.wait_for_url(re.compile(re.escape(address)))
    assert look(page, address) == []
