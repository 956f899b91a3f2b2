"""Somebody types into the search box and takes what it offers, with the keyboard, the mouse or a screen reader."""

import re

import pytest
from playwright.sync_api import expect

BOXES = {"home": ("/", "#hero-q"), "board": ("/jobs/", "#board-q"), "elsewhere": ("/news/", "#site-q")}


@pytest.fixture(params=[375, 1280])
def page(visit, request):
    return visit(width=request.param)


def offers(page, **which):
    return page.get_by_role("listbox").get_by_role("option", **which)


def type_into(page, address, box, text):
    page.goto(address)
    page.locator(box).press_sequentially(text)
    offers(page).first.wait_for()
    return page.locator(box)


@pytest.mark.parametrize("place", BOXES)
def test_the_keyboard_takes_a_suggestion(page, place):
    box = type_into(page, *BOXES[place], "kuaij")
    page.keyboard.press("ArrowDown")
    chosen = offers(page, selected=True)
    assert chosen.get_attribute("id") == box.get_attribute("aria-activedescendant")
    expect(chosen).to_contain_text("会计")
    assert page.evaluate("document.activeElement.id") == box.get_attribute("id")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/jobs/\?category=accountant$"))
    expect(page.locator(".job-row").first).to_be_attached()


def test_a_screen_reader_hears_how_many_there_are(visit):
    page = visit()
    box = type_into(page, *BOXES["home"], "cha")
    expect(box).to_have_attribute("role", "combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    assert page.get_by_role("listbox").get_attribute("id") == box.get_attribute("aria-controls")
    number = offers(page).count()
    expect(page.get_by_text(f"有 {number} 条建议")).to_have_attribute("role", "status")
    box.fill("不存在的词")
    page.get_by_text("没有建议").wait_for(state="attached")
    expect(box).to_have_attribute("aria-expanded", "false")


def test_the_arrows_go_round_through_the_box_itself(visit):
    page = visit()
    box = type_into(page, *BOXES["board"], "cha")
    options = offers(page)
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")


def test_escape_closes_the_list_and_keeps_what_was_typed(visit):
    page = visit()
    box = type_into(page, *BOXES["board"], "cha")
    page.keyboard.press("Escape")
    page.get_by_role("listbox").wait_for(state="hidden")
    expect(box).to_have_value("cha")
    page.keyboard.press("ArrowDown")
    offers(page).first.wait_for()


def test_leaving_the_box_closes_the_list(visit):
    page = visit()
    type_into(page, *BOXES["board"], "cha")
    page.keyboard.press("Tab")
    page.get_by_role("listbox").wait_for(state="hidden")


def test_enter_without_a_choice_searches_for_what_was_typed(visit):
    page = visit()
    type_into(page, *BOXES["home"], "cha")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/jobs/\?q=cha$"))


def test_a_touch_takes_a_suggestion(visit):
    page = visit(width=375, has_touch=True)
    type_into(page, *BOXES["elsewhere"], "xiping")
    offers(page, name="西坪 乡镇").tap()
    page.wait_for_url(re.compile(r"/jobs/\?region=xiping$"))


def test_an_answer_that_was_overtaken_shows_nothing(visit):
    page = visit()
    held = []
    page.route("**/suggest/?q=cha", lambda route: held.append(route))
    page.goto("/jobs/")
    box = page.locator("#board-q")
    with page.expect_request("**/suggest/?q=cha"):
        box.press_sequentially("cha")
    box.fill("xiping")
    offers(page, name="西坪").wait_for()
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    assert offers(page).first.inner_text().startswith("西坪")


def test_without_scripts_the_box_is_a_plain_one(visit):
    page = visit(javascript=False)
    page.goto("/")
    expect(page.locator("[role=listbox]")).to_have_count(0)
    assert page.locator("#hero-q").get_attribute("role") is None


@pytest.mark.parametrize("dark", [False, True])
def test_nothing_hinders_anybody_from_using_the_list(visit, dark):
    from axe_playwright_python.sync_playwright import Axe

    page = visit(dark=dark)
    type_into(page, *BOXES["home"], "cha")
    page.keyboard.press("ArrowDown")
    assert Axe().run(page).response["violations"] == []


def test_the_box_goes_on_offering_after_the_list_changed_in_place(visit):
    page = visit()
    page.goto("/jobs/?q=茶")
    page.get_by_role("link", name="最新").click()
    page.wait_for_url(re.compile("sort=newest"))
    box = page.locator("#board-q")
    box.fill("")
    box.press_sequentially("xiping")
    offers(page, name="西坪").wait_for()
    page.go_back()
    page.wait_for_url(re.compile(r"/jobs/\?q=[^&]*$"))
    box.fill("")
    box.press_sequentially("xiping")
    offers(page, name="西坪").wait_for()
    expect(page.get_by_role("listbox")).to_have_count(1)


def test_a_mistyped_word_leads_to_the_one_that_was_meant(visit):
    page = visit(javascript=False)
    page.goto("/jobs/?q=会记")
    page.get_by_text("您要找的是不是").get_by_role("link", name="会计").click()
    expect(page.locator("#board-q")).to_have_value("会计")
    expect(page.locator(".job-row").first).to_be_attached()
