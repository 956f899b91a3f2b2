"""Articles of an old site come in from tables and saved pages, once, and without harm to what editors wrote."""

import io
import os
from contextlib import suppress
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from axrc.text import plain_text
from news import exporting
from news.importing import Mapping, Outcome, Refused, examine, read, write
from news.importing.sources import read_path
from news.models import Article
from tests.news import make, old_portal

HEADER = "标题,添加日期,信息来源,正文,分类"
ROWS = f"{HEADER}\n春茶开采,2020-03-05,县农业局,第一段。,本地要闻\n秋茶开采,2020-10-05,,第二段。,local\n"


def table(text, name="old.csv", encoding="utf-8"):
    return list(read(name, BytesIO(text.encode(encoding))))


def excel(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    file.seek(0)
    return file


def pages(files, mapping=None):
    files = {name: data if isinstance(data, bytes) else data.encode("gb18030") for name, data in files.items()}
    return list(read("old.zip", BytesIO(old_portal.archive(files)), mapping))


def only_page(text, name="1.htm", mapping=None):
    (draft,) = pages({name: text}, mapping)
    return draft


def outcomes(report):
    return [line.outcome for line in report.lines]


# Tables


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.django_db
def test_a_table_is_read_in_whatever_encoding(encoding):
    assert write(table(ROWS, encoding=encoding)).counts[Outcome.NEW] == 2
    article = Article.objects.get(title="春茶开采")
    assert (article.source, article.section.slug, article.body) == ("县农业局", "local", "<p>第一段。</p>")
    assert article.published_at == datetime(2020, 3, 4, 16, tzinfo=UTC)
    assert article.is_public()
    assert Article.objects.get(title="秋茶开采").source == "安溪人才网"


@pytest.mark.parametrize(
    "header", ["题目,发布时间,来源,内容,栏目", "标题 ,日期:,出处,文章内容,类别", "Title,Date,Source,Body,Section"]
)
def test_headers_are_guessed(header):
    first = table(ROWS.replace(HEADER, header))[0]
    assert (first.title, first.date, first.source, first.section) == ("春茶开采", "2020-03-05", "县农业局", "本地要闻")
    assert first.body == "<p>第一段。</p>"


def test_a_column_may_be_named():
    text = ROWS.replace("标题", "名字").replace("正文", "文字")
    with pytest.raises(Refused, match="标题、正文"):
        table(text)
    mapping = Mapping(columns={"title": "名字", "body": "文字"})
    assert list(read("a.csv", BytesIO(text.encode()), mapping))[1].title == "秋茶开采"


def test_a_title_above_the_header_does_no_harm():
    assert [draft.place for draft in table("旧站文章导出,,,,\n" + ROWS)] == ["第 3 行", "第 4 行"]


@pytest.mark.django_db
def test_excel_keeps_dates_numbers_and_paragraphs():
    file = excel(
        ["标题", "日期", "正文", "分类"],
        [2020, date(2020, 3, 5), "一\n\n二 < 三", "local"],
        ["甲", datetime(2020, 3, 5, 9, 30), "<p>好</p>", "local"],
    )
    assert write(read("a.xlsx", file)).counts[Outcome.NEW] == 2
    assert Article.objects.get(title="2020").body == "<p>一</p>\n<p>二 &lt; 三</p>"
    assert Article.objects.get(title="甲").published_at == datetime(2020, 3, 5, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",2020-03-05,,文,local", "没有标题"),
        ("题,,,文,local", "没有日期"),
        ("题,昨天,,文,local", "看不懂日期“昨天”"),
        ("题,2020-02-30,,文,local", "看不懂日期"),
        ("题,0020-02-03,,文,local", "日期不对"),
        ("题,2020-03-05,,,local", "没有正文"),
        ("题,2020-03-05,,<script>x</script>,local", "没有正文"),
        (f"{'题' * 81},2020-03-05,,文,local", "标题有 81 个字，最多 80 个"),
        (f"题,2020-03-05,{'源' * 41},文,local", "信息来源有 41 个字"),
        ("题,2020-03-05,,文,没有的", "没有分类“没有的”"),
        ("题,2020-03-05,,文,", "请选择放入哪个分类"),
        ("春茶开采,2020-03-05,,文,local", "与第 2 行是同一篇"),
    ],
)
@pytest.mark.django_db
def test_a_bad_row_says_why_and_stops_no_other(row, reason):
    report = write(table(f"{ROWS}{row}\n最后,2020-12-05,,文,local\n"))
    assert [outcome.label for outcome in outcomes(report)] == ["新增", "新增", "错误", "新增"]
    assert reason in report.lines[2].reason
    assert Article.objects.count() == 3


@pytest.mark.django_db
def test_a_row_that_the_database_refuses_stops_no_other(monkeypatch):
    saving = Article.save

    def save(article, **kwargs):
        saving(article, **kwargs)
        if article.title == "春茶开采":
            raise DatabaseError

    monkeypatch.setattr(Article, "save", save)
    assert [outcome.label for outcome in outcomes(write(table(ROWS)))] == ["错误", "新增"]
    assert list(Article.objects.values_list("title", flat=True)) == ["秋茶开采"]


@pytest.mark.django_db
def test_an_unknown_section_goes_to_the_one_that_was_chosen():
    report = write(table(ROWS.replace("本地要闻", "旧栏目")), section=make.section("law"))
    assert "放入劳动法规" in report.lines[0].reason
    assert Article.objects.get(title="春茶开采").section.slug == "law"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.xlsx", b"PK\x03\x04 broken", "已损坏"),
        ("a.xlsx", b"", "已损坏"),
        ("a.xlsx", old_portal.archive({"a.txt": b"x"}), "打不开"),
        ("a.xls", b"\xd0\xcf\x11\xe0", "另存为 .xlsx"),
        ("a.csv", b"", "表格是空的"),
        ("a.csv", b"a,b,c\n1,2,3", "没有找到这些列"),
        ("a.csv", ROWS.encode() + b'"open', "引号不成对"),
        ("a.csv", bytes(range(128, 256)) * 40, "文字编码"),
        ("a.csv", b"\xff\xfe\x00", "文字编码"),
        ("a.zip", b"PK", "已损坏"),
        ("a.zip", old_portal.archive({"a.png": b"x"}), "没有网页"),
        ("a.exe", b"MZ", "请选择"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(name, data, reason):
    with pytest.raises(Refused, match=reason):
        list(read(name, BytesIO(data)))


@given(
    st.binary(max_size=300) | st.text(max_size=300).map(str.encode),
    st.sampled_from(["a.csv", "a.xlsx", "a.zip", "a.htm", "a.txt"]),
)
@settings(max_examples=300, deadline=None)
def test_no_file_is_a_fault(data, name):
    with suppress(Refused):
        list(read(name, BytesIO(data)))


@given(
    st.lists(
        st.sampled_from(
            [
                "<table>",
                "<tr>",
                "<td>",
                "</td>",
                "</tr>",
                "</table>",
                "<p>",
                "<b>",
                "<br>",
                "<ul><li>",
                "<h1>",
                "您的位置:",
                ">>",
                "&gt;&gt;",
                "题",
                "添加日期:",
                "2020-03-05",
                "2020年",
                "信息来源:",
                "县",
                "上一条新闻:",
                "最新推荐",
                "版权所有",
                "<a\thref=http://x>",
                "</a>",
                "•",
                "&nbsp;",
                "\n",
            ]
        ),
        max_size=25,
    ).map("".join)
)
@settings(max_examples=300, deadline=None)
def test_no_page_is_a_fault(text):
    only_page(text)


# Saved pages


@pytest.mark.parametrize("layout", [old_portal.PAGE, old_portal.TYPED], ids=["saved", "typed"])
def test_a_page_is_read_between_its_landmarks(layout):
    name = "1.htm" if layout == old_portal.PAGE else "1.txt"
    body = "<p>第一段。</p><p>第二段。</p>" if layout == old_portal.PAGE else "第一段。\n\n    第二段。"
    draft = only_page(old_portal.page(layout=layout, title="茶农忙", date="2020-03-05", source="县人社局", body=body), name)
    assert (draft.title, draft.date.strip(), draft.source) == ("茶农忙", "2020-03-05", "县人社局")
    assert plain_text(draft.body) == "第一段。 第二段。"


def test_date_and_source_may_stand_above_the_text():
    draft = only_page(
        "<div>当前位置:某站 > 就业政策 > 茶农忙</div><h1>茶农忙</h1><div>发布时间:2020年3月5日 来源:县报 作者:某人 点击:5</div>"
        "<div><p>第一段。</p><table><tr><td>甲</td><td>乙</td></tr></table></div><div>上一篇:没有了</div><div>别的</div>"
    )
    assert (draft.title, draft.date, draft.source, draft.section) == ("茶农忙", "2020年3月5日", "县报", "就业政策")
    assert draft.body.startswith("<p>第一段。</p><table>")
    assert "别的" not in draft.body


@pytest.mark.parametrize(
    "spam",
    [
        '<br><a href="http://spam.example/">Ccheck caller</a>',
        '<p><a href="http://spam.example/">Caller id</a> <a href="http://spam.example/2">lookup</a></p>',
        '<div style="display:none"><a href="http://spam.example/">彩票</a></div>',
        '<p style="position:absolute;left:-9999px">彩票</p>',
    ],
)
def test_injected_links_are_no_part_of_the_text(spam):
    draft = only_page(old_portal.page(body=f"<p>第一段。</p>{spam}"))
    assert plain_text(draft.body) == "第一段。"
    assert "spam" not in draft.body


def test_links_within_the_old_site_keep_their_words_and_lost_pictures_are_told():
    draft = only_page(
        old_portal.page(
            body='<p>见<a href="/a.htm">公告</a>和<a href="https://www.gov.cn/">国务院</a><img src="/up/a.jpg"></p>'
        )
    )
    assert "公告" in draft.body
    assert "/a.htm" not in draft.body
    assert 'href="https://www.gov.cn/"' in draft.body
    assert draft.notes == ["1 张图片没有导入，请在后台补上"]


@pytest.mark.parametrize(
    ("encoding", "charset"),
    [
        ("gbk", "gb2312"),
        ("gb18030", "gbk"),
        ("utf-8", "utf-8"),
        ("utf-8", "gb2312"),
        ("utf-8-sig", "gb2312"),
        ("gbk", "utf-8"),
    ],
)
def test_a_page_is_read_in_its_real_encoding(encoding, charset):
    text = old_portal.page(title="茶农忙").replace("gb2312", charset)
    assert only_page(text.encode(encoding)).title == "茶农忙"


def test_a_letter_cut_in_two_does_no_harm():
    data = old_portal.page(title="茶农忙", body="<p>" + "茶" * 2000 + "</p>").encode("gbk")
    cut = data.replace("安溪旧门户简介".encode("gbk"), "安溪旧门户简".encode("gbk") + b"\xbd")
    assert only_page(cut).title == "茶农忙"


def test_selectors_say_where_the_parts_are():
    text = '<div class="t x">茶农忙</div><i id=d>(2020-03-05 10:20)</i><div id=main><p>文</p></div><p>别的</p>'
    mapping = Mapping(selectors={"title": "h1, div.t", "date": "#d", "body": "#main"})
    draft = only_page(text, mapping=mapping)
    assert (draft.title, draft.date, draft.body) == ("茶农忙", "2020-03-05 10:20", "<p>文</p>")
    assert "没有选择器“.no”" in only_page(text, mapping=Mapping(selectors={"title": ".no"})).error
    with pytest.raises(Refused, match="看不懂选择器"):
        Mapping(selectors={"title": "div > a:hover"})


# Archives


def zipped(name, data=b"x", **values):
    file = BytesIO()
    member = ZipInfo(name)
    for attribute, value in values.items():
        setattr(member, attribute, value)
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr(member, data, ZIP_DEFLATED)
    return file


@pytest.mark.parametrize(
    "file",
    [
        zipped("../evil.htm"),
        zipped("a/../../evil.htm"),
        zipped("/etc/evil.htm"),
        zipped("..\\evil.htm"),
        zipped("C:\\evil.htm"),
        zipped("link.htm", b"/etc/passwd", external_attr=0o120777 << 16),
        zipped("bomb.htm", b"0" * 50_000_000),
    ],
    ids=["up", "up within", "root", "Windows up", "Windows drive", "link", "bomb"],
)
def test_a_bomb_or_a_way_out_is_refused(file):
    with pytest.raises(Refused):
        list(read("a.zip", file))


def test_a_table_that_is_a_bomb_is_refused():
    with pytest.raises(Refused, match="压缩率"):
        list(read("a.xlsx", zipped("xl/worksheets/sheet1.xml", b" " * 50_000_000)))


def test_names_are_read_as_windows_wrote_them():
    """The bytes of GBK, and nothing said about them."""
    name = "茶叶.htm".encode("gbk")
    file = zipped("x" * len(name), old_portal.page())
    packed = BytesIO(file.getvalue().replace(b"x" * len(name), name))
    assert [draft.place for draft in read("a.zip", packed)] == ["茶叶.htm"]


def test_what_lies_beside_pages_is_left_alone():
    page = old_portal.page()
    found = pages({"a/10.htm": page, "a/2.htm": page, "a/2_files/ad.htm": page, "__MACOSX/a/2.htm": page, "a/x.css": "x"})
    assert [draft.place for draft in found] == ["2.htm", "10.htm"]


def test_a_folder_does_not_lead_out(tmp_path):
    (tmp_path / "secret.txt").write_text("秘密")
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "1.htm").write_bytes(old_portal.page().encode("gbk"))
    os.symlink(tmp_path / "secret.txt", folder / "2.txt")
    first, second = read_path(folder)
    assert not first.error
    assert "指向文件夹外面" in second.error
    assert not second.body


# Again


@pytest.mark.django_db
def test_a_second_time_nothing_happens():
    drafts = table(ROWS) + pages({"1.htm": old_portal.page(1), "2.htm": old_portal.page(2)})
    section = make.section()
    assert write(drafts, section=section).counts[Outcome.NEW] == 4
    before = list(Article.objects.order_by("pk").values())
    report = write(drafts, section=section)
    assert set(outcomes(report)) == {Outcome.SKIPPED}
    assert list(Article.objects.order_by("pk").values()) == before


@pytest.mark.django_db
def test_a_packed_folder_is_the_same_as_its_pages():
    write(pages({"1.htm": old_portal.page(1), "2.htm": old_portal.page(2)}), section=make.section())
    report = write(pages({"old/1.htm": old_portal.page(1), "old/2.htm": old_portal.page(2)}), section=make.section())
    assert set(outcomes(report)) == {Outcome.SKIPPED}


@pytest.mark.django_db
def test_what_changed_in_the_file_changes_here():
    write(table(ROWS))
    Article.objects.update(is_recommended=True)
    report = write(table(ROWS.replace("第一段", "新的一段")))
    assert outcomes(report) == [Outcome.UPDATED, Outcome.SKIPPED]
    article = Article.objects.get(title="春茶开采")
    assert (article.body, article.summary, article.is_recommended) == ("<p>新的一段。</p>", "新的一段。", True)


@pytest.mark.django_db
def test_what_an_editor_changed_stays_and_the_report_says_so():
    write(table(ROWS))
    article = Article.objects.get(title="春茶开采")
    article.body = "<p>编辑写的。</p>"
    article.save()
    same = write(table(ROWS))
    changed = write(table(ROWS.replace("第一段", "新的一段")))
    assert "保留编辑的版本" in same.lines[0].reason
    assert "编辑也改过，没有覆盖" in changed.lines[0].reason
    article.refresh_from_db()
    assert article.body == "<p>编辑写的。</p>"


@pytest.mark.django_db
def test_what_an_editor_withdrew_stays_withdrawn():
    write(table(ROWS))
    Article.objects.update(status=Article.Status.WITHDRAWN)
    write(table(ROWS.replace("第一段", "新的一段")))
    assert set(Article.objects.values_list("status", flat=True)) == {"withdrawn"}


@pytest.mark.django_db
def test_an_article_of_this_site_is_no_new_one():
    make.article(title="春茶开采", published_at=datetime(2020, 3, 4, 16, tzinfo=UTC))
    report = write(table(ROWS))
    assert "已有标题和日期相同的文章" in report.lines[0].reason
    assert Article.objects.filter(title="春茶开采").count() == 1


@pytest.mark.django_db
def test_a_name_that_two_archives_share_does_not_replace_an_article():
    write(pages({"1.htm": old_portal.page(1)}), section=make.section())
    report = write(pages({"1.htm": old_portal.page(2)}), section=make.section())
    assert "标题和日期却都不同" in report.lines[0].reason
    assert Article.objects.get().title == old_portal.title(1)


@pytest.mark.django_db
def test_the_trial_writes_nothing_and_foretells_the_deed():
    drafts = table(ROWS + "坏,昨天,,文,local\n春茶开采,2020-03-05,,文,local\n")
    trial = examine(drafts)
    assert not Article.objects.exists()
    deed = write(drafts)
    assert [(line.place, line.outcome, line.reason) for line in trial.lines] == [
        (line.place, line.outcome, line.reason) for line in deed.lines
    ]


@pytest.mark.django_db
def test_a_body_is_cleaned():
    write(table(ROWS.replace("第一段。", "<p onclick=x>一</p><script>alert(1)</script>")))
    assert Article.objects.get(title="春茶开采").body == "<p>一</p>"


@pytest.mark.django_db
def test_looking_costs_the_same_queries_for_few_and_for_many(django_assert_max_num_queries):
    drafts = [draft for number in range(1, 191) for draft in pages({f"{number}.htm": old_portal.page(number)})]
    with django_assert_max_num_queries(5):
        examine(drafts, section=make.section())


# The command


@pytest.mark.django_db
def test_the_command_tries_first_and_writes_when_told(tmp_path):
    (tmp_path / "old").mkdir()
    for number in range(1, 4):
        (tmp_path / "old" / f"{number}.htm").write_bytes(old_portal.page(number).encode("gbk"))
    (tmp_path / "old" / "4.htm").write_bytes(b"")
    said = io.StringIO()
    call_command("import_articles", str(tmp_path / "old"), section="local", stdout=said)
    assert "试运行，没有写入：新增 3，更新 0，跳过 0，错误 1" in said.getvalue()
    assert "错误  4.htm  文件是空的。" in said.getvalue()
    assert not Article.objects.exists()
    call_command("import_articles", str(tmp_path / "old"), "--write", section="local", stdout=said)
    assert "已写入：新增 3" in said.getvalue()
    assert Article.objects.count() == 3


@pytest.mark.django_db
def test_the_command_takes_a_mapping(tmp_path):
    (tmp_path / "a.csv").write_text(ROWS.replace("标题", "名字").replace("本地要闻", "旧闻"), encoding="gb18030")
    (tmp_path / "map.toml").write_text('[columns]\ntitle = "名字"\n[sections]\n"旧闻" = "law"\n', encoding="utf-8")
    call_command("import_articles", str(tmp_path / "a.csv"), "--write", mapping=tmp_path / "map.toml", stdout=io.StringIO())
    assert Article.objects.get(title="春茶开采").section.slug == "law"


@pytest.mark.parametrize("said", ["[columns]\nname = 'x'", "[other]\n", "title = ", "[sections]\nx = 'no-such'", "x = 1"])
@pytest.mark.django_db
def test_a_wrong_mapping_is_told(tmp_path, said):
    (tmp_path / "a.csv").write_text(ROWS)
    (tmp_path / "map.toml").write_text(said)
    with pytest.raises(CommandError, match="对应关系"):
        call_command("import_articles", str(tmp_path / "a.csv"), mapping=tmp_path / "map.toml")


# Out and in again


@pytest.mark.django_db
def test_what_is_exported_and_imported_again_is_unchanged():
    write(table(ROWS))
    make.article(title="=1+1", body="<p>" + "茶<b>叶</b>&amp;" * 15_000 + "</p>")
    make.article(title="两处空格的“引号”", source="a,b", body='<p>一<a href="https://example.com/">二</a></p>')
    make.article(title="草稿", status=Article.Status.DRAFT, published_at=None)
    make.article(title="微秒", published_at=make.ago(seconds=7))
    before = list(Article.objects.order_by("pk").values())
    report = write(read("a.xlsx", exporting.workbook(Article.objects.order_by("pk"))))
    assert {(line.outcome, line.reason) for line in report.lines} == {(Outcome.SKIPPED, "没有变化")}
    assert len(report.lines) == 6
    assert list(Article.objects.order_by("pk").values()) == before


@pytest.mark.parametrize("text", ["=1+1", "+86", "-1", "@SUM(1)", '=HYPERLINK("http://x","y")'])
@pytest.mark.django_db
def test_a_formula_stays_text(text):
    make.article(title=text, source=text[:40])
    page = load_workbook(exporting.workbook(Article.objects.all())).active
    assert [cell.value for cell in page[1]][:5] == ["本站编号", "标题", "分类", "添加日期", "信息来源"]
    assert (page["B2"].value, page["B2"].data_type, page["B2"].quotePrefix) == (text, "s", True)


@pytest.mark.django_db
def test_an_imported_article_may_be_changed_in_the_exported_table():
    write(table(ROWS))
    book = load_workbook(exporting.workbook(Article.objects.order_by("pk")))
    book.active["K2"].value = "<p>在表里改的。</p>"
    file = BytesIO()
    book.save(file)
    report = write(read("a.xlsx", file))
    assert outcomes(report) == [Outcome.UPDATED, Outcome.SKIPPED]
    assert Article.objects.get(title="春茶开采").body == "<p>在表里改的。</p>"


@pytest.mark.django_db
def test_an_article_of_this_site_is_not_changed_by_a_table():
    make.article(title="本站的")
    book = load_workbook(exporting.workbook(Article.objects.all()))
    book.active["K2"].value = "<p>在表里改的。</p>"
    file = BytesIO()
    book.save(file)
    assert "在本站写的" in write(read("a.xlsx", file)).lines[0].reason
    assert Article.objects.get().body == "<p>春茶开采。</p>"
