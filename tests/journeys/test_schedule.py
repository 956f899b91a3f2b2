"""An editor sets an article for a moment to come; nobody does anything more, and it is there."""

import time

from playwright.sync_api import expect

from tests.journeys.test_editor import log_in

TITLE = "县图书馆周末开设求职简历诊室"
# So long the editor needs to fill in the form and save it, in seconds.
AHEAD = 15


def test_a_scheduled_article_comes_by_itself(visit, demo_site):
    page, reader = visit(), visit(width=375)
    log_in(page, "editor@example.com")
    page.goto("/admin/news/article/add/")
    soon = time.time() + AHEAD
    moment = page.evaluate("seconds => new Date(seconds * 1000).toLocaleString('sv', {timeZone: 'Asia/Shanghai'})", soon)
    page.locator("[name=title]").fill(TITLE)
    page.locator("[name=section]").select_option(label="职业指导")
    page.locator("[name=published_at]").fill(moment)
    page.locator("[name=status]").select_option("published")
    editor = page.frame_locator("iframe.cke_wysiwyg_frame").locator("body")
    editor.fill("每周六上午，县图书馆一楼有人帮忙改简历。")
    page.locator("[name=_save]").click()
    page.wait_for_url("**/admin/news/article/")
    pk = demo_site.shell(f"from news.models import Article; print(Article.objects.get(title='{TITLE}').pk)")

    assert time.time() < soon, "the form took too long; the article is public already"
    assert reader.goto(f"/news/{pk}/").status == 404
    reader.goto("/news/")
    expect(reader.get_by_text(TITLE)).to_have_count(0)

    reader.wait_for_timeout(max(0, soon - time.time() + 1) * 1000)
    assert reader.goto(f"/news/{pk}/").status == 200
    expect(reader.locator("h1")).to_have_text(TITLE, use_inner_text=True)
    reader.goto("/news/")
    expect(reader.get_by_text(TITLE).first).to_be_attached()
