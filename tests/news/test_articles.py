"""What the public may read, and what saving an article does."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from axrc.search.query import Query
from news.models import Article, ArticleEntry, Section
from tests.news import make

pytestmark = pytest.mark.django_db


def found(words, at=None):
    return ArticleEntry.objects.find(Query.of(words), at=at or timezone.now())


def test_the_sections_of_a_county_paper_are_there():
    names = ["本地要闻", "就业政策", "公招公告", "招聘动态", "职业指导", "劳动法规", "网站公告"]
    assert [section.name for section in Section.objects.all()] == names


def test_a_published_article_is_public():
    article = make.article()
    assert article in Article.objects.published()
    assert article.is_public()


@pytest.mark.parametrize("status", [Article.Status.DRAFT, Article.Status.WITHDRAWN])
def test_a_draft_and_a_withdrawn_article_are_not(status):
    article = make.article(status=status)
    assert article not in Article.objects.published()
    assert not article.is_public()


def test_an_article_appears_with_its_date():
    tomorrow = make.hence(days=1)
    article = make.article(published_at=tomorrow)
    assert article not in Article.objects.published()
    assert article in Article.objects.published(tomorrow)


def test_what_is_published_without_a_date_is_of_now():
    article = make.article(published_at=None)
    assert abs(article.published_at - timezone.now()).total_seconds() < 5


def test_a_draft_may_be_without_a_date():
    assert make.article(status=Article.Status.DRAFT, published_at=None).published_at is None


def test_the_body_is_clean_once_it_is_saved():
    article = make.article(body='<h1 onclick="x()">题</h1><script>x()</script>')
    assert article.body == "<h2>题</h2>"
    assert Article.objects.get().body == "<h2>题</h2>"


def test_the_body_is_clean_on_every_way_into_the_database():
    article = make.article()
    Article.objects.update(body="<p onclick=x()>一</p>")
    assert Article.objects.get().body == "<p>一</p>"
    Article.objects.bulk_create([Article(title="二", section=article.section, body="<p onclick=x()>二</p>")])
    assert Article.objects.get(title="二").body == "<p>二</p>"


def test_a_summary_is_made_from_the_body():
    article = make.article(body="<h2>采茶</h2><p>" + "茶" * 200 + "</p>")
    assert len(article.summary) == 90
    assert article.summary.startswith("采茶 茶茶")


def test_a_summary_that_was_written_stays():
    assert make.article(summary="春茶").summary == "春茶"


def test_a_title_has_no_control_characters():
    assert make.article(title="茶\x0b农\n开春").title == "茶农 开春"


def test_an_article_is_found_by_its_words():
    article = make.article(title="藤铁工艺展", body="<p>尚卿乡</p><p>编织</p>")
    assert found("藤铁") == found("编织") == [article.pk]
    assert found("乡编") == []


def test_an_article_is_found_only_while_it_is_public():
    tomorrow = make.hence(days=1)
    article = make.article(title="藤铁工艺展", published_at=tomorrow)
    assert found("藤铁") == []
    assert found("藤铁", at=tomorrow) == [article.pk]
    article.status = Article.Status.WITHDRAWN
    article.save()
    assert found("藤铁", at=tomorrow) == []


def test_an_article_is_found_as_it_now_stands():
    article = make.article(title="藤铁工艺展")
    article.title = "石材展"
    article.save()
    assert found("藤铁") == []
    assert found("石材") == [article.pk]


def test_articles_are_found_within_a_section():
    article = make.article(section=make.section("law"))
    make.article()
    query = Query().narrowed([f"section:{article.section_id}"])
    assert ArticleEntry.objects.find(query, at=timezone.now()) == [article.pk]


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("source", {"source": "", "source_url": "https://example.com/1"}),
        ("source", {"source": "安溪人才网", "source_url": "https://example.com/1"}),
        ("source_url", {"source": "县人社局", "source_url": ""}),
        ("source_url", {"source": "县人社局", "source_url": "javascript:alert(1)"}),
        ("source_url", {"source": "县人社局", "source_url": "ftp://example.com/1"}),
    ],
)
def test_a_repost_names_where_it_comes_from(field, values):
    article = Article(title="一", section=make.section(), body="<p>一</p>", is_repost=True, **values)
    with pytest.raises(ValidationError) as refusal:
        article.clean()
    assert list(refusal.value.message_dict) == [field]


def test_an_address_that_is_none_is_never_linked():
    article = make.article(is_repost=True, source="县人社局", source_url="javascript:alert(1)")
    assert article.source_link == ""


def test_a_cover_is_written_anew():
    exif = make.Image.Exif()
    exif[0x010E] = "a secret place"
    article = make.article(cover=make.picture(size=(2000, 1000), exif=exif, name="../../evil.php.jpg"))
    assert (article.cover.width, article.cover.height) == (1600, 800)
    assert article.cover.file.name.startswith("news/")
    assert "evil" not in article.cover.file.name
    assert b"secret" not in article.cover.file.read()


def test_a_cover_is_written_anew_once():
    article = make.article(cover=make.picture())
    name = article.cover.file.name
    article.save()
    assert article.cover.file.name == name
