"""What must be true of every page that the public sees."""

import gzip
import json
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.pages import NAMES, addresses
from tests.machine import lacking, need

# The most a first visit may move, in bytes after compression: page, style, scripts, icons; pictures of the content apart.
FIRST_VISIT = 60 * 1024
CHECKER = Path(__file__).parents[2] / "var/tools/node_modules/vnu-jar/build/dist/vnu.jar"
# Colours are measured on the page; the rest follows WCAG 2.2 A and AA and what axe holds for good practice.
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# By night nothing but colours is another.
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}


@pytest.fixture(scope="session")
def pages(demo_site):
    return addresses(demo_site)


@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing_on_phone_and_desk_by_day_and_night(visit, pages, name):
    from axe_playwright_python.sync_playwright import Axe

    page = visit()
    page.goto(pages[name])
    for width in (375, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found = Axe().run(page, options=AXE if scheme == "light" else COLOURS).response["violations"]
            said = [
                f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}" for rule in found for node in rule["nodes"]
            ]
            assert not said, f"{name} at {width} px, {scheme}:\n" + "\n".join(said)


@pytest.mark.parametrize("name", NAMES)
def test_a_narrow_window_and_doubled_text_hide_nothing(visit, pages, name):
    """Nothing sticks out sideways at 320 px, also with the text twice as large (WCAG 1.4.4, 1.4.10)."""
    page = visit(width=320, height=640)
    page.goto(pages[name])
    assert sideways(page) <= 0, f"{name} is wider than the window: {culprits(page)}"
    page.set_viewport_size({"width": 375, "height": 800})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert sideways(page) <= 0, f"{name} with doubled text is wider than the window: {culprits(page)}"


def sideways(page):
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def culprits(page):
    return page.evaluate(
        """[...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest('.table-scroll'))
            .slice(0, 5).map(e => e.outerHTML.slice(0, 120))"""
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_whole_and_light(visit, pages, name):
    """One h1, the chrome, nothing in the console, nothing from elsewhere, and little to move."""
    page = visit()
    said, responses = [], []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("response", lambda response: responses.append(response))
    page.goto(pages[name], wait_until="load")
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("footer").get_by_text("闽ICP备")).to_have_count(1)
    assert page.title().strip()
    assert said == []
    here = page.evaluate("location.origin")
    assert [answer.url for answer in responses if not answer.url.startswith((here, "data:", "blob:"))] == []
    moved = {answer.url: compressed(answer) for answer in responses if "/media/" not in answer.url}
    assert sum(moved.values()) <= FIRST_VISIT, moved


def compressed(response):
    return 0 if response.url.startswith("data:") else len(gzip.compress(response.body(), 6))


def test_the_checker_of_the_living_standard_finds_nothing(visit, pages, tmp_path):
    java = need("java")
    if not CHECKER.exists():
        lacking("the Nu checker is not installed (npm install --prefix var/tools vnu-jar)")
    for name, address in pages.items():
        page = visit(javascript=False)
        (tmp_path / f"{name}.html").write_text(page.request.get(address).text(), encoding="utf-8")
    done = subprocess.run(
        [java, "-jar", CHECKER, "--format", "json", "--skip-non-html", tmp_path], capture_output=True, text=True, check=False
    )
    said = [
        f"{Path(message['url']).name}: {message['message']} {message.get('extract', '')[:160]}"
        for message in json.loads(done.stderr)["messages"]
        if message["type"] == "error" or message.get("subType") == "warning"
    ]
    assert not said, "\n".join(said[:30])


@pytest.mark.parametrize("name", ["job", "article", "board"])
def test_a_page_prints_without_its_chrome(visit, pages, name):
    page = visit()
    page.goto(pages[name])
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("header nav").first).to_be_hidden()
    if name == "job":
        printed = page.pdf(format="A4")
        assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") <= 1


def test_every_link_leads_somewhere(visit, demo_site):
    """From the home page on, every address of our own answers."""
    page = visit(javascript=False)
    seen, waiting = set(), ["/"]
    while waiting and len(seen) < 250:
        address = waiting.pop(0)
        if address in seen:
            continue
        seen.add(address)
        response = page.request.get(address)
        assert response.status == 200, address
        if "text/html" in response.headers["content-type"] and address.count("?") == 0:
            page.set_content(response.text())
            found = page.eval_on_selector_all("a[href^='/']", "links => links.map(link => link.getAttribute('href'))")
            kinds = {kind(one) for one in seen | set(waiting)}
            for one in found:
                one = one.split("#")[0]
                # A few of each kind are enough: there are hundreds of jobs.
                if one not in seen and (kind(one) not in kinds or sum(kind(other) == kind(one) for other in waiting) < 6):
                    waiting.append(one)
    assert len(seen) > 60


def kind(address):
    return "".join("9" if letter.isdigit() else letter for letter in address.split("?")[0])
