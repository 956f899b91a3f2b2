"""The picture library: each picture once, described, with its uses known and its files kept in order."""

import pytest
from django.core.files.storage import default_storage
from django.db.models import ProtectedError

from news import library
from news.models import Article
from news.pictures import Picture, PictureUse
from pages.models import Page
from tests.news import make

pytestmark = pytest.mark.django_db
LIST = "/admin/news/picture/"


@pytest.fixture
def desk(client):
    """The browser of an editor."""
    client.force_login(make.editor())
    return client


def text(response):
    return response.content.decode()


def stored(size=(900, 600), **values):
    return library.store(make.picture(size=size, name=values.pop("name", "茶园 合影.jpg")), **values)


def showing(picture, alt="采茶"):
    return f'<p><img src="{picture.url}" alt="{alt}"></p>'


def upload(desk, file):
    return desk.post("/news/pictures/upload/", {"upload": file}).json()


def test_what_the_editor_sends_enters_the_library(desk):
    answer = upload(desk, make.picture(size=(900, 600), name="茶园 合影.jpg"))
    picture = Picture.objects.get()
    assert answer["url"] == picture.url
    assert (picture.width, picture.height, picture.sent_as) == (900, 600, "茶园 合影.jpg")
    assert picture.uploaded_by.email == "editor@example.com"
    assert [one["width"] for one in picture.renditions] == [320, 720, 900]
    assert all(default_storage.exists(name) for name in picture.files())


def test_the_same_picture_is_stored_once(desk):
    first, second = (upload(desk, make.picture(size=(50, 50), name=name)) for name in ("a.jpg", "b.jpg"))
    assert first["url"] == second["url"]
    assert Picture.objects.count() == 1


def test_who_comes_second_at_the_same_moment_leaves_no_files(monkeypatch):
    first = stored()
    none = Picture.objects.none()
    monkeypatch.setattr(type(Picture.objects), "filter", lambda *arguments, **conditions: none)
    assert stored() == first
    monkeypatch.undo()
    folder = first.file.name.rpartition("/")[0]
    assert len(default_storage.listdir(folder)[1]) == len(first.files())


def test_a_cover_needs_words(desk):
    response = desk.post("/admin/news/article/add/", make.form(cover=make.picture()))
    assert "请用一句话说出题图上有什么" in text(response)
    assert not Article.objects.exists()
    assert not Picture.objects.exists()


@pytest.mark.parametrize(
    ("said", "alt"),
    [
        ({"cover_alt": " 茶农\x07采茶 "}, "茶农采茶"),
        ({"cover_is_decorative": "on"}, ""),
        ({"cover_alt": "茶", "cover_is_decorative": "on"}, ""),
    ],
)
def test_a_cover_says_what_it_shows_or_that_it_is_decoration(desk, said, alt):
    desk.post("/admin/news/article/add/", make.form(cover=make.picture(), **said))
    assert Article.objects.get().cover.alt == alt
    assert Article.objects.get().cover.is_described


def test_blanks_are_no_words(desk):
    desk.post("/admin/news/article/add/", make.form(cover=make.picture(), cover_alt=" \u3000\x00 "))
    assert not Article.objects.exists()


def test_a_cover_can_be_described_anew_but_not_be_silenced(desk):
    article = make.article(cover=make.picture())
    address = f"/admin/news/article/{article.pk}/change/"
    assert "一张照片" in text(desk.get(address))
    desk.post(address, make.form(cover_alt="新茶上市"))
    assert Picture.objects.get().alternative_text == "新茶上市"
    assert "请用一句话说出题图上有什么" in text(desk.post(address, make.form(cover_alt="")))
    assert Article.objects.get().cover.alternative_text == "新茶上市"


def test_an_old_cover_without_words_does_not_hold_up_other_work(desk):
    article = make.article()
    Article.objects.filter(pk=article.pk).update(cover=stored())
    desk.post(f"/admin/news/article/{article.pk}/change/", make.form(title="换了题目"))
    assert Article.objects.get().title == "换了题目"
    assert Article.objects.get().cover


def test_the_library_knows_where_a_picture_is_used(desk):
    picture, other = stored(alternative_text="茶园"), stored(size=(80, 80))
    article = make.article(title="用在正文", body=showing(picture))
    cover = make.article(title="用作题图")
    cover.cover = picture
    cover.save()
    page = Page.objects.create(slug="about", title="站点简介", body=showing(picture))
    shown = text(desk.get(f"{LIST}{picture.pk}/change/"))
    for words in ("用在正文", "用作题图", "站点简介", "题图）", f"/admin/pages/page/{page.pk}/change/"):
        assert words in shown
    listed = text(desk.get(LIST))
    assert "3 处" in listed
    assert "没有用到" in text(desk.get(f"{LIST}{other.pk}/change/"))
    article.body = "<p>没有图了</p>"
    article.save()
    assert "用在正文" not in text(desk.get(f"{LIST}{picture.pk}/change/"))


def test_the_address_of_a_smaller_rendition_is_the_picture_too():
    picture = stored()
    html = f'<p><img src="{default_storage.url(picture.renditions[0]["webp"])}" alt=""></p>'
    assert list(library.pictures_of(html).values()) == [picture]


@pytest.mark.parametrize(
    "src", ["/media/", "/media/a", "/media/%00", "/media/news/x.png?y#z", "/media/%E8%8C%B6.png", "/media/" + "a" * 1900]
)
def test_an_address_of_which_the_library_knows_nothing_harms_nothing(src):
    html = f'<p><img src="{src}" alt=""></p>'
    assert library.pictures_of(html) == {}
    assert make.article(body=html).pk


def test_what_is_used_is_not_deleted(desk):
    picture = stored()
    article = make.article(body=showing(picture))
    with pytest.raises(ProtectedError):
        library.remove(picture)
    desk.post(f"{LIST}{picture.pk}/delete/", {"post": "yes"})
    desk.post(LIST, {"action": "delete_selected", "_selected_action": [picture.pk], "post": "yes"})
    assert default_storage.exists(picture.file.name)
    article.delete()
    assert not PictureUse.objects.exists()


@pytest.mark.parametrize("way", ["one", "many"])
def test_what_nobody_uses_goes_with_all_its_files(desk, django_capture_on_commit_callbacks, way):
    picture = stored()
    with django_capture_on_commit_callbacks(execute=True):
        if way == "one":
            desk.post(f"{LIST}{picture.pk}/delete/", {"post": "yes"})
        else:
            desk.post(LIST, {"action": "delete_selected", "_selected_action": [picture.pk], "post": "yes"})
    assert not Picture.objects.exists()
    assert not [name for name in picture.files() if default_storage.exists(name)]


def test_the_library_is_searched_by_words_and_file_names(desk):
    stored(alternative_text="茶园", name="DSC1.jpg")
    stored(size=(80, 80), alternative_text="学校", name="DSC2.jpg")
    for query, found in (("茶", "DSC1"), ("DSC2", "学校")):
        page = text(desk.get(LIST, {"q": query}))
        assert found in page
        assert ("DSC1" in page) != ("DSC2" in page)


def test_what_has_no_words_and_what_nobody_uses_can_be_listed(desk):
    picture = stored(name="silent.jpg")
    make.article(body=showing(picture))
    stored(size=(80, 80), alternative_text="学校", name="unused.jpg")
    silent, unused = (text(desk.get(LIST, {"state": state})) for state in ("silent", "unused"))
    assert "silent.jpg" in silent
    assert "unused.jpg" not in silent
    assert "unused.jpg" in unused
    assert "silent.jpg" not in unused


def test_words_are_edited_in_the_list(desk):
    picture = stored()
    sent = {
        "form-TOTAL_FORMS": 1,
        "form-INITIAL_FORMS": 1,
        "form-0-id": picture.pk,
        "form-0-alternative_text": "茶园",
        "_save": 1,
    }
    desk.post(LIST, sent)
    picture.refresh_from_db()
    assert picture.alternative_text == "茶园"


def test_the_list_costs_the_same_however_long_it_is(desk, django_assert_max_num_queries):
    def queries():
        with django_assert_max_num_queries(12) as captured:
            desk.get(LIST)
        return len(captured)

    for side in range(60, 63):
        make.article(body=showing(stored(size=(side, side))))
    few = queries()
    for side in range(63, 80):
        make.article(body=showing(stored(size=(side, side))))
    assert queries() == few


@pytest.mark.parametrize("person", [make.seeker, make.staff])
def test_others_do_not_see_the_library(client, person):
    client.force_login(person())
    assert client.get(LIST).status_code in {302, 403}


def test_silent_pictures_of_a_text_are_named():
    silent, described, decoration = (
        stored(size=(50, 50)),
        stored(size=(60, 60), alternative_text="茶园"),
        stored(size=(70, 70), is_decorative=True),
    )
    html = "".join(showing(picture, alt=" ") for picture in (silent, described, decoration)) + showing(silent, alt="采茶")
    html += '<img src="https://example.com/a.png">'
    assert library.pictures_without_alternative_text(html) == [silent.url, "https://example.com/a.png"]
    assert library.pictures_without_alternative_text("<p>没有图</p>") == []


def test_renditions_can_be_made_later():
    from django.core.management import call_command

    picture = stored()
    Picture.objects.update(renditions=[])
    call_command("render_pictures", verbosity=0)
    call_command("render_pictures", "--all", verbosity=0)
    picture.refresh_from_db()
    assert [one["width"] for one in picture.renditions] == [320, 720, 900]
    folder = picture.file.name.rpartition("/")[0]
    assert sorted(default_storage.listdir(folder)[1]) == sorted(name.rpartition("/")[2] for name in picture.files())
