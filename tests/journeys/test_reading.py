"""Reading an article: larger letters, paper, passing it on, with and without scripts."""

import json

import pytest
from playwright.sync_api import expect

ARTICLE = "__import__('news.models').models.Article.objects.published().newest_first()[3]"


@pytest.fixture(scope="module")
def article(demo_site):
    return demo_site.address(ARTICLE)


def letters(page):
    return float(page.locator(".prose p").first.evaluate("p => parseFloat(getComputedStyle(p).fontSize)"))


@pytest.mark.parametrize("javascript", [True, False])
def test_the_letters_grow_and_shrink_and_stay_so(visit, article, javascript):
    page = visit(width=375, javascript=javascript)
    page.goto(article)
    sizes = [letters(page)]
    for name in ("大字号", "特大字号"):
        page.get_by_role("button", name=name, exact=True).click()
        page.wait_for_url(f"**{article}")
        expect(page.get_by_role("button", name=name, exact=True)).to_have_attribute("aria-pressed", "true")
        sizes.append(letters(page))
    assert sizes == [16, 20, 24]
    page.goto("/news/")
    page.goto(article)
    assert letters(page) == 24
    assert (
        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth") if javascript else True
    )
    page.get_by_role("button", name="标准字号").click()
    page.wait_for_url(f"**{article}")
    assert letters(page) == 16
    assert [cookie["name"] for cookie in page.context.cookies() if "reading" in cookie["name"]] == []


def test_on_paper_the_letters_are_of_one_size_and_the_address_is_there(visit, article):
    page = visit()
    page.goto(article)
    page.get_by_role("button", name="特大字号").click()
    page.wait_for_url(f"**{article}")
    page.emulate_media(media="print")
    assert letters(page) == pytest.approx(14, abs=0.1)
    expect(page.locator(".reading-tools")).to_be_hidden()
    expect(page.locator(".share .qr-code")).to_be_visible()
    assert page.locator(".share-address").inner_text().endswith(article)
    expect(page.locator("[data-copy]")).to_be_hidden()


def test_print_asks_for_paper(visit, article):
    page = visit()
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(article)
    page.get_by_role("button", name="打印").click()
    assert page.evaluate("window.printed") is True


def test_the_address_is_copied(visit, demo_site, article):
    page = visit()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(article)
    page.get_by_role("button", name="复制链接").click()
    page.get_by_role("status").filter(has_text="已复制").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{demo_site.url}{article}"


def test_where_copying_is_refused_the_address_is_selected(visit, demo_site, article):
    page = visit()
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))")
    page.goto(article)
    page.get_by_role("button", name="复制链接").click()
    page.get_by_role("status").filter(has_text="没能复制").wait_for()
    assert page.evaluate("getSelection().toString()").strip() == f"{demo_site.url}{article}"


def test_without_scripts_the_address_can_be_read_and_no_dead_button_is_shown(visit, demo_site, article):
    page = visit(javascript=False)
    page.goto(article)
    expect(page.locator(".share-address")).to_have_text(f"{demo_site.url}{article}", use_inner_text=True)
    expect(page.locator("[data-copy]")).to_be_hidden()
    expect(page.locator("[data-print]")).to_be_hidden()
    expect(page.get_by_role("img", name="二维码")).to_be_visible()


def test_the_structured_data_passes_the_content_policy(visit, article):
    page = visit()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(article, wait_until="networkidle")
    found = [json.loads(text) for text in page.locator("script[type='application/ld+json']").all_text_contents()]
    assert sorted(statement["@type"] for statement in found) == ["BreadcrumbList", "NewsArticle"]
    assert said == []


def test_a_page_in_sight_is_counted_once(visit, article):
    page = visit()
    told = []
    page.on("request", lambda request: told.append((request.method, request.url)) if "/seen/" in request.url else None)
    with page.expect_response(lambda response: "/seen/" in response.url) as answer:
        page.goto(article)
    assert answer.value.status == 204
    page.wait_for_load_state("networkidle")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_timeout(300)
    assert [method for method, _ in told] == ["POST"]


def test_the_printed_job_has_a_code_on_its_one_page(visit, demo_site):
    page = visit()
    page.goto(demo_site.address("__import__('jobs.models').models.Job.objects.live().newest_first()[0]"))
    code = page.get_by_role("img", name="二维码", include_hidden=True)
    expect(code).to_be_hidden()
    page.emulate_media(media="print")
    expect(code).to_be_visible()
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1
