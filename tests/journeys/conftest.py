"""A real browser before a real server with the demo in it."""

import os

import pytest

from tests.demo_site import demo_site as serve
from tests.machine import chromium

# Playwright runs an event loop in this thread; Django would refuse to reach the database from it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


def pytest_collection_modifyitems(items):
    """A file is one worker's; each worker that gets one serves and browses by itself."""
    for item in items:
        if "/journeys/" in str(item.path):
            item.add_marker(pytest.mark.xdist_group(item.path.stem))
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory):
    with serve(tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def visit(browser, demo_site):
    """Open a window: visit(width=375, dark=True, javascript=False) gives a page of the site."""
    contexts = []

    def open_window(width=1280, height=900, dark=False, javascript=True, **options):
        context = browser.new_context(
            base_url=demo_site.url,
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            **options,
        )
        context.set_default_timeout(8000)
        contexts.append(context)
        return context.new_page()

    yield open_window
    for context in contexts:
        context.close()
