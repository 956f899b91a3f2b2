"""Somebody searches in a real browser, and the browser tells the site (tests/jobs/test_search_log.py says what is counted)."""

import pytest


@pytest.mark.parametrize(("address", "word"), [("/search/", "深海潜水员"), ("/jobs/", "热气球驾驶员")])
def test_the_site_is_told_of_a_search(visit, address, word):
    page = visit()
    with page.expect_response(lambda response: "/jobs/searched/" in response.url) as told:
        page.goto(f"{address}?q={word}")
    assert told.value.status == 204


def test_a_page_without_a_word_tells_nothing(visit):
    page = visit()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/search/", wait_until="networkidle")
    page.goto("/", wait_until="networkidle")
    assert not [url for url in asked if "/searched/" in url]


def test_results_that_come_without_a_new_page_are_told_of_too(visit):
    page = visit()
    told = []
    page.on("request", lambda request: told.append(request.url) if request.method == "POST" else None)
    page.goto("/search/?q=会计", wait_until="networkidle")
    change = "address => { document.querySelector('[data-seen]').dataset.seen = address; %s; %s }"
    swap = "document.dispatchEvent(new Event('htmx:afterSettle'))"
    with page.expect_response(lambda response: "other" in response.url):
        page.evaluate(change % (swap, swap), "/jobs/searched/?q=other")
    assert len(told) == 2
