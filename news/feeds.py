"""The newest articles as an Atom feed."""

from django.contrib.syndication.views import Feed
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from axrc.text import printable
from axrc.text.pictures import without_outside_images
from news.models import Article

MOST = 30


class FullTextFeed(Atom1Feed):
    def add_item_elements(self, handler, item):
        """Beside the summary the whole text; its addresses are relative to the article's."""
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["content"], {"type": "html", "xml:base": item["link"]})


class ArticleFeed(Feed):
    feed_type = FullTextFeed
    title = "资讯中心 - 安溪人才网"
    subtitle = "安溪本地要闻、就业政策、公招公告和招聘动态"
    link = reverse_lazy("news:front")

    def items(self):
        return Article.objects.published(timezone.now()).newest_first().select_related("section")[:MOST]

    def item_title(self, article):
        return article.title

    def item_description(self, article):
        """Readers of feeds take it for markup."""
        return escape(article.summary)

    def item_extra_kwargs(self, article):
        return {"content": without_outside_images(article.body)}

    def item_author_name(self, article):
        return article.source

    def item_categories(self, article):
        return [printable(article.section.name)]

    def item_pubdate(self, article):
        return article.published_at

    def item_updateddate(self, article):
        return article.changed_at
