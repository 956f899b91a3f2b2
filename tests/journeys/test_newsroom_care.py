"""An editor shows a draft to a stranger, corrects what is out, and goes back; all of it in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.test_editor import log_in
from tests.journeys.test_every_page import AXE, sideways

MAKE = (
    "from news.models import Article, Section; from django.utils import timezone; from datetime import timedelta;"
    "a = Article.objects.create(title='{title}', section=Section.objects.get(slug='policy'), status='{status}',"
    " body='<h2>安排</h2><p>报名时间为3月5日至3月10日，请携带身份证。</p><p>地点不变。</p>',"
    " published_at=timezone.now() - timedelta(days=1)); print(a.pk)"
)


@pytest.fixture
def make(demo_site):
    return lambda title, status="published": demo_site.shell(MAKE.format(title=title, status=status))


def clean_for_axe(page):
    from axe_playwright_python.sync_playwright import Axe

    for width in (375, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.wait_for_timeout(250)  # the stock admin fades its links from one colour to the other
            found = Axe().run(page, options=AXE).response["violations"]
            assert not [f"{rule['id']} {node['html'][:160]}" for rule in found for node in rule["nodes"]], (width, scheme)
    page.set_viewport_size({"width": 320, "height": 800})
    assert sideways(page) <= 0


def write(page, html):
    """Into the editor, as if typed."""
    page.frame_locator("iframe.cke_wysiwyg_frame").locator("body").wait_for()
    page.evaluate("html => CKEDITOR.instances.id_body.setData(html)", html)


def test_a_stranger_reads_a_draft_by_its_link(visit, make):
    pk = make("春季用工座谈会预告", "draft")
    editor = visit()
    log_in(editor, "editor@example.com")
    editor.goto(f"/admin/news/article/{pk}/change/")
    with editor.context.expect_page() as opened:
        editor.get_by_role("link", name="预览", exact=True).click()
    expect(opened.value.get_by_text("预览，尚未发布")).to_be_visible()
    with editor.context.expect_page() as opened:
        editor.get_by_role("button", name="生成预览链接").click()
    link = opened.value.locator("#preview-link").inner_text()

    stranger = visit(width=375, javascript=False)
    response = stranger.goto(link)
    assert response.status == 200
    assert "no-store" in response.headers["cache-control"]
    assert "noindex" in response.headers["x-robots-tag"]
    expect(stranger.get_by_role("heading", level=1)).to_have_text("春季用工座谈会预告", use_inner_text=True)
    expect(stranger.get_by_text("预览，尚未发布")).to_be_visible()
    assert stranger.goto(f"/news/{pk}/").status == 404
    assert stranger.goto(f"/news/{pk}/preview/").url.endswith(f"/accounts/login/?next=/news/{pk}/preview/")
    assert stranger.goto(link[:-3] + "x/").status == 404
    expect(stranger.locator("h1")).to_contain_text("这个预览链接不对")

    for address in (link, link[:-3] + "x/"):
        stranger = visit()
        stranger.goto(address)
        clean_for_axe(stranger)


def test_an_editor_corrects_what_readers_have_seen(visit, make):
    pk = make("社保补贴办理时间")
    editor = visit()
    log_in(editor, "editor@example.com")
    editor.goto(f"/admin/news/article/{pk}/change/")
    write(editor, "<h2>安排</h2><p>报名时间为3月9日至3月12日，请携带身份证和户口本。</p><p>地点不变。</p>")
    editor.locator("[name=correction_note]").fill("报名开始日期原写作3月5日，应为3月9日。")
    editor.locator("[name=_save]").click()
    editor.wait_for_url("**/admin/news/article/")

    reader = visit(javascript=False)
    reader.goto(f"/news/{pk}/")
    said = reader.locator(".correction").inner_text()
    assert re.fullmatch(r"更正于 \d{4}-\d\d-\d\d \d\d:\d\d：报名开始日期原写作3月5日，应为3月9日。", said)
    expect(reader.locator(".article-meta")).to_contain_text("更新时间")
    reader = visit()
    reader.goto(f"/news/{pk}/")
    clean_for_axe(reader)


def test_an_editor_goes_back_to_an_earlier_text(visit, make):
    pk = make("技能补贴申领指南")
    editor = visit()
    log_in(editor, "editor@example.com")
    editor.goto(f"/admin/news/article/{pk}/change/")
    write(editor, "<h2>安排</h2><p>报名时间为3月9日至3月10日，请携带身份证和户口本。</p><p>地点不变。</p>")
    editor.locator("[name=_save]").click()
    editor.wait_for_url("**/admin/news/article/")

    editor = visit(javascript=False, storage_state=editor.context.storage_state())
    editor.goto(f"/admin/news/article/{pk}/change/")
    editor.get_by_role("link", name="历史").click()
    rows = editor.locator(".revisions tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("编辑")
    rows.first.get_by_role("link").click()
    text = editor.get_by_role("region", name="正文")
    assert text.locator("del").all_inner_texts() == ["5"]
    assert text.locator("ins").all_inner_texts() == ["9", "和户口本"]
    editor.go_back()
    rows.last.get_by_role("link").click()
    editor.get_by_role("link", name="恢复到这个版本").click()
    editor.get_by_role("button", name="恢复到这个版本").click()
    expect(editor.locator(".messagelist")).to_contain_text("已恢复")
    editor.goto(f"/news/{pk}/")
    expect(editor.locator(".prose")).to_contain_text("3月5日至3月10日，请携带身份证。")


def test_a_check_keeps_what_was_typed_without_javascript(visit, demo_site):
    editor = visit()
    log_in(editor, "editor@example.com")
    editor = visit(javascript=False, storage_state=editor.context.storage_state())
    editor.goto("/admin/news/article/add/")
    editor.locator("[name=title]").fill("只是检查一下")
    editor.locator("[name=body]").fill('<p>报名请<a href="/a">点击这里</a>。</p>')
    editor.get_by_role("button", name="检查").click()
    expect(editor.locator(".findings")).to_contain_text("“点击这里”没有说明去哪里")
    expect(editor.locator("[name=title]")).to_have_value("只是检查一下")
    assert "点击这里" in editor.locator("[name=body]").input_value()
    assert (
        demo_site.shell("from news.models import Article; print(Article.objects.filter(title='只是检查一下').count())")
        == "0"
    )


def test_the_desk_of_an_article_is_open_to_everybody(visit, make, demo_site):
    """History, difference, revert and link pages pass axe, by day and night, and fit a phone."""
    pk = make("夜班补贴标准")
    demo_site.shell(
        f"from news.models import Article; a = Article.objects.get(pk={pk}); a.title = '夜班津贴标准';"
        "a.body = a.body.replace('3月5日', '3月9日'); a.save(); a.status = 'draft'; a.save()"
    )
    last, first = demo_site.shell(
        f"from news.models import Article; r = Article.objects.get(pk={pk}).revisions.order_by('-pk'); print(r[1].pk, r[2].pk)"
    ).split()
    editor = visit()
    log_in(editor, "editor@example.com")
    history = f"/admin/news/article/{pk}/history/"
    for address in (history, f"{history}{last}/", f"{history}{first}/revert/"):
        editor.goto(address)
        clean_for_axe(editor)
    editor.goto(f"/admin/news/article/{pk}/change/")
    with editor.context.expect_page() as opened:
        editor.get_by_role("button", name="生成预览链接").click()
    clean_for_axe(opened.value)
