"""Pictures through an editor's hands: from the clipboard onto the page, from another site into the library."""

from playwright.sync_api import expect

from tests.journeys.test_editor import log_in, png

ADD = "/admin/news/article/add/"
PASTE = """(body, bytes) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], 'class.png', {type: 'image/png'}));
    body.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
}"""


def write(page, title):
    page.goto(ADD)
    page.locator("[name=title]").fill(title)
    page.locator("[name=section]").select_option(label="就业政策")
    page.locator("[name=status]").select_option("published")
    editor = page.frame_locator("iframe.cke_wysiwyg_frame").locator("body")
    editor.wait_for()
    return editor


def save(page):
    page.locator("[name=_save]").click()
    page.wait_for_url("**/admin/news/article/")


def test_a_picture_from_the_clipboard_comes_out_on_the_page(visit, demo_site):
    title = "剪贴板里的照片"
    page = visit()
    log_in(page, "editor@example.com")
    editor = write(page, title)
    editor.click()
    with page.expect_response(lambda response: "upload" in response.url and response.request.method == "POST"):
        editor.evaluate(PASTE, list(png(width=830, height=500)))
    picture = editor.locator("img[src^='/media/']")
    picture.wait_for()
    address = picture.get_attribute("src")
    save(page)

    page.goto("/admin/news/picture/?state=silent")
    name = address.rpartition("/")[2].removesuffix(".png")
    row = page.locator("#result_list tbody tr", has=page.locator(f"img[src*='{name}']"))
    row.locator("input[name$=alternative_text]").fill("技能培训班的教室")
    page.locator("[name=_save]").click()
    page.locator(".messagelist .success").wait_for()

    pk = demo_site.shell(f"from news.models import Article; print(Article.objects.get(title='{title}').pk)")
    page.goto(f"/news/{pk}/")
    shown = page.locator(".prose picture img")
    assert (shown.get_attribute("width"), shown.get_attribute("height")) == ("830", "500")
    expect(shown).to_have_attribute("alt", "技能培训班的教室")
    shown.scroll_into_view_if_needed()
    assert page.locator(".prose picture source[type='image/webp']").get_attribute("srcset").endswith("-830.webp 830w")
    assert shown.evaluate("image => image.decode().then(() => image.currentSrc)").endswith(".webp")
    assert shown.evaluate("image => image.naturalWidth") > 0


def test_a_picture_of_another_site_is_reported_and_dropped(visit, demo_site):
    title = "从别的网站抄来的照片"
    page = visit()
    log_in(page, "editor@example.com")
    editor = write(page, title)
    editor.evaluate('body => { body.innerHTML = \'<p>前言</p><p><img src="https://pictures.example/a.png" alt="外"></p>\' }')
    save(page)
    page.locator(".messagelist .warning a").click()
    page.get_by_label("从正文删除").check()
    page.get_by_role("button", name="照此办理").click()
    page.locator(".messagelist .success", has_text="已从正文删除").wait_for()
    body = demo_site.shell(f"from news.models import Article; print(Article.objects.get(title='{title}').body)")
    assert body == "<p>前言</p>"


def test_a_cover_without_words_is_sent_back(visit):
    page = visit()
    log_in(page, "editor@example.com")
    editor = write(page, "没有说明的题图")
    editor.evaluate("body => { body.innerHTML = '<p>正文</p>' }")
    page.locator("[name=cover]").set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": png()})
    page.locator("[name=_save]").click()
    page.locator(".errorlist", has_text="请用一句话说出题图上有什么").wait_for()
    expect(page.locator("[name=title]")).to_have_value("没有说明的题图")
    page.locator("[name=cover]").set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": png()})
    page.locator("[name=cover_alt]").fill("一块绿地")
    save(page)
