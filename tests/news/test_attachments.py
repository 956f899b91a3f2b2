"""Documents of an article: what is taken, how they are kept, and who gets them."""

import re
from io import BytesIO

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.core.files.base import File
from hypothesis import given
from hypothesis import strategies as st

from axrc.web import documents
from axrc.web.documents import checked, shown_name
from news.models import Article, Attachment
from tests.news import make
from tests.news.documents import PDF, archive, docx, upload, xlsx

NOT_A_DOCUMENT = "只能上传 PDF、Word（.docx）、Excel（.xlsx）文件。"
ADD = "/admin/news/article/add/"


@pytest.mark.parametrize(("name", "content"), [("表.pdf", PDF), ("表.DOCX", docx()), ("表.xlsx", xlsx())])
def test_the_three_kinds_are_taken_under_a_random_name(name, content):
    document = checked(upload(name, content))
    assert re.fullmatch(r"[0-9a-f]{32}\.(pdf|docx|xlsx)", document.name)
    assert document.original_name == name.lower()
    assert document.size == len(content)
    assert document.read() == content


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.pdf", b"<html>%PDF-1.4", documents.NOT_WHAT_IT_SAYS),
        ("a.pdf", docx(), documents.NOT_WHAT_IT_SAYS),
        ("a.docx", PDF, documents.NOT_WHAT_IT_SAYS),
        ("a.docx", xlsx(), documents.NOT_WHAT_IT_SAYS),
        ("a.xlsx", docx(), documents.NOT_WHAT_IT_SAYS),
        ("a.docx", archive("x.html"), documents.NOT_WHAT_IT_SAYS),
        ("a.docx", docx()[:60], documents.NOT_WHAT_IT_SAYS),
        ("a.docx", b"<html>" + docx(), documents.NOT_WHAT_IT_SAYS),
        ("a.docx", docx("word/vbaProject.bin"), documents.HAS_MACROS),
        ("a.docm", docx(), NOT_A_DOCUMENT),
        ("a.html", b"<script>", NOT_A_DOCUMENT),
        ("a.svg", b"<svg/>", NOT_A_DOCUMENT),
        ("a.pdf.exe", PDF, NOT_A_DOCUMENT),
        ("pdf", PDF, NOT_A_DOCUMENT),
        ("a.doc", b"\xd0\xcf\x11\xe0", documents.OLD_KIND),
        ("a.pdf", b"", documents.EMPTY),
    ],
)
def test_anything_else_is_refused_with_its_reason(name, content, message):
    with pytest.raises(ValidationError, match=re.escape(message)):
        checked(upload(name, content))


def test_a_document_that_is_too_big_is_refused(monkeypatch):
    monkeypatch.setattr(documents, "MOST_BYTES", len(PDF) - 1)
    with pytest.raises(ValidationError, match="不能超过"):
        checked(upload("a.pdf", PDF))


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        (r"C:\我的文档\报名表.pdf", "报名表.pdf"),
        ("../../etc/表.pdf", "表.pdf"),
        ("表\u202efdp.pdf", "表fdp.pdf"),
        ("a\r\nSet-Cookie: b.pdf", "a Set-Cookie: b.pdf"),
        ("茶" * 300 + ".pdf", "茶" * 116 + ".pdf"),
    ],
)
def test_a_name_is_shown_without_what_could_mislead(sent, shown):
    assert shown_name(sent) == shown


@given(st.text(max_size=200), st.binary(max_size=300), st.sampled_from([b"", b"%PDF-", b"PK\x03\x04", docx(), xlsx()]))
def test_whatever_is_sent_is_a_document_or_refused(name, content, beginning):
    for ending in ("", ".pdf", ".docx", ".xlsx"):
        try:
            document = checked(File(BytesIO(beginning + content), name + ending))
        except ValidationError:
            continue
        else:
            assert len(document.original_name) <= documents.LONGEST_NAME


def attached(article, name="报名表.docx", content=None):
    return Attachment.objects.create(article=article, file=upload(name, content or docx()))


@pytest.mark.django_db
def test_readers_download_a_document_under_its_own_name(client):
    article, content = make.article(), docx()
    attachment = attached(article, content=content)
    page = client.get(article.get_absolute_url()).content.decode()
    assert f'href="{attachment.get_absolute_url()}"' in page
    assert "报名表.docx" in page
    assert re.search(r"Word，\d+\s字节", page)
    response = client.get(attachment.get_absolute_url())
    assert b"".join(response.streaming_content) == content
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert response["Content-Type"].endswith("wordprocessingml.document")
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.django_db
def test_a_document_lies_where_no_web_server_looks():
    attachment = attached(make.article())
    path = attachment.file.path
    assert path.startswith(str(settings.PRIVATE_ROOT))
    assert "报名表" not in path
    with pytest.raises(ValueError, match="no address"):
        _ = attachment.file.url


@pytest.mark.django_db
@pytest.mark.parametrize(
    "values",
    [{"status": "draft"}, {"status": "withdrawn"}, {"published_at": make.hence(days=1)}, {"ends_at": make.ago(hours=1)}],
)
def test_the_document_of_a_hidden_article_is_for_its_editors(client, values):
    attachment = attached(make.article(**values))
    assert client.get(attachment.get_absolute_url()).status_code == 404
    for person in (make.seeker(), make.staff()):
        client.force_login(person)
        assert client.get(attachment.get_absolute_url()).status_code == 404
    client.force_login(make.editor())
    assert client.get(attachment.get_absolute_url()).status_code == 200


@pytest.mark.django_db
def test_a_file_that_is_lost_is_not_found(client):
    attachment = attached(make.article())
    attachment.file.storage.delete(attachment.file.name)
    assert client.get(attachment.get_absolute_url()).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["0", "999999999999999999999999", "-1", "x", "..%2f"])
def test_an_address_of_no_document_is_not_found(client, address):
    assert client.get(f"/news/attachments/{address}/").status_code == 404


@pytest.mark.django_db
def test_what_is_stored_by_code_is_looked_at_too():
    with pytest.raises(ValidationError):
        attached(make.article(), "a.pdf", b"<html>")
    assert not Attachment.objects.visible_to(AnonymousUser()).exists()


def inline(*files, **more):
    values = {"attachments-TOTAL_FORMS": str(len(files)), "attachments-INITIAL_FORMS": "0"}
    for number, file in enumerate(files):
        values |= {f"attachments-{number}-file": file, f"attachments-{number}-order": str(number)}
    return values | more


@pytest.mark.django_db
def test_an_editor_attaches_documents(client):
    client.force_login(make.editor())
    response = client.post(ADD, make.form(**inline(upload("岗位表.xlsx", xlsx()), upload("公告.pdf", PDF))))
    assert response.status_code == 302
    assert [attachment.name for attachment in Article.objects.get().attachments.all()] == ["岗位表.xlsx", "公告.pdf"]
    page = client.get(f"/admin/news/article/{Article.objects.get().pk}/change/").content.decode()
    assert "岗位表.xlsx" in page
    assert Attachment.objects.first().get_absolute_url() in page


@pytest.mark.django_db
def test_an_editor_replaces_and_removes_documents(client):
    article = make.article()
    first, second = attached(article, "旧.docx"), attached(article, "删.docx")
    client.force_login(make.editor())
    data = inline(upload("新.pdf", PDF), "") | {
        "attachments-INITIAL_FORMS": "2",
        "attachments-0-id": first.pk,
        "attachments-1-id": second.pk,
        "attachments-1-DELETE": "on",
    }
    response = client.post(f"/admin/news/article/{article.pk}/change/", make.form(**data))
    assert response.status_code == 302
    assert [(one.pk, one.name) for one in article.attachments.all()] == [(first.pk, "新.pdf")]


@pytest.mark.django_db
def test_a_document_that_is_none_is_refused_and_the_article_stays_as_typed(client):
    client.force_login(make.editor())
    response = client.post(ADD, make.form(title="写了很久", **inline(upload("a.pdf", b"<html>"))))
    page = response.content.decode()
    assert "文件的内容和扩展名不符" in page
    assert "写了很久" in page
    assert not Article.objects.exists()


@pytest.mark.django_db
def test_an_article_sent_without_a_word_of_documents_keeps_them(client):
    article = make.article()
    attached(article)
    client.force_login(make.editor())
    assert client.post(f"/admin/news/article/{article.pk}/change/", make.form()).status_code == 302
    assert article.attachments.count() == 1
