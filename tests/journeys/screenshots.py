"""Pictures of every public page, on a phone, a tablet and a desk, by day and by night: make screenshots.

They lie in var/screenshots. SCREENSHOTS=home,job takes only some.
"""

import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.demo_site import demo_site
from tests.journeys.pages import addresses
from tests.machine import chromium

TARGET = Path("var/screenshots")
WIDTHS = [375, 768, 1280]


def main():
    wanted = [name for name in os.environ.get("SCREENSHOTS", "").split(",") if name]
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, demo_site(Path(folder)) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for name, address in addresses(site).items():
            if not wanted or name in wanted:
                for width in WIDTHS:
                    for scheme in ("light", "dark"):
                        take(browser, site.url + address, TARGET / f"{name}-{width}-{scheme}.png", width, scheme)
        browser.close()
    print(f"{len(list(TARGET.glob('*.png')))} pictures in {TARGET}", file=sys.stderr)


def take(browser, url, path, width, scheme):
    page = browser.new_page(
        viewport={"width": width, "height": 900}, color_scheme=scheme, locale="zh-CN", timezone_id="Asia/Shanghai"
    )
    page.goto(url, wait_until="networkidle")
    # Pictures further down are loaded when somebody comes near.
    page.evaluate("document.querySelectorAll('img[loading=lazy]').forEach(picture => picture.loading = 'eager')")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=path, full_page=True)
    page.close()


if __name__ == "__main__":
    main()
