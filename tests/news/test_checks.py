"""Slips are pointed out to the editor and keep nothing from being saved."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from news.advertising import forbidden_words
from news.checks import checks
from news.models import Article
from tests.news import make

pytestmark = pytest.mark.django_db
ADD = "/admin/news/article/add/"
TABLE = "<table><tr><td>工种</td><td>人数</td></tr></table>"


@pytest.fixture
def desk(client):
    client.force_login(make.editor())
    return client


def text(response):
    return response.content.decode()


def found(**values):
    section = values.pop("section", None) or make.section()
    return checks(Article(**{"title": "茶农开春采茶", "section": section, "body": "<p>春茶开采。</p>"} | values))


def test_a_good_article_has_no_findings():
    body = """<h2>安排</h2><h3>时间</h3><h2>地点</h2><p>见<a href="/news/">培训班报名表</a></p>
    <table><tr><th>工种</th></tr><tr><td>茶艺师</td></tr></table><p><img src="/media/a.jpg" alt="学员在教室里练习泡茶"></p>"""
    assert found(body=body) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<p><img src="/media/a.jpg"></p>', "1 张图片没有替换文字"),
        ('<p><img src="/media/a.jpg" alt=" "></p>', "1 张图片没有替换文字"),
        ('<p><img src="/media/a.jpg" alt="IMG_2034.jpg"></p>', "1 张图片没有替换文字"),
        ('<p><img src="/media/a.jpg" alt="微信图片_20260305.png"></p>', "1 张图片没有替换文字"),
        ('<p><img src="https://example.com/a.jpg" alt="茶园"></p>', "1 张图片在别的网站上"),
        ("<h3>时间</h3>", "“时间”跳过了一级"),
        ("<h2>安排</h2><h4>时间</h4>", "“时间”跳过了一级"),
        (TABLE + TABLE, "2 个表格没有表头"),
        *[
            (f'<p>报名请<a href="/a">{words}</a></p>', f"“{words}”没有说明去哪里")
            for words in ("点击这里", "这里", "查看", "点击查看", "此处", "【点击下载】", "查看更多>>", "click here", "Here")
        ],
    ],
)
def test_a_slip_in_the_text_is_pointed_out(body, said):
    assert [said in finding.replace("&gt;", ">") for finding in found(body=body)] == [True]


@pytest.mark.parametrize("words", ["查看名单", "下载报名表", "点击率报告", "链接两岸的茶", "更多就业岗位"])
def test_a_link_that_says_where_it_leads_is_fine(words):
    assert found(body=f'<p><a href="/a">{words}</a></p>') == []


def test_a_picture_that_is_a_link_needs_no_words_beside_it():
    assert found(body='<p><a href="/a"><img src="/media/a.jpg" alt="报名海报"></a></p>') == []


@pytest.mark.parametrize(("length", "number"), [(30, 0), (31, 1)])
def test_a_title_has_about_thirty_characters(length, number):
    assert len(found(title="字" * length)) == number


def test_a_date_to_come_is_pointed_out_where_it_hides_the_article():
    assert "才会显示" in found(status=Article.Status.PUBLISHED, published_at=make.hence(days=1))[0]
    assert found(status=Article.Status.DRAFT, published_at=make.hence(days=1)) == []
    assert found(status=Article.Status.PUBLISHED, published_at=make.ago(days=1)) == []


@pytest.mark.parametrize(
    ("claim", "word"),
    [
        ("本站是安溪最大的招聘平台", "最大的招"),
        ("泉州第一招聘网站", "第一招聘网"),
        ("国家级人才平台", "国家级人才平"),
        ("顶级服务", "顶级服务"),
        ("本地唯一招聘网站", "唯一招聘网"),
        ("最佳雇主", "最佳雇主"),
    ],
)
def test_claims_are_flagged_in_notices_of_the_site_only(claim, word):
    assert [f"“{word}”" in finding for finding in found(section=make.section("site"), title=claim)] == [True]
    assert found(section=make.section("local"), title=claim) == []
    assert f"“{word}”" in found(section=make.section("site"), body=f"<p>{claim}</p>")[0]


@pytest.mark.parametrize(
    "words",
    [
        *("最近更新", "最低工资标准", "最新公告", "最后一天", "最长九十天", "最迟三日内", "最多五项", "最高人民法院"),
        *("第一批岗位", "第一条", "第一百二十条", "第一季度", "第一时间回复"),
        *("国家级非物质文化遗产", "国家级经济技术开发区", "唯一标识", "顶级域名"),
    ],
)
def test_plain_speech_is_no_claim(words):
    assert forbidden_words(words) == []


@given(
    st.fixed_dictionaries(
        {
            "title": st.text(max_size=80),
            "body": st.text("<>/phuliatbeg234drcs=\"' 最茶1", max_size=80),
            "summary": st.text(max_size=90),
        }
    )
)
@settings(max_examples=200, deadline=None)
def test_anything_can_be_checked(values):
    assert all(isinstance(finding, str) for finding in checks(Article(**values)))


def test_a_saved_article_says_what_was_found(desk):
    response = desk.post(ADD, make.form(body=TABLE), follow=True)
    assert Article.objects.count() == 1
    assert "1 个表格没有表头" in text(response)


def test_a_draft_shows_before_publishing_what_was_found(desk):
    draft = make.article(body=TABLE, status=Article.Status.DRAFT)
    assert "1 个表格没有表头" in text(desk.get(f"/admin/news/article/{draft.pk}/change/"))


def test_a_check_saves_nothing_and_loses_nothing(desk):
    draft = make.article(title="旧", status=Article.Status.DRAFT)
    typed = make.form(title="新的标题", body=TABLE, summary="一句话", source="县人社局", is_recommended="on", _check="检查")
    for address in (ADD, f"/admin/news/article/{draft.pk}/change/"):
        response = desk.post(address, typed)
        page = text(response)
        assert "1 个表格没有表头" in page
        assert "还没有保存" in page
        form = response.context["adminform"].form
        for name in ("title", "body", "summary", "source", "published_at"):
            assert form[name].value() == typed[name], name
        assert form["is_recommended"].value()
        assert "新的标题" in page
    assert Article.objects.get().title == "旧"
    assert draft.revisions.count() == 1


def test_a_check_shows_mistakes_too(desk):
    page = text(desk.post(ADD, make.form(title="", published_at="昨天", body=TABLE, _check="检查")))
    assert "的格式填写日期" in page
    assert "1 个表格没有表头" in page


def test_a_check_without_findings_says_so(desk):
    assert "检查过了，没有发现问题" in text(desk.post(ADD, make.form(_check="检查")))


def test_a_check_says_that_a_chosen_cover_was_not_kept(desk):
    assert "题图没有保留" in text(desk.post(ADD, make.form(cover=make.picture(), _check="检查")))


def test_a_new_form_says_nothing(desk):
    assert "findings-title" not in text(desk.get(ADD))
