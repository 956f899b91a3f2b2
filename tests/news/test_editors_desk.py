"""The admin of the news: what the group 编辑 may do, and how an article is written."""

from datetime import UTC, datetime

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission
from django.utils import timezone

from accounts.models import User
from news import publishing
from news.models import Article, Section
from tests.news import make

pytestmark = pytest.mark.django_db
ADD = "/admin/news/article/add/"
EDITED = ["article", "section", "attachment", "frontslot"]


@pytest.fixture
def desk(client):
    """The browser of an editor."""
    client.force_login(make.editor())
    return client


def text(response):
    return response.content.decode()


def write(desk, **values):
    """Send the form of a new article, which must be taken."""
    response = desk.post(ADD, make.form(**values))
    assert response.status_code == 302, response.context["errors"]
    return Article.objects.latest("pk")


def test_editors_may_write_news_and_pages_and_nothing_else():
    permissions = Group.objects.get(name="编辑").permissions.values_list("content_type__app_label", "codename")
    actions = ["add", "change", "delete", "view"]
    news = {("news", f"{action}_{model}") for action in actions for model in EDITED}
    news |= {("news", f"{action}_picture") for action in ("view", "change", "delete")}
    assert {pair for pair in permissions if pair[0] == "news"} == news
    assert {app for app, _ in permissions} <= {"news", "pages"}
    assert not {name for _, name in permissions if name.endswith(("feedback", "siteprofile", "articleentry"))}


def test_no_permission_is_there_twice():
    names = Permission.objects.filter(content_type__app_label="news").values_list("codename", flat=True)
    assert len(names) == len(set(names))


@pytest.mark.parametrize("address", ["accounts/company", "jobs/job", "taxonomy/category", "auth/group"])
def test_an_editor_sees_no_other_desk(desk, address):
    assert desk.get(f"/admin/{address}/").status_code in {403, 404}


@pytest.mark.parametrize("person", [make.seeker, make.staff])
def test_others_do_not_come_in(client, person):
    client.force_login(person())
    assert client.post(ADD, make.form()).status_code in {302, 403}
    assert not Article.objects.exists()


def test_an_editor_writes_an_article(desk):
    article = write(desk, body='<p style="text-align:center" class="x">一</p>', cover=make.picture(), cover_alt="采茶")
    assert article.title == "茶农开春采茶"
    assert article.body == '<p class="align-center">一</p>'
    assert article.published_at == datetime(2026, 3, 5, 1, 30, tzinfo=UTC)
    assert article.author == User.objects.get(email="editor@example.com")
    assert article.cover.width == 40


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-03-05", datetime(2026, 3, 4, 16, tzinfo=UTC)),
        ("2026-03-05 09:30", datetime(2026, 3, 5, 1, 30, tzinfo=UTC)),
        ("2026-03-05T09:30", datetime(2026, 3, 5, 1, 30, tzinfo=UTC)),
        ("2026-03-05T09:30:15", datetime(2026, 3, 5, 1, 30, 15, tzinfo=UTC)),
        ("2026年3月5日", datetime(2026, 3, 4, 16, tzinfo=UTC)),
        ("2026/3/5 9:30", datetime(2026, 3, 5, 1, 30, tzinfo=UTC)),
    ],
)
def test_a_date_is_one_text(desk, typed, meant):
    assert 'name="published_at"' in text(desk.get(ADD))
    assert write(desk, published_at=typed).published_at == meant


def test_an_empty_date_is_now(desk):
    article = write(desk, published_at="")
    assert abs(article.published_at - timezone.now()).total_seconds() < 10


def test_a_draft_stays_without_a_date(desk):
    assert write(desk, published_at="", status="draft").published_at is None


def test_a_date_that_is_none_is_refused_with_an_example(desk):
    assert "2026-03-05 09:30 的格式" in text(desk.post(ADD, make.form(published_at="昨天")))


def test_an_article_that_is_saved_again_keeps_its_moment(desk):
    article = make.article()
    moment = article.published_at
    page = desk.get(f"/admin/news/article/{article.pk}/change/")
    shown = page.context["adminform"].form["published_at"].value()
    desk.post(f"/admin/news/article/{article.pk}/change/", make.form(published_at=f"{shown:%Y-%m-%d %H:%M:%S}"))
    article.refresh_from_db()
    assert article.published_at == moment


def test_a_repost_without_a_source_is_refused_and_what_was_typed_stays(desk):
    response = desk.post(ADD, make.form(title="转来的", is_repost="on", body="<p>写了很久</p>", summary="一句话"))
    page = text(response)
    assert response.status_code == 200
    assert "必须写明原来的信息来源" in page
    for typed in ("转来的", "写了很久", "一句话", "2026-03-05 09:30"):
        assert typed in page
    assert not Article.objects.exists()


def test_a_repost_with_a_source_is_taken(desk):
    article = write(desk, is_repost="on", source="县人社局", source_url="example.com/1")
    assert article.source_url == "https://example.com/1"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://example.com/a", "data:text/html,x"])
def test_a_source_is_an_address_of_the_web(desk, address):
    assert desk.post(ADD, make.form(source="县人社局", source_url=address)).status_code == 200
    assert not Article.objects.exists()


def test_a_cover_that_is_no_picture_is_refused(desk):
    page = text(desk.post(ADD, make.form(cover=make.SimpleUploadedFile("a.png", b"<svg/>"))))
    assert "只能上传 JPG、PNG、WebP 或 GIF 图片" in page


def test_a_cover_can_be_taken_away(desk):
    article = make.article(cover=make.picture())
    desk.post(f"/admin/news/article/{article.pk}/change/", make.form(**{"cover-clear": "on"}))
    article.refresh_from_db()
    assert not article.cover


def test_pictures_of_other_sites_are_pointed_out(desk):
    response = desk.post(ADD, make.form(body='<p><img src="https://example.com/a.jpg"></p>'), follow=True)
    assert "1 张图片在别的网站上" in text(response)


def test_an_article_keeps_its_author(client):
    author = make.editor()
    article = make.article(author=author)
    client.force_login(User.objects.create_superuser("admin@example.com", make.PASSWORD))
    client.post(f"/admin/news/article/{article.pk}/change/", make.form())
    article.refresh_from_db()
    assert article.author == author


def test_the_editor_is_set_up_safely(desk):
    page = text(desk.get(ADD))
    scripts = [page.index(name) for name in ("ckeditor-init.js", "ckeditor/ckeditor/ckeditor.js", "admin_news/editor.js")]
    assert scripts == sorted(scripts)
    assert "&quot;uploadUrl&quot;: &quot;/news/pictures/upload/&quot;" in page
    assert "&quot;language&quot;: &quot;zh-cn&quot;" in page
    assert "allowedContent&quot;: true" not in page


def test_only_the_editors_form_may_run_scripts_of_its_own(desk):
    policy = directives(desk.get(ADD))
    assert policy["script-src"] == policy["style-src"] == "'self' 'unsafe-inline'"
    assert "nonce" not in str(policy)
    for address in ("/admin/news/article/", "/admin/news/section/add/", "/news/"):
        assert "unsafe" not in str(directives(desk.get(address)))


def directives(response):
    return dict(part.strip().split(" ", 1) for part in response["Content-Security-Policy"].split(";") if " " in part.strip())


def test_the_list_can_be_searched_and_filtered(desk):
    make.article(title="藤铁工艺展")
    make.article(title="石材展", status=Article.Status.DRAFT, published_at=None)
    assert "藤铁工艺展" in text(desk.get("/admin/news/article/?q=藤铁"))
    page = text(desk.get("/admin/news/article/?status__exact=draft"))
    assert "石材展" in page
    assert "藤铁工艺展" not in page


def test_articles_are_published_and_withdrawn_from_the_list(desk):
    article = make.article(status=Article.Status.DRAFT, published_at=None)
    act(desk, "publish", article)
    assert article in Article.objects.published()
    act(desk, "withdraw", article)
    assert article not in Article.objects.published()
    assert [entry.get_change_message() for entry in LogEntry.objects.order_by("pk")] == ["发布", "撤回"]


def act(desk, action, article):
    response = desk.post("/admin/news/article/", {"action": action, "_selected_action": [article.pk]}, follow=True)
    assert "1 篇文章" in text(response)


def test_who_may_only_look_does_not_publish(client):
    reader = make.staff()
    reader.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(reader)
    article = make.article(status=Article.Status.DRAFT)
    client.post("/admin/news/article/", {"action": "publish", "_selected_action": [article.pk]})
    assert article not in Article.objects.published()
    assert client.get(f"/admin/news/article/{article.pk}/change/").status_code == 200


def test_an_article_that_is_published_again_keeps_its_date():
    article = make.article(status=Article.Status.WITHDRAWN)
    publishing.publish(article, by=make.editor())
    assert Article.objects.get().published_at == article.published_at


def test_only_what_visitors_see_has_a_way_to_the_site(desk):
    shown, hidden = make.article(), make.article(status=Article.Status.DRAFT)
    page = text(desk.get("/admin/news/article/"))
    assert f'href="{shown.get_absolute_url()}"' in page
    assert f'href="{hidden.get_absolute_url()}"' not in page
    assert "在站点上查看" in text(desk.get(f"/admin/news/article/{shown.pk}/change/"))
    assert "在站点上查看" not in text(desk.get(f"/admin/news/article/{hidden.pk}/change/"))


def test_a_section_is_no_number(desk):
    page = text(desk.post("/admin/news/section/add/", {"slug": "2026", "name": "二〇二六", "order": 9}))
    assert "至少用一个小写字母" in page
    assert Section.objects.count() == 7


def test_a_section_with_articles_is_not_deleted(desk):
    section = make.article().section
    desk.post(f"/admin/news/section/{section.pk}/delete/", {"post": "yes"})
    assert Section.objects.filter(pk=section.pk).exists()
