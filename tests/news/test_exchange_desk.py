"""Import and export in the admin: who may, what is asked first, and what is refused."""

import os
import time
from io import BytesIO

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from news.importing import stash
from news.models import Article
from tests.news import make, old_portal

pytestmark = pytest.mark.django_db
IMPORT, EXPORT, LIST = "/admin/news/article/import/", "/admin/news/article/export/", "/admin/news/article/"
CSV = "标题,添加日期,信息来源,正文,分类\n春茶开采,2020-03-05,县农业局,第一段。,本地要闻\n坏,昨天,,文,本地要闻\n".encode()


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.VAR_DIR = tmp_path


@pytest.fixture
def desk(client):
    client.force_login(make.editor())
    return client


def text(response):
    return response.content.decode()


def send(desk, data=CSV, name="old.csv", section=""):
    return desk.post(IMPORT, {"file": SimpleUploadedFile(name, data), "section": section})


def test_an_editor_looks_first_and_then_writes(desk):
    report = send(desk).url
    page = text(desk.get(report))
    assert "还没有写入" in page
    assert "新增 1" in page
    assert "看不懂日期“昨天”" in page
    assert not Article.objects.exists()
    page = text(desk.post(report))
    assert "已写入" in page
    article = Article.objects.get()
    assert article.author.email == "editor@example.com"
    assert LogEntry.objects.get(object_id=str(article.pk)).change_message == "导入"
    assert "没有变化" in text(desk.get(report))


def test_columns_may_be_chosen_after_the_upload(desk):
    report = send(desk, CSV.replace("标题".encode(), "名字".encode())).url
    assert "没有找到这些列：标题" in text(desk.get(report))
    page = text(desk.get(report, {"title": "名字"}))
    assert '<input type="hidden" name="title" value="名字">' in page
    desk.post(report, {"title": "名字"})
    assert Article.objects.get().title == "春茶开采"


def test_places_in_pages_may_be_typed_after_the_upload(desk):
    page = "<b class=t>茶农忙</b><i>2020-03-05</i><div id=m>文</div>".encode("gbk")
    report = send(desk, old_portal.archive({"1.htm": page}), "old.zip", make.section().pk).url
    said = {"title": ".t", "date": "i", "body": "#m"}
    assert "错误 1" in text(desk.get(report))
    assert "新增 1" in text(desk.get(report, said))
    assert "看不懂选择器" in text(desk.get(report, {"title": "a[b]"}))
    desk.post(report, said)
    assert Article.objects.get().title == "茶农忙"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.exe", b"MZ", "只能上传"),
        ("a.xls", b"x", "另存为 .xlsx"),
        ("a.csv", b"", "空"),
    ],
)
def test_what_is_no_table_and_no_pages_is_refused_at_once(desk, name, data, reason):
    assert reason in text(send(desk, data, name))


@pytest.mark.parametrize(
    ("name", "data"), [("a.xlsx", b"PK broken"), ("a.zip", b"x"), ("a.zip", old_portal.archive({"../a.htm": b"x"}))]
)
def test_what_cannot_be_read_is_told_on_the_next_page(desk, name, data):
    page = text(desk.get(send(desk, data, name).url))
    assert 'class="errornote"' in page
    assert "确认导入" not in page


def test_more_than_a_browser_waits_for_is_refused(desk, monkeypatch):
    monkeypatch.setattr("news.exchange.MOST_ROWS", 1)
    report = send(desk).url
    assert "超过 1 篇" in text(desk.get(report))
    desk.post(report)
    assert not Article.objects.exists()


@pytest.mark.parametrize("person", [make.seeker, make.staff])
def test_others_may_neither_import_nor_export(client, person):
    client.force_login(person())
    for address in (IMPORT, EXPORT):
        assert client.get(address).status_code in {302, 403}
    assert send(client).status_code in {302, 403}


def test_who_may_only_read_may_export_but_not_import(client):
    reader = make.staff()
    reader.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(reader)
    assert client.get(EXPORT).status_code == 200
    assert client.get(IMPORT).status_code == 403
    page = text(client.get(LIST))
    assert "导入文章" not in page
    assert "导出全部为 Excel" in page


def test_an_upload_is_only_for_who_sent_it(desk, client):
    report = send(desk).url
    other = make.User.objects.create_superuser("other@example.com", "x")
    client.logout()
    client.force_login(other)
    assert client.get(report).url == IMPORT
    assert client.post(report).url == IMPORT
    assert not Article.objects.exists()


def test_an_upload_is_forgotten_after_a_day(desk):
    report = send(desk).url
    (kept,) = stash.folder().iterdir()
    os.utime(kept, (0, time.time() - stash.KEPT_FOR - 1))
    send(desk)
    assert not kept.exists()
    assert desk.get(report).url == IMPORT


def test_the_token_of_the_form_is_asked_for(client):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make.editor())
    assert send(strict).status_code == 403


def test_looking_at_a_report_costs_few_queries(desk, django_assert_max_num_queries):
    data = old_portal.archive({f"{number}.htm": old_portal.page(number).encode("gbk") for number in range(1, 120)})
    report = send(desk, data, "old.zip", make.section().pk).url
    with django_assert_max_num_queries(12):
        assert "新增 119" in text(desk.get(report))


def sheet(response):
    return load_workbook(BytesIO(b"".join(response.streaming_content))).active


def test_the_chosen_articles_are_exported(desk):
    chosen, _other = make.article(title="选中的"), make.article(title="别的")
    response = desk.post(LIST, {"action": "export_selected", "_selected_action": [chosen.pk]})
    assert "spreadsheetml" in response["Content-Type"]
    assert [row[1].value for row in sheet(response).iter_rows()] == ["标题", "选中的"]


def test_all_that_the_list_shows_is_exported(desk):
    make.article(title="草稿", status="draft")
    for number in range(60):
        make.article(title=f"第{number}篇")
    assert sheet(desk.get(EXPORT)).max_row == 62
    assert sheet(desk.get(EXPORT, {"status__exact": "draft"})).max_row == 2
    assert desk.get(EXPORT, {"nonsense": "1"}).status_code == 302


def test_export_costs_the_same_queries_for_few_and_for_many(desk, django_assert_max_num_queries):
    for number in range(30):
        make.article(title=f"第{number}篇")
    with django_assert_max_num_queries(12):
        sheet(desk.get(EXPORT))
