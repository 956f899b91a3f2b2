"""An editor brings in 200 saved pages of the old portal, ten of them broken, and does it twice."""

from playwright.sync_api import expect

from tests.journeys.test_editor import log_in
from tests.news import old_portal


def upload(page, section="就业政策"):
    page.goto("/admin/news/article/")
    page.get_by_role("link", name="导入文章").click()
    page.locator("[name=file]").set_input_files(
        {"name": "旧门户.zip", "mimeType": "application/zip", "buffer": old_portal.two_hundred()}
    )
    page.locator("[name=section]").select_option(label=section)
    page.get_by_role("button", name="上传并检查").click()
    page.locator(".import-summary").wait_for()
    return page.locator(".import-summary").inner_text()


def counted(demo_site):
    return int(demo_site.shell("from news.models import Article; print(Article.objects.published().count())"))


def test_an_editor_imports_two_hundred_saved_pages(visit, demo_site):
    before = counted(demo_site)
    # Everything here works without scripts.
    page = visit(javascript=False)
    page.context.set_default_timeout(30_000)
    log_in(page, "editor@example.com")

    summary = upload(page)
    assert "还没有写入" in summary
    assert "新增 190" in summary
    assert "错误 10" in summary
    lines = page.locator(".import-lines tbody tr")
    expect(lines).to_have_count(200)
    for reason in (
        "没有标题",
        "没有日期",
        "看不懂日期",
        "没有正文",
        "最多 80 个",
        "信息来源有",
        "太长",
        "嵌套",
        "是空的",
        "编码",
    ):
        assert lines.filter(has_text=reason).filter(has_text="错误").count() >= 1, reason
    assert counted(demo_site) == before

    page.get_by_role("button", name="确认导入").click()
    page.get_by_text("已写入").wait_for()
    expect(page.locator(".import-summary")).to_contain_text("新增 190")
    assert counted(demo_site) == before + 190

    summary = upload(page)
    assert "新增 0" in summary
    assert "跳过 190" in summary
    expect(page.get_by_role("button", name="确认导入")).to_have_count(0)

    pk = demo_site.shell(f"from news.models import Article; print(Article.objects.get(title='{old_portal.title(7)}').pk)")
    page.goto(f"/news/{pk}/")
    text = page.locator("main").inner_text()
    assert "县人社局" in text
    assert "共7人参加" in text
    assert "Ccheck" not in page.content()
    assert "spam.example" not in page.content()
