"""What the browser remembers for a visitor: results to go through, what was read, what is hidden. And paper."""

import pytest
from playwright.sync_api import expect

LIST = "/jobs/in/anxi/production/"
LONGEST = (
    "max(__import__('jobs.models').models.Job.objects.live(), key=lambda job: len(job.description) + len(job.requirements))"
)


def links(page):
    return page.locator("[data-results] .job-row-title a")


def open_job(page, number):
    """From the list to that job; gives (title, address) of all in the list."""
    page.goto(LIST)
    jobs = [(link.inner_text(), link.get_attribute("href")) for link in links(page).all()]
    links(page).nth(number).click()
    page.wait_for_url(f"**{jobs[number][1]}")
    return jobs


def test_the_next_and_the_previous_of_the_results_and_back_to_them(visit):
    page = visit(width=375)
    jobs = open_job(page, 1)
    places = page.get_by_role("navigation", name="搜索结果")
    places.get_by_role("link", name="下一个").click()
    page.wait_for_url(f"**{jobs[2][1]}")
    places.get_by_role("link", name="上一个").click()
    page.wait_for_url(f"**{jobs[1][1]}")
    assert places.get_by_role("link", name="上一个").get_attribute("title") == jobs[0][0]
    places.get_by_role("link", name="返回结果").click()
    page.wait_for_url(f"**{LIST}")


def test_the_first_of_the_results_has_nothing_before_it(visit):
    page = visit()
    open_job(page, 0)
    places = page.get_by_role("navigation", name="搜索结果")
    expect(places.get_by_role("link", name="上一个")).to_have_count(0)
    expect(places.get_by_role("link", name="下一个")).to_have_count(1)


def test_two_windows_go_through_their_own_results(visit, demo_site):
    page = visit()
    open_job(page, 1)
    other = page.context.new_page()
    other.goto(page.url)
    assert other.get_by_role("navigation", name="搜索结果").get_by_role("link").all_inner_texts() == ["返回职位列表"]


def test_a_job_that_was_not_among_the_results_only_leads_back_to_the_board(visit, demo_site):
    page = visit()
    jobs = open_job(page, 1)
    page.locator(".similar .job-row-title a").last.click()
    page.wait_for_url(lambda address: not address.endswith(jobs[1][1]))
    if not any(page.url.endswith(address) for _title, address in jobs):
        assert page.get_by_role("navigation", name="搜索结果").get_by_role("link").all_inner_texts() == ["返回职位列表"]


def test_what_was_read_says_so_in_lists(visit):
    page = visit()
    jobs = open_job(page, 1)
    page.goto(LIST)
    marked = page.locator(".job-row.is-viewed")
    assert [row.locator("a").first.inner_text() for row in marked.all()] == [jobs[1][0]]
    expect(marked.get_by_text("已看过")).to_be_visible()
    page.goto("/jobs/")
    page.go_back()
    expect(page.locator(".job-row").get_by_text("已看过")).to_have_count(1)


def test_the_browser_keeps_no_more_than_five_hundred(visit):
    page = visit()
    page.goto(LIST)
    page.evaluate(
        "localStorage.setItem('viewed-jobs', JSON.stringify([...Array(500).keys()].map(String).map(id => 'x' + id)))"
    )
    links(page).first.click()
    page.locator("h1").wait_for()
    kept = page.evaluate("JSON.parse(localStorage.getItem('viewed-jobs'))")
    assert len(kept) == 500
    assert page.url.endswith(f"/jobs/{kept[0]}/")


def test_a_job_is_hidden_and_comes_back(visit):
    page = visit(width=375)
    page.goto(LIST)
    row = page.locator(".job-row").nth(1)
    name = row.locator("a").first.inner_text()
    row.get_by_role("button", name="隐藏").focus()
    page.keyboard.press("Enter")
    expect(row.locator("a").first).to_be_hidden()
    expect(row.get_by_text(f"已隐藏：{name}")).to_be_visible()
    page.reload()
    expect(row.locator("a").first).to_be_hidden()
    row.get_by_role("button", name="撤销").click()
    expect(row.locator("a").first).to_be_visible()
    assert page.evaluate("document.activeElement.tagName") == "A"
    page.reload()
    expect(row.locator("a").first).to_be_visible()


def test_all_that_is_hidden_comes_back_at_once(visit):
    page = visit()
    page.goto(LIST)
    for number in (0, 2):
        page.locator(".job-row").nth(number).hover()
        page.locator(".job-row").nth(number).get_by_role("button", name="隐藏").click()
    expect(page.locator(".job-row.is-hidden")).to_have_count(2)
    page.get_by_role("button", name="恢复全部已隐藏的职位").click()
    expect(page.locator(".job-row.is-hidden")).to_have_count(0)
    expect(page.get_by_role("button", name="恢复全部已隐藏的职位")).to_have_count(0)


def test_a_job_is_hidden_from_its_own_page(visit):
    page = visit()
    jobs = open_job(page, 0)
    page.get_by_role("button", name="隐藏这个职位").click()
    page.get_by_role("button", name="已隐藏，撤销").wait_for()
    page.goto(LIST)
    expect(page.locator(".job-row").first.get_by_text(f"已隐藏：{jobs[0][0]}")).to_be_visible()


def test_rows_that_come_later_are_marked_too(visit):
    page = visit()
    open_job(page, 0)
    page.goto(LIST)
    page.evaluate(
        """() => {
            const list = document.querySelector('[data-results]'), html = new XMLHttpRequest();
            html.open('GET', location.href, false); html.send();
            list.innerHTML = new DOMParser().parseFromString(html.responseText, 'text/html').querySelector('[data-results]').innerHTML;
        }"""
    )
    page.locator(".job-row.is-viewed").wait_for()
    expect(page.locator(".job-row").first.get_by_role("button", name="隐藏")).to_have_count(1)
    assert page.locator(".job-row time").first.inner_text().endswith(("前", "昨天", "刚刚"))


@pytest.mark.parametrize(
    ("ago", "told"),
    [
        (20, "刚刚"),
        (5 * 60, "5分钟前"),
        (3 * 3600, "3小时前"),
        (20 * 3600, "昨天"),
        (3 * 86400, "3天前"),
        (40 * 86400, "2026-10-14"),
    ],
)
def test_how_long_ago_is_told_when_the_page_is_looked_at(visit, ago, told):
    page = visit()
    page.clock.install(time="2026-11-23T07:00:00Z")  # three in the afternoon
    page.goto(LIST)
    page.evaluate(
        """ago => {
            const time = document.querySelector('.job-row time').cloneNode();
            time.dataset.since = Date.now() / 1000 - ago; delete time.dataset.date;
            time.textContent = '2026-10-14'; time.id = 'probe';
            document.querySelector('main').append(time);
        }""",
        ago,
    )
    page.locator("#probe").filter(has_text=told).wait_for()


def test_without_scripts_dates_stand_and_no_dead_button_is_shown(visit):
    page = visit(javascript=False)
    page.goto(LIST)
    assert page.locator(".job-row time").first.inner_text().startswith("20")
    expect(page.locator(".job-row button")).to_have_count(0)
    links(page).first.click()
    page.locator("h1").wait_for()
    assert page.get_by_role("navigation", name="搜索结果").get_by_role("link").all_inner_texts() == ["返回职位列表"]
    assert not any(button.is_visible() for button in page.locator(".job-tools button").all())
    expect(page.locator(".share-address")).to_be_visible()


def test_the_longest_job_is_one_sheet_with_its_code_and_the_date(visit, demo_site):
    page = visit()
    page.goto(demo_site.address(LONGEST))
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1
    page.emulate_media(media="print")
    expect(page.get_by_role("img", name="二维码")).to_be_visible()
    date = page.locator(".job-head-dates time").first
    assert date.get_attribute("data-date").startswith("20")
    assert date.evaluate("time => getComputedStyle(time, '::after').content").strip('"') == date.get_attribute("data-date")


def test_a_job_is_passed_on_by_the_telephone_itself(visit, demo_site):
    page = visit(width=375)
    page.add_init_script("navigator.share = async (what) => { window.shared = what; }")
    jobs = open_job(page, 0)
    page.get_by_role("button", name="分享").click()
    shared = page.evaluate("window.shared")
    assert shared["url"] == f"{demo_site.url}{jobs[0][1]}"
    assert jobs[0][0] in shared["title"]


def test_the_address_of_a_job_is_copied(visit, demo_site):
    page = visit()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    jobs = open_job(page, 0)
    page.get_by_role("button", name="复制链接").click()
    page.get_by_role("status").filter(has_text="已复制").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{demo_site.url}{jobs[0][1]}"


def test_the_report_link_leads_to_a_form_that_names_the_job(visit):
    page = visit(width=375, javascript=False)
    jobs = open_job(page, 0)
    page.get_by_role("link", name="在线举报这个职位").click()
    page.wait_for_url("**/feedback/**")
    expect(page.locator("[name=type][value=complaint]")).to_be_checked()
    assert jobs[0][0] in page.locator("[name=text]").input_value()
