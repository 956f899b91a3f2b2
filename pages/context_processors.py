"""What the chrome of every page shows."""

import hashlib
from functools import partial

from django.core.cache import cache
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from pages.models import FriendLink, Page, SiteProfile
from pages.models.chrome import CHROME_KEY, SECONDS

MENU = [
    ("首页", "/"),
    ("找工作", "/jobs/"),
    ("名企", "/companies/"),
    ("找人才", "/talent/"),
    ("资讯中心", "/news/"),
    ("联系我们", "/contact/"),
]


def chrome(request):
    """Nothing is read before a template asks: feeds and the admin do not pay for it."""
    return {"chrome": SimpleLazyObject(partial(chrome_of, request.path))}


def chrome_of(path):
    rows = cache.get_or_set(CHROME_KEY, read_rows, SECONDS)
    entries = menu(path)
    current = next((entry["url"] for entry in entries if entry["is_current"]), "")
    return {**rows, "menu": entries, "section": current, "is_demo": rows["site"].is_demo}


def menu(path):
    return [{"label": label, "url": url, "is_current": is_within(path, url)} for label, url in MENU]


def is_within(path, url):
    return path == url if url == "/" else path.startswith(url)


def read_rows():
    friend_links = [{"name": link.name, "url": link.url} for link in FriendLink.objects.visible()]
    site, pages = SiteProfile.current(), footer_pages(bool(friend_links))
    shown = repr([*(getattr(site, field.attname) for field in site._meta.concrete_fields), pages, friend_links])
    # HTML of the chrome is kept under the version.
    version = hashlib.sha256(shown.encode()).hexdigest()
    return {"site": site, "footer_pages": pages, "friend_links": friend_links, "version": version}


def footer_pages(has_friend_links):
    """Only what is there: a page nobody has written yet is not linked. Equal orders keep the order of the list."""
    pages = {page.slug: page for page in Page.objects.filter(is_in_footer=True).defer("body")}
    entries = []
    for slug in Page.Slug:
        if slug in pages:
            entries.append((pages[slug].order, {"title": pages[slug].title, "url": pages[slug].get_absolute_url()}))
        if slug == Page.Slug.CONTACT:
            entries.append((0, {"title": "留言反馈", "url": reverse("pages:feedback")}))
    if has_friend_links:
        entries.append((0, {"title": "友情链接", "url": reverse("pages:links")}))
    return [entry for _order, entry in sorted(entries, key=lambda pair: pair[0])]
