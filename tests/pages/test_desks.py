"""The admin: who may change what of the site itself."""

import pytest
from django.contrib.auth.models import Group, Permission

from pages.models import Feedback, FriendLink, Page, SiteProfile
from tests.factories import UserFactory
from tests.pages import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(client):
    user = UserFactory(is_staff=True, is_superuser=True)
    client.force_login(user)
    return user


@pytest.fixture
def editor(client):
    user = UserFactory(is_staff=True)
    user.groups.add(Group.objects.get(name="编辑"))
    client.force_login(user)
    return user


@pytest.fixture
def reviewer(client):
    user = UserFactory(is_staff=True)
    user.user_permissions.add(*Permission.objects.filter(codename__in=["view_feedback", "change_feedback"]))
    client.force_login(user)
    return user


PAGE = {"slug": "about", "title": "简介", "summary": "", "body": "<p>新的正文</p>", "is_in_footer": "on", "order": "0"}


def test_editors_write_pages(client, editor):
    assert client.post("/admin/pages/page/add/", PAGE).status_code == 302
    assert Page.objects.get().title == "简介"


def test_editors_change_pages_but_not_their_addresses(client, editor):
    page = making.page("about")
    client.post(f"/admin/pages/page/{page.pk}/change/", PAGE | {"slug": "terms"})
    page.refresh_from_db()
    assert (page.title, page.slug) == ("简介", "about")


def test_editors_write_with_the_editor_and_only_there_is_the_policy_relaxed(client, editor):
    page = making.page("about", body="<p>原来的正文</p>")
    form = client.get(f"/admin/pages/page/{page.pk}/change/")
    assert "ckeditor/ckeditor.js" in form.content.decode()
    assert "unsafe-inline" in form["Content-Security-Policy"]
    for address in ("/admin/pages/page/", "/admin/pages/friendlink/add/", "/about/"):
        assert "unsafe" not in client.get(address)["Content-Security-Policy"]


def test_editors_keep_the_friend_links(client, editor):
    form = {"name": "示例", "url": "https://example.org/", "order": "0", "is_visible": "on"}
    assert client.post("/admin/pages/friendlink/add/", form).status_code == 302


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "ftp://example.org/", "x"])
def test_a_friend_link_is_a_web_address(client, editor, address):
    form = {"name": "示例", "url": address, "order": "0", "is_visible": "on"}
    assert client.post("/admin/pages/friendlink/add/", form).status_code == 200
    assert not FriendLink.objects.exists()


@pytest.mark.parametrize("desk", ["feedback", "siteprofile"])
def test_editors_do_not_open_the_letters_or_the_sites_data(client, editor, desk):
    making.profile()
    letter = making.feedback()
    pk = {"feedback": letter.pk, "siteprofile": 1}[desk]
    assert client.get(f"/admin/pages/{desk}/").status_code == 403
    assert client.get(f"/admin/pages/{desk}/{pk}/change/").status_code == 403


def test_visitors_are_asked_to_log_in(client):
    assert client.get("/admin/pages/feedback/").status_code == 302


def test_the_profile_is_entered_once_then_changed(client, chief):
    assert client.get("/admin/pages/siteprofile/add/").status_code == 200
    making.profile()
    assert client.get("/admin/pages/siteprofile/add/").status_code == 403
    assert client.get("/admin/pages/siteprofile/").headers["Location"] == "/admin/pages/siteprofile/1/change/"
    assert client.post("/admin/pages/siteprofile/1/delete/").status_code == 403


def test_the_profile_is_edited_and_shown(client, chief):
    making.profile()
    form = {"name": "安溪人才网", "domain": "www.axrc.net", "icp_number": "闽ICP备00000000号-1"}
    response = client.post("/admin/pages/siteprofile/1/change/", form)
    assert response.status_code == 302
    assert "闽ICP备00000000号-1" in client.get("/feedback/").content.decode()


def test_nobody_calls_the_site_a_demo_by_hand(client, chief):
    making.profile()
    client.post("/admin/pages/siteprofile/1/change/", {"name": "安溪人才网", "domain": "www.axrc.net", "is_demo": "on"})
    assert not SiteProfile.objects.get().is_demo


def test_a_telephone_number_is_a_number(client, chief):
    making.profile()
    form = {"name": "安溪人才网", "domain": "www.axrc.net", "service_phone": "javascript:1"}
    assert "请填写电话号码" in client.post("/admin/pages/siteprofile/1/change/", form).content.decode()


def test_who_waits_longest_is_on_top(client, reviewer):
    making.answered(text="这一条已经答复过了。")
    making.feedback(text="这一条昨天才寄来。", days_ago=1)
    making.feedback(text="这一条等了七天了。", days_ago=7)
    html = client.get("/admin/pages/feedback/").content.decode()
    assert html.index("等了七天") < html.index("昨天才寄来") < html.index("已经答复过")


def test_reviewers_answer_in_their_own_name(client, reviewer):
    letter = making.feedback()
    form = {"answer": "您好，已经可以了。", "is_public": "on"}
    assert client.post(f"/admin/pages/feedback/{letter.pk}/change/", form).status_code == 302
    letter.refresh_from_db()
    assert (letter.answer, letter.is_public, letter.status) == ("您好，已经可以了。", True, "answered")
    assert letter.answered_by == reviewer


def test_an_empty_answer_is_none(client, reviewer):
    letter = making.feedback()
    client.post(f"/admin/pages/feedback/{letter.pk}/change/", {"answer": "", "is_public": "on"})
    letter.refresh_from_db()
    assert letter.status == "open"


def test_nobody_rewrites_the_words_of_a_person(client, chief):
    letter = making.feedback(text="这是本人写的原话。", type="opinion")
    form = {"answer": "谢谢您的意见。", "text": "改过的话不算数的。", "type": "complaint", "contact": "13800138000"}
    client.post(f"/admin/pages/feedback/{letter.pk}/change/", form)
    letter.refresh_from_db()
    assert (letter.text, letter.type, letter.contact) == ("这是本人写的原话。", "opinion", "")


def test_nobody_writes_letters_in_the_admin(client, chief):
    assert client.get("/admin/pages/feedback/add/").status_code == 403


def test_the_letters_can_be_filtered_by_state(client, chief):
    making.answered(text="这一条已经答复过了。")
    making.feedback(text="这一条还没有答复的。")
    html = client.get("/admin/pages/feedback/?status__exact=open").content.decode()
    assert "还没有答复的" in html
    assert "已经答复过了" not in html


def test_the_list_of_letters_costs_the_same_for_one_and_for_many(client, chief, django_assert_max_num_queries):
    for number in range(20):
        making.feedback(text=f"这是第{number:02}条留言的内容。")
    with django_assert_max_num_queries(8):
        assert client.get("/admin/pages/feedback/").status_code == 200


def test_editors_have_what_they_need_and_nothing_else_of_this_app():
    names = (
        Group.objects.get(name="编辑").permissions.filter(content_type__app_label="pages").values_list("codename", flat=True)
    )
    actions = ("add", "change", "delete", "view")
    assert set(names) == {f"{action}_{model}" for action in actions for model in ("page", "friendlink")}


def test_every_permission_is_there_once():
    assert Permission.objects.filter(content_type__app_label="pages").count() == 4 * len(
        [Page, Feedback, SiteProfile, FriendLink]
    )
