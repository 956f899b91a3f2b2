"""What an article and its lists tell other sites and programs."""

from django import template
from django.templatetags.static import static

from axrc.web.structured_data import linked_data
from news.structured_data import news_article

register = template.Library()

# Stands for the site where a page has no picture of its own.
SHARE_PICTURE = "img/share.png"
SHARE_WIDTH, SHARE_HEIGHT = 1200, 630


@register.simple_tag(takes_context=True)
def news_article_data(context, article):
    absolute = context["request"].build_absolute_uri
    return linked_data(news_article(article, site=context["chrome"]["site"], absolute=absolute))


@register.inclusion_tag("news/_open_graph.html", takes_context=True)
def open_graph(context, kind, title, summary, pictured=None):
    """`kind` is "website" or "article"; `pictured` the article whose cover to show, if any."""
    return {
        "kind": kind,
        "title": title,
        "summary": summary,
        "address": context["canonical"],
        "site": context["chrome"]["site"],
        **picture_of(pictured, context["request"].build_absolute_uri),
    }


def picture_of(article, absolute):
    """Sizes come from the row: to ask the file would be to open it."""
    if article and article.cover:
        return {"picture": absolute(article.cover.url), "width": article.cover.width, "height": article.cover.height}
    else:
        return {"picture": absolute(static(SHARE_PICTURE)), "width": SHARE_WIDTH, "height": SHARE_HEIGHT}
