"""The board in a browser: its whole state stands in the address, and everything works by keyboard and without scripts."""

import re

import pytest
from playwright.sync_api import expect

WORD = "茶"


def search(page, word):
    box = page.locator("#content").get_by_label("关键词")
    box.fill(word)
    box.press("Enter")
    expect(page.get_by_role("navigation", name="已选条件")).to_contain_text(word)


def option(page, label):
    """The choice whose name begins so; a count may follow."""
    return page.locator("#content").get_by_label(re.compile(rf"^{label}(\s|\d|$)"))


def choose(page, label, submit=False):
    pill = option(page, label).locator("xpath=ancestor::label")
    for fold in pill.locator("xpath=ancestor::details").all():
        if not pill.is_visible() and fold.get_attribute("open") is None:
            fold.locator("summary").first.click()
    pill.click()
    if submit:
        page.get_by_role("button", name="筛选", exact=True).click()
    expect(page.get_by_role("navigation", name="已选条件")).to_contain_text(label)


def sort(page, label):
    page.get_by_role("navigation", name="排序").get_by_role("link", name=label).click()
    expect(page.get_by_role("navigation", name="排序").locator("[aria-current]")).to_have_text(label)


def turn(page):
    page.get_by_role("link", name="下一页").click()
    expect(page.get_by_role("navigation", name="分页").locator("[aria-current=page]")).to_have_text("2")


def state(page):
    """All that a search shows of itself."""
    page.locator(".job-row").first.wait_for()
    return {
        "address": page.evaluate("location.pathname + location.search"),
        "word": page.locator("#content").get_by_label("关键词").input_value(),
        "total": page.locator("#results").inner_text(),
        "chosen": sorted(chosen(page)),
        "chips": page.get_by_role("navigation", name="已选条件").get_by_role("link").all_inner_texts(),
        "sort": page.get_by_role("navigation", name="排序").locator("[aria-current]").all_inner_texts(),
        "jobs": page.locator(".job-row h3 a").evaluate_all("links => links.map(link => link.getAttribute('href'))"),
    }


def chosen(page):
    return page.locator("#content form input:checked").evaluate_all(
        "inputs => inputs.map(input => `${input.name}=${input.value}`).filter(pair => !pair.endsWith('='))"
    )


def stands_as(page, before):
    """The page shows that state again, as soon as the browser is through with it."""
    expect(page).to_have_url(re.compile(re.escape(before["address"]) + "$"))
    expect(page.locator("#results")).to_have_text(before["total"])
    expect(page.locator(".job-row h3 a").first).to_have_attribute("href", before["jobs"][0])
    assert state(page) == before


def narrowed(page):
    """States after each step of a search: a word, a choice, another order, the next page."""
    page.goto("/jobs/")
    steps = [state(page)]
    for step in (
        lambda: search(page, WORD),
        lambda: choose(page, "大专"),
        lambda: sort(page, "薪资最高"),
        lambda: turn(page),
    ):
        step()
        steps.append(state(page))
    return steps


def test_back_and_forward_lead_through_a_search_step_by_step(visit):
    page = visit()
    steps = narrowed(page)
    for step in reversed(steps[:-1]):
        page.go_back()
        stands_as(page, step)
    for step in steps[1:]:
        page.go_forward()
        stands_as(page, step)


def test_who_returns_from_a_job_finds_the_search_as_it_was(visit):
    page = visit()
    before = narrowed(page)[-1]
    page.locator(".job-row h3 a").nth(2).click()
    expect(page.locator("h1")).to_be_visible()
    expect(page).to_have_url(re.compile(re.escape(before["jobs"][2])))
    page.go_back()
    stands_as(page, before)


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_the_address_alone_makes_the_same_search_elsewhere(visit, javascript):
    before = narrowed(visit())[-1]
    assert before["chosen"] == ["education=college"]
    elsewhere = visit(javascript=javascript)
    elsewhere.goto(before["address"])
    assert state(elsewhere) == before


def test_two_windows_search_without_disturbing_each_other(visit):
    one = visit()
    one.goto("/jobs/")
    search(one, WORD)
    other = one.context.new_page()
    other.goto("/jobs/")
    search(other, "工")
    choose(other, "全职")
    before = state(other)
    choose(one, "大专")
    turn(one)
    assert chosen(one) == ["education=college"]
    assert state(one)["word"] == WORD
    other.reload()
    stands_as(other, before)


@pytest.mark.parametrize("width", [375, 1280])
def test_without_scripts_everything_on_the_board_works(visit, width):
    page = visit(width=width, javascript=False)
    page.goto("/jobs/")
    search(page, WORD)
    everything = state(page)
    choose(page, "大专", submit=True)
    sort(page, "最新")
    choose(page, "全职", submit=True)
    assert chosen(page) == ["education=college", "nature=full-time"]
    expect(page).to_have_url(re.compile("sort=newest"))
    turn(page)
    second = state(page)
    assert "page=2" in second["address"]
    assert second["word"] == WORD
    assert second["chosen"] == ["education=college", "nature=full-time"]
    page.get_by_role("link", name=re.compile("去掉条件：.*大专")).click()
    assert chosen(page) == ["nature=full-time"]
    expect(page).to_have_url(re.compile("sort=newest"))
    expect(page).not_to_have_url(re.compile("page="))
    page.get_by_role("link", name=re.compile("去掉条件：.*全职")).click()
    assert state(page)["total"] == everything["total"]
    page.go_back()
    assert chosen(page) == ["nature=full-time"]


def tab_to(page, is_there, most=200):
    """Press Tab until a script says of the element in focus that it is the one."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(f"(element => {is_there})(document.activeElement)"):
            return
    raise AssertionError(f"the Tab key does not reach {is_there}")


def test_the_keyboard_alone_searches_narrows_reads_and_returns(visit):
    page = visit()
    page.goto("/jobs/")
    state(page)
    tab_to(page, "element.matches('main [name=q]')")
    page.keyboard.type(WORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("q="))
    found = state(page)["total"]
    tab_to(page, "element.matches('main input[type=checkbox]')")
    name, value = page.evaluate("[document.activeElement.name, document.activeElement.value]")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(f"{name}={value}"))
    expect(page.get_by_role("navigation", name="已选条件").get_by_role("link")).not_to_have_count(0)
    before = state(page)
    assert before["word"] == WORD
    assert before["chosen"] == [f"{name}={value}"]
    assert before["total"] != found
    tab_to(page, "element.matches('.job-row h3 a')")
    job = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{job}"))
    page.go_back()  # a browser without a window knows no Alt+Left
    stands_as(page, before)
