"""An article as schema.org describes it, for search engines."""

from django.conf import settings
from django.templatetags.static import static
from django.utils import timezone

from axrc.text import picture_addresses

MOST_PICTURES = 3


def news_article(article, *, site, absolute):
    """`site` is the site's profile; `absolute` makes an address of ours absolute."""
    address = absolute(article.get_absolute_url())
    publisher = {
        "@type": "Organization",
        "name": site.name,
        "url": absolute("/"),
        "logo": {"@type": "ImageObject", "url": absolute(static("img/mark.svg"))},
    }
    return {
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.summary,
        "inLanguage": "zh-CN",
        "articleSection": article.section.name,
        "mainEntityOfPage": {"@type": "WebPage", "@id": address},
        "author": original_author(article) or {"@type": "Organization", "name": site.name, "url": absolute("/")},
        "publisher": publisher,
        **dates(article),
        **images(article, absolute),
        **origin(article),
    }


def original_author(article):
    """Who wrote a repost is whom it was taken from, not the site."""
    if article.is_repost:
        author = {"@type": "Organization", "name": article.source}
        return author | ({"url": article.source_link} if article.source_link else {})
    else:
        return None


def dates(article):
    """Nothing while it has no date yet, as in a preview."""
    if article.published_at:
        moments = {"datePublished": article.published_at, "dateModified": article.changed_at}
        return {name: timezone.localtime(moment).isoformat(timespec="seconds") for name, moment in moments.items()}
    else:
        return {}


def images(article, absolute):
    """The cover and the first of the pictures in the text that are our own."""
    found = [article.cover.url] if article.cover else []
    found += [address for address in picture_addresses(article.body) if address.startswith(settings.MEDIA_URL)]
    return {"image": [absolute(address) for address in dict.fromkeys(found)][:MOST_PICTURES]} if found else {}


def origin(article):
    """Where a repost was taken from (DOMAIN.md L17)."""
    return {"isBasedOn": article.source_link} if article.source_link else {}
