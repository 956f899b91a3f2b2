"""The newest articles as Atom feeds: of the whole paper, and of each section."""

from mimetypes import guess_type
from urllib.parse import urljoin

from django.contrib.syndication.views import Feed
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Enclosure
from django.utils.html import escape

from axrc.text import absolute, printable
from axrc.text.pictures import without_outside_images
from news.models import OWN_SOURCE, Article, Section

MOST = 30


class FullTextFeed(Atom1Feed):
    def add_item_elements(self, handler, item):
        """Beside the summary the whole text. Readers see it elsewhere, so its addresses are made absolute."""
        for enclosure in item["enclosures"]:
            enclosure.url = urljoin(item["link"], enclosure.url)
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", absolute(item["content"], item["link"]), {"type": "html"})


class ArticleFeed(Feed):
    feed_type = FullTextFeed
    title = "资讯中心 - 安溪人才网"
    subtitle = "安溪本地要闻、就业政策、公招公告和招聘动态"
    author_name = OWN_SOURCE
    link = reverse_lazy("news:front")

    def items(self):
        return newest(Article.objects.published(timezone.now()))

    def item_title(self, article):
        return article.title

    def item_description(self, article):
        """Readers of feeds take it for markup."""
        return escape(article.summary)

    def item_extra_kwargs(self, article):
        return {"content": without_outside_images(article.body)}

    def item_enclosures(self, article):
        return [cover_of(article)] if article.cover else []

    def item_author_name(self, article):
        return article.source

    def item_categories(self, article):
        return [printable(article.section.name)]

    def item_pubdate(self, article):
        return article.published_at

    def item_updateddate(self, article):
        return article.changed_at


class SectionFeed(ArticleFeed):
    def get_object(self, request, slug):
        return get_object_or_404(Section, slug=slug)

    def title(self, section):
        return f"{printable(section.name)} - 资讯中心 - 安溪人才网"

    def subtitle(self, section):
        return printable(section.description) or f"安溪人才网的{printable(section.name)}"

    def link(self, section):
        return section.get_absolute_url()

    def feed_url(self, section):
        return reverse("news:section_feed", args=[section.slug])

    def items(self, section):
        return newest(Article.objects.published(timezone.now()).in_section(section))


def newest(articles):
    return articles.newest_first().select_related("section", "cover")[:MOST]


def cover_of(article):
    kind, _encoding = guess_type(article.cover.file.name, strict=False)
    return Enclosure(article.cover.url, str(size_of(article.cover.file)), kind or "image/jpeg")


def size_of(picture):
    """In bytes; 0 for a file that got lost, so that the rest of the feed can still be read."""
    try:
        return picture.size
    except OSError:
        return 0
