"""What the paper lends to the pages of others."""

from django import template
from django.urls import reverse

from news.models import NOTICES, Article, Section

register = template.Library()


@register.inclusion_tag("news/_headlines_panel.html")
def latest_articles(number):
    """The newest articles, as a short list."""
    articles = Article.objects.published().newest_first().for_headlines()[:number]
    return {"title": "最新资讯", "articles": articles, "more_url": reverse("news:front")}


@register.inclusion_tag("news/_headlines_panel.html")
def recommended_articles(number, without=None):
    """The editors' picks, filled up with the newest; not the article beside which they stand."""
    known = [without.pk] if without else []
    newest = Article.objects.published().newest_first().for_headlines()
    articles = list(newest.recommended().exclude(pk__in=known)[:number])
    if len(articles) < number:
        known += [article.pk for article in articles]
        articles += newest.exclude(pk__in=known)[: number - len(articles)]
    return {"title": "最新推荐", "articles": articles, "wraps": True}


@register.inclusion_tag("news/_headlines_panel.html")
def site_notices(number):
    """What the site itself has to say.

    The section is asked for by a subquery: over a join PostgreSQL reads all articles by date until it has found enough.
    """
    section = Section.objects.filter(slug=NOTICES).values("pk")[:1]
    articles = Article.objects.published().in_section(section).newest_first().for_headlines()[:number]
    return {"title": "网站公告", "articles": articles, "more_url": reverse("news:section", args=[NOTICES]), "wraps": True}
