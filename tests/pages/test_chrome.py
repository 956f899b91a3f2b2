"""What stands around every page."""

import pytest
from django.core.cache import cache
from django.test import RequestFactory

from pages.context_processors import chrome
from pages.models import Page
from tests.pages import making

pytestmark = pytest.mark.django_db

ALL = ["about", "fees", "payment", "contact", "privacy", "terms", "credentials"]


def chrome_at(path="/about/"):
    return chrome(RequestFactory().get(path))["chrome"]


def footer_titles():
    return [entry["title"] for entry in chrome_at()["footer_pages"]]


def test_without_any_row_there_is_still_a_page(client):
    response = client.get("/feedback/")
    assert response.status_code == 200
    assert "安溪人才网" in response.content.decode()


def test_a_page_that_nobody_has_written_is_not_linked():
    assert footer_titles() == ["留言反馈"]


def test_the_footer_keeps_its_order_whatever_was_written_first():
    making.link()
    for slug in reversed(ALL):
        making.page(slug)
    assert footer_titles() == [
        *("安溪人才网简介", "收费标准", "付款方式", "联系我们", "留言反馈", "隐私政策", "用户协议", "资质公示", "友情链接")
    ]


def test_staff_may_put_a_page_first_or_rename_it():
    making.page("about")
    making.page("terms", title="服务条款", order=-1)
    assert footer_titles() == ["服务条款", "安溪人才网简介", "留言反馈"]


def test_a_page_may_stay_out_of_the_footer():
    making.page("terms", is_in_footer=False)
    assert footer_titles() == ["留言反馈"]


def test_friend_links_have_a_page_only_when_there_are_some():
    making.link(is_visible=False)
    assert "友情链接" not in footer_titles()
    making.link()
    assert "友情链接" in footer_titles()


def test_a_changed_page_shows_at_once():
    page = making.page("about")
    assert "安溪人才网简介" in footer_titles()
    page.title = "关于我们"
    page.save()
    assert "关于我们" in footer_titles()


def test_a_deleted_page_is_gone_at_once():
    making.page("about")
    assert len(footer_titles()) == 2
    Page.objects.all().delete()
    assert len(footer_titles()) == 1


def test_a_deleted_link_is_gone_at_once():
    link = making.link()
    assert chrome_at()["friend_links"]
    link.delete()
    assert not chrome_at()["friend_links"]


def test_the_menu_marks_where_the_visitor_is():
    current = [entry["label"] for entry in chrome_at("/jobs/12/")["menu"] if entry["is_current"]]
    assert current == ["找工作"]


def test_the_home_page_is_only_the_home_page():
    assert [entry["label"] for entry in chrome_at("/")["menu"] if entry["is_current"]] == ["首页"]
    assert not any(entry["is_current"] for entry in chrome_at("/about/")["menu"])


def test_nothing_is_read_before_a_template_asks(django_assert_num_queries):
    with django_assert_num_queries(0):
        chrome(RequestFactory().get("/"))


def test_the_chrome_is_read_once_for_all_pages(django_assert_num_queries):
    making.page("about")
    making.link()
    chrome_at()["site"]
    with django_assert_num_queries(0):
        chrome_at("/jobs/")["footer_pages"]


def test_three_queries_make_the_chrome(django_assert_num_queries):
    cache.clear()
    with django_assert_num_queries(3):
        chrome_at()["menu"]


def test_a_broken_database_is_not_hidden(monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("the database is gone")

    monkeypatch.setattr(Page.objects, "filter", broken)
    with pytest.raises(RuntimeError):
        chrome_at()["menu"]


def test_the_footer_links_the_icp_number_to_its_register(client):
    making.profile(icp_number="闽ICP备00000000号-1")
    html = client.get("/feedback/").content.decode()
    assert '<a href="https://beian.miit.gov.cn/" rel="noopener" target="_blank">闽ICP备00000000号-1</a>' in html


def test_what_staff_have_not_entered_is_not_shown(client):
    making.profile()
    html = client.get("/feedback/").content.decode()
    for label in ("备案号", "公安备案", "许可证", "营业执照", "投诉举报电话", "服务热线", "演示数据"):
        assert label not in html


def test_the_demo_says_so_in_the_footer(client):
    making.profile(is_demo=True)
    assert "演示数据" in client.get("/feedback/").content.decode()


def test_values_are_shown_as_text_and_never_as_markup(client):
    making.profile(promise="<script>alert(1)</script>")
    html = client.get("/feedback/").content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html
