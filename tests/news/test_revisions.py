"""What an article said before is kept, can be compared, and can be gone back to."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from news import library, publishing, revisions
from news.changes import between
from news.history import UNKEPT, Revision, content_of, kept_fields
from news.models import Article
from tests.news import make

pytestmark = pytest.mark.django_db
# How an article shows; going back to an earlier text does not touch it.
STANDING = {
    *("published_at", "ends_at", "pinned_until", "opens_at", "closes_at"),
    *("is_recommended", "status", "correction_note"),
}


def change(article, **values):
    by = values.pop("by", None)
    for name, value in values.items():
        setattr(article, name, value)
    article.save(by=by)
    return article.revisions.latest("pk")


def history(article):
    return f"/admin/news/article/{article.pk}/history/"


@pytest.fixture
def desk(client):
    client.force_login(make.editor())
    return client


def text(response):
    return response.content.decode()


def test_every_field_of_an_article_either_comes_back_or_stays():
    names = {field.name for field in kept_fields(Article)}
    assert names == set(revisions.CONTENT) | STANDING, "say in news.revisions.CONTENT or here where a new field belongs"
    assert not names & UNKEPT


def test_each_change_is_kept_with_who_made_it():
    article, editor = make.article(), make.editor()
    revision = change(article, title="茶农秋茶开采", by=editor)
    assert revision.editor == editor
    assert revision.changed == ["title"]
    assert [entry.content["title"] for entry in article.revisions.order_by("pk")] == ["茶农开春采茶", "茶农秋茶开采"]


def test_saving_without_a_change_is_no_revision():
    article = make.article()
    article.save()
    Article.objects.get().save()
    assert article.revisions.count() == 1


def test_an_article_older_than_its_history_enters_it_before_its_first_change():
    Article.objects.bulk_create([Article(title="旧标题", section=make.section(), body="<p>一</p>")])
    article = Article.objects.get()
    change(article, title="新标题")
    assert [entry.content["title"] for entry in article.revisions.order_by("pk")] == ["旧标题", "新标题"]


def test_publishing_and_withdrawing_are_in_the_history():
    article, editor = make.article(status=Article.Status.DRAFT), make.editor()
    publishing.publish(article, by=editor)
    publishing.withdraw(article, by=editor)
    assert [(entry.deed, entry.editor) for entry in article.revisions.order_by("pk")][1:] == [
        ("发布", editor),
        ("撤回", editor),
    ]


def test_going_back_brings_the_text_and_leaves_the_state():
    article = make.article(title="一", body="<p>甲</p>", is_repost=True, source="县报", source_url="https://example.com/a")
    first, editor = article.revisions.get(), make.editor()
    moment = make.ago(days=3)
    change(
        article,
        title="二",
        body="<p>乙</p>",
        is_repost=False,
        section=make.section("law"),
        published_at=moment,
        is_recommended=True,
        status=Article.Status.WITHDRAWN,
    )
    revisions.revert(article, first, by=editor)
    article = Article.objects.get()
    assert (article.title, article.body, article.is_repost, article.section.slug) == ("一", "<p>甲</p>", True, "local")
    assert (article.status, article.is_recommended, article.published_at) == (Article.Status.WITHDRAWN, True, moment)
    last = article.revisions.latest("pk")
    assert last.editor == editor
    assert last.deed == f"恢复到 {first} 的版本"


def test_going_back_can_itself_be_undone():
    article = make.article(title="一")
    first = article.revisions.get()
    second = change(article, title="二")
    revisions.revert(article, first, by=None)
    revisions.revert(article, second, by=None)
    assert Article.objects.get().title == "二"


def test_going_back_finds_the_article_by_its_old_words(client):
    article = make.article(title="竹编学堂开班")
    first = article.revisions.get()
    change(article, title="石雕学堂开班", summary="", body="<p>无</p>")
    revisions.revert(article, first, by=None)
    assert "竹编学堂开班" in text(client.get("/search/?q=竹编"))


def in_library(size):
    return library.store(make.picture(size=size))


def test_a_cover_comes_back_and_a_deleted_one_does_not():
    article = make.article(cover=make.picture(size=(40, 30)))
    first, old = article.revisions.get(), article.cover
    change(article, cover=in_library((60, 20)))
    assert Article.objects.get().cover.width == 60
    revisions.revert(article, first, by=None)
    assert Article.objects.get().cover == old
    change(article, cover=in_library((60, 20)))
    old.delete()
    revisions.revert(article, first, by=None)
    assert Article.objects.get().cover.width == 60


def test_a_section_that_is_gone_does_not_come_back():
    from news.models import Section

    gone = Section.objects.create(slug="gone", name="旧分类")
    article = make.article(section=gone)
    first = article.revisions.get()
    change(article, section=make.section())
    gone.delete()
    revisions.revert(article, first, by=None)
    assert Article.objects.get().section == make.section()
    assert "已删除" in between(first.content, content_of(article))[0].lines[0].pieces[0].text


def test_a_revision_of_another_article_is_no_way_back():
    other = make.article().revisions.get()
    with pytest.raises(Revision.DoesNotExist):
        revisions.revert(make.article(), other, by=None)


def test_the_history_says_who_changed_what(desk):
    article = make.article()
    desk.post(f"/admin/news/article/{article.pk}/change/", make.form(title="茶农秋茶开采", body="<p>秋茶</p>"))
    page = text(desk.get(history(article)))
    assert "editor@example.com" in page
    for label in ("标题", "正文", "最早的版本"):
        assert label in page


def test_a_difference_marks_what_came_and_what_went(desk):
    article = make.article(title="报名到三月五日止")
    revision = change(article, title="报名到三月九日止")
    page = text(desk.get(f"{history(article)}{revision.pk}/"))
    assert "报名到三月<del>五</del><ins>九</ins>日止" in page


def test_markup_in_a_text_stays_text_in_the_difference(desk):
    article = make.article(title="甲")
    revision = change(article, title="<script>alert(1)</script>")
    assert "<script>alert" not in text(desk.get(f"{history(article)}{revision.pk}/"))


def test_an_editor_goes_back(desk):
    article = make.article(title="一")
    first = article.revisions.get()
    change(article, title="二")
    address = f"{history(article)}{first.pk}/revert/"
    assert "<del>二</del>" in text(desk.get(address)).replace("\n", "")
    assert Article.objects.get().title == "二"
    desk.post(address, {"correction_note": "标题改回原来的"})
    article = Article.objects.get()
    assert (article.title, article.correction_note) == ("一", "标题改回原来的")
    assert article.revisions.latest("pk").editor == User.objects.get(email="editor@example.com")


def test_a_note_that_is_too_long_is_refused_and_stays(desk):
    article = make.article(title="一")
    first = article.revisions.get()
    change(article, title="二")
    page = text(desk.post(f"{history(article)}{first.pk}/revert/", {"correction_note": "长" * 201}))
    assert "长" * 201 in page
    assert Article.objects.get().title == "二"


def test_who_may_only_look_does_not_go_back(client):
    from django.contrib.auth.models import Permission

    reader = make.staff()
    reader.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(reader)
    article = make.article(title="一")
    first = article.revisions.get()
    change(article, title="二")
    page = client.get(f"{history(article)}{first.pk}/")
    assert page.status_code == 200
    assert "revert/" not in text(page)
    assert client.post(f"{history(article)}{first.pk}/revert/").status_code == 403
    assert Article.objects.get().title == "二"


@pytest.mark.parametrize("person", [make.seeker, make.staff])
def test_others_see_no_history(client, person):
    article = make.article()
    client.force_login(person())
    for address in (history(article), f"{history(article)}{article.revisions.get().pk}/"):
        assert client.get(address).status_code in {302, 403}


def test_a_revision_is_found_only_under_its_own_article(desk):
    other = make.article().revisions.get()
    assert desk.get(f"{history(make.article())}{other.pk}/").status_code == 404


@pytest.mark.parametrize("number", ["0", "-1", "x", "99999", ""])
def test_any_page_of_the_history_answers(desk, number):
    assert desk.get(history(make.article()), {"p": number}).status_code == 200


def test_a_long_history_costs_what_a_short_one_costs(desk):
    article = make.article()
    for number in range(40):
        change(article, title=f"第{number}稿")
    desk.get("/healthz")
    with CaptureQueriesContext(connection) as captured:
        assert "较早的" in text(desk.get(history(article)))
    assert len(captured) <= 12, [query["sql"] for query in captured]
    with CaptureQueriesContext(connection) as captured:
        desk.get(f"{history(article)}{article.revisions.latest('pk').pk}/")
    assert len(captured) <= 12, [query["sql"] for query in captured]
