"""An editor publishes an article through the admin, and every part of its page is right."""

import re
import struct
import zlib

from playwright.sync_api import expect

from pages.demo.people import PASSWORD

TITLE = "县人社局公布冬季技能培训班安排"
PASTED = """
<h1 style="mso-line-height-rule:exactly">培训安排</h1>
<p class="MsoNormal" style="text-align:center;font-family:宋体;color:red" onclick="alert(1)">免费培训,<b>名额有限</b>。<o:p></o:p></p>
<ul><li>茶艺师班</li><li>电商班</li></ul>
<table border="1" style="width:400px"><tr><th>班次</th><th>开班日期</th></tr><tr><td>茶艺师</td><td>12月1日</td></tr></table>
<script>alert("no")</script>
"""


def png(width=320, height=200):
    """A small green picture."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + b"\x2f\x6f\x4f" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def log_in(page, email):
    page.goto("/admin/")
    page.locator("[name=login]").fill(email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form [type=submit]").first.click()
    page.wait_for_url("**/admin/")


def test_an_editor_publishes_between_two_articles(visit, demo_site):
    code = (
        "from news.models import Article; from django.utils import timezone;"
        "a = list(Article.objects.published().order_by('published_at', 'id')[40:42]);"
        "m = a[0].published_at + (a[1].published_at - a[0].published_at) / 2;"
        "print(a[0].pk, a[1].pk, timezone.localtime(m).strftime('%Y-%m-%dT%H:%M'))"
    )
    before, after, moment = demo_site.shell(code).split()
    page = visit()
    log_in(page, "editor@example.com")
    page.goto("/admin/news/article/add/")
    page.locator("[name=title]").fill(TITLE)
    page.locator("[name=section]").select_option(label="就业政策")
    page.locator("[name=source]").fill("县人社局")
    page.locator("[name=published_at]").fill(moment.replace("T", " "))
    page.locator("[name=status]").select_option("published")
    editor = page.frame_locator("iframe.cke_wysiwyg_frame").locator("body")
    editor.wait_for()
    paste(page, editor)
    page.locator("[name=_save]").click()
    page.wait_for_url("**/admin/news/article/")
    expect(page.locator(".messagelist .success, .messagelist .warning").first).to_be_attached()

    pk = demo_site.shell(f"from news.models import Article; print(Article.objects.get(title='{TITLE}').pk)")
    response = page.goto(f"/news/{pk}/")
    assert response.status == 200
    text = page.locator("body").inner_text()
    crumbs = re.sub(r"\s+", "", page.locator("nav[aria-label*='位置'], nav.breadcrumb, .breadcrumb").first.inner_text())
    assert re.fullmatch(f"您的位置[:：]安溪人才网>>资讯中心>>(.*>>)?{TITLE}", crumbs)
    assert re.search(rf"添加日期[:：]\s*{moment[:10]}", text)
    assert re.search(r"信息来源[:：]\s*县人社局", text)
    for part in ("最新推荐", "版权所有", "闽ICP备", "安溪人才网简介", "收费标准", "付款方式", "联系我们", "留言反馈"):
        assert part in text, part
    expect(page.locator(f"a[href='/news/{before}/']").first).to_be_attached()
    expect(page.locator(f"a[href='/news/{after}/']").first).to_be_attached()

    body = page.locator("main article, main")
    expect(body.locator("h2", has_text="培训安排")).to_have_count(1)
    expect(body.locator("td", has_text="茶艺师")).to_have_count(1)
    assert body.locator("img[src^='/media/']").count() >= 1
    html = page.content()
    for trace in ("MsoNormal", "onclick", "宋体", 'alert("no")'):
        assert trace not in html

    page.goto(f"/news/{before}/")
    expect(page.locator(f"a[href='/news/{pk}/']").first).to_be_attached()
    page.goto(f"/news/{after}/")
    expect(page.locator(f"a[href='/news/{pk}/']").first).to_be_attached()


def paste(page, editor):
    """Paste formatted text, then a picture, as the clipboard hands them over."""
    editor.click()
    editor.evaluate(
        """(body, html) => {
            const data = new DataTransfer();
            data.setData('text/html', html);
            data.setData('text/plain', '培训安排');
            body.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
        }""",
        PASTED,
    )
    editor.locator("td", has_text="茶艺师").wait_for()
    with page.expect_response(lambda response: response.request.method == "POST" and "upload" in response.url) as uploaded:
        editor.evaluate(
            """(body, bytes) => {
                const data = new DataTransfer();
                data.items.add(new File([new Uint8Array(bytes)], 'class.png', {type: 'image/png'}));
                body.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
            }""",
            list(png()),
        )
    assert uploaded.value.status in (200, 201)
    editor.locator("img[src^='/media/']").wait_for()


def test_an_editor_sees_news_and_pages_and_nothing_else(visit):
    page = visit()
    log_in(page, "editor@example.com")
    links = page.eval_on_selector_all("#content-main a", "links => links.map(link => new URL(link.href).pathname)")
    assert any(link.startswith("/admin/news/article/") for link in links)
    assert all(
        link.startswith(("/admin/news/", "/admin/pages/page/", "/admin/pages/friendlink/"))
        for link in links
        if link != "/admin/pages/"
    )
    for address in ("/admin/jobs/job/", "/admin/accounts/user/", "/admin/pages/feedback/", "/admin/taxonomy/category/"):
        assert page.goto(address).status == 403


def test_a_seeker_cannot_open_the_admin(visit):
    page = visit()
    page.goto("/accounts/login/")
    page.locator("[name=login]").fill("seeker@example.com")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form [type=submit]").first.click()
    page.wait_for_url("**/")
    assert page.goto("/admin/").status == 403
