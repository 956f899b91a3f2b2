"""What the paper lends to the pages of others."""

from django import template
from django.urls import reverse

from news.models import NOTICES, Article

register = template.Library()


@register.inclusion_tag("news/_headlines_panel.html")
def latest_articles(number):
    """The newest articles, as a short list."""
    articles = Article.objects.published().newest_first().for_rows()[:number]
    return {"title": "最新资讯", "articles": articles, "more_url": reverse("news:front")}


@register.inclusion_tag("news/_headlines_panel.html")
def recommended_articles(number, without=None):
    """The editors' picks, filled up with the newest; not the article beside which they stand."""
    articles = Article.objects.published().recommended_first().for_rows()
    if without:
        articles = articles.exclude(pk=without.pk)
    return {"title": "最新推荐", "articles": articles[:number], "wraps": True}


@register.inclusion_tag("news/_headlines_panel.html")
def site_notices(number):
    """What the site itself has to say."""
    articles = Article.objects.published().filter(section__slug=NOTICES).newest_first().for_rows()[:number]
    return {"title": "网站公告", "articles": articles, "more_url": reverse("news:section", args=[NOTICES]), "wraps": True}
