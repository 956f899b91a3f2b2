"""/about/ and its like: a closed list of addresses, texts by staff."""

import pytest

from pages.models import Page
from pages.sitemaps import PageSitemap
from tests.pages import making

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("slug", Page.Slug.values)
def test_a_written_page_is_shown(client, slug):
    making.page(slug, title="题目", body="<p>这里是正文。</p>")
    response = client.get(f"/{slug}/")
    html = response.content.decode()
    assert response.status_code == 200
    assert html.count("<h1") == 1
    assert "<p>这里是正文。</p>" in html


@pytest.mark.parametrize("slug", Page.Slug.values)
def test_a_page_nobody_has_written_says_so_and_leads_on(client, slug):
    response = client.get(f"/{slug}/")
    html = response.content.decode()
    assert response.status_code == 404
    assert "正在准备中" in html
    assert 'href="/feedback/"' in html
    assert "noindex" in html


def test_other_addresses_are_not_pages(client):
    assert client.get("/admin-secret/").status_code == 404
    assert "正在准备中" not in client.get("/nothing/").content.decode()


def test_pages_are_read_only(client):
    making.page("about")
    assert client.post("/about/").status_code == 405


def test_the_body_is_cleaned_when_it_is_saved():
    page = making.page(body='<p onclick="x()">好</p><script>alert(1)</script><iframe src="//evil.example"></iframe>')
    page.refresh_from_db()
    assert page.body == "<p>好</p>"


def test_an_update_past_save_is_cleaned_too():
    page = making.page()
    Page.objects.update(body="<p>好<script>alert(1)</script></p>")
    page.refresh_from_db()
    assert page.body == "<p>好</p>"


def test_the_contact_page_shows_what_staff_have_entered(client):
    making.profile(
        service_phone="0595-23000001",
        complaint_phone="0595-23000000",
        service_hours="周一至周五",
        address="凤城镇演示路1号",
        email="service@example.com",
    )
    making.page("contact")
    html = client.get("/contact/").content.decode()
    article = html[html.index("<article") : html.index("</article>")]
    for value in ("tel:059523000001", "tel:059523000000", "周一至周五", "凤城镇演示路1号", "mailto:service@example.com"):
        assert value in article


def test_the_contact_page_leaves_out_what_is_empty(client):
    making.page("contact")
    html = client.get("/contact/").content.decode()
    for label in ("客服电话", "服务时间", "办公地址", "电子邮箱"):
        assert label not in html


def test_the_credentials_are_shown_as_the_law_wants(client):
    making.profile(
        business_licence_number="91350524MA00000000",
        hr_licence_number="（闽）人服证字第0号",
        authority="人社局",
        authority_phone="12333",
        complaint_phone="0595-23000000",
    )
    making.page("credentials")
    html = client.get("/credentials/").content.decode()
    article = html[html.index("<article") : html.index("</article>")]
    for value in ("91350524MA00000000", "（闽）人服证字第0号", "人社局", "tel:12333", "tel:059523000000", "/fees/"):
        assert value in article


def test_credentials_that_nobody_entered_are_not_claimed(client):
    making.page("credentials")
    html = client.get("/credentials/").content.decode()
    for label in ("营业执照", "许可证", "监督部门", "监督电话", "投诉电话"):
        assert label not in html


def test_friend_links_are_listed_in_their_order(client):
    making.link("乙网", order=2)
    making.link("甲网", order=1)
    making.link("暗网", is_visible=False)
    html = client.get("/links/").content.decode()
    assert html.index("甲网") < html.index("乙网")
    assert "暗网" not in html


def test_without_friend_links_the_page_says_so(client):
    response = client.get("/links/")
    assert response.status_code == 200
    assert "还没有友情链接" in response.content.decode()


def test_a_page_costs_one_query_when_the_chrome_is_known(client, django_assert_num_queries):
    making.page("about")
    client.get("/about/")
    with django_assert_num_queries(1):
        client.get("/about/")


def test_the_sitemap_has_the_written_pages_with_their_dates():
    page = making.page("fees")
    entries = PageSitemap().get_urls(site=type("Site", (), {"domain": "www.axrc.net"}), protocol="https")
    assert [(entry["location"], entry["lastmod"]) for entry in entries] == [("https://www.axrc.net/fees/", page.updated_at)]


def test_robots_may_read_the_site_but_not_the_private_rooms(client):
    response = client.get("/robots.txt")
    text = response.content.decode()
    assert response["Content-Type"] == "text/plain"
    assert [f"Disallow: {path}" in text for path in ("/admin/", "/accounts/", "/my/")] == [True] * 3
    assert "Disallow: /\n" not in text
    assert "Sitemap: http://testserver/sitemap.xml" in text
