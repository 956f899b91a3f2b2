"""What everybody may open, and what of it only looks public."""

from tests.architecture.access import EVERYBODY, LOGIN, by

ROWS = {
    "": EVERYBODY,
    "search/": EVERYBODY,
    "<page:slug>/": EVERYBODY,
    "feedback/": EVERYBODY,
    "links/": EVERYBODY,
    "healthz": EVERYBODY,
    "robots.txt": EVERYBODY,
    "suggest/": EVERYBODY,
    "jobs/": EVERYBODY,
    "jobs/<int:pk>/": EVERYBODY,
    "jobs/in/<slug:region>/<slug:category>/": EVERYBODY,
    "jobs/<int:pk>/seen/": by(204),
    "jobs/searched/": by(204),
    # For whoever writes postings or keeps the rules.
    "jobs/screening/": by(403, anonymous=LOGIN, employer=200, unverified=200, companyless=200, reviewer=200, superuser=200),
    "companies/": EVERYBODY,
    "companies/<int:pk>/": EVERYBODY,
    "news/": EVERYBODY,
    "news/<int:pk>/": EVERYBODY,
    "news/<int:pk>/seen/": by(204),
    "news/reading/size/": by(400),  # it wants a size
    "news/archive/": EVERYBODY,
    r"news/^archive/(?P<year>[0-9]{4})/\Z": EVERYBODY,
    r"news/^archive/(?P<year>[0-9]{4})/(?P<month>[0-9]{2})/\Z": EVERYBODY,
    "news/attachments/<int:pk>/": EVERYBODY,
    "news/<slug:slug>/": EVERYBODY,
    "news/<slug:slug>/feed.xml": EVERYBODY,
    # A draft: for whoever may read articles in the admin, and for whoever has the signed link.
    "news/<int:pk>/preview/": by(403, anonymous=LOGIN, editor=200, superuser=200),
    "news/preview/<str:token>/": EVERYBODY,
    # The rich text editor's pictures.
    "news/pictures/upload/": by(403, editor=200, superuser=200),
    "feeds/jobs.xml": EVERYBODY,
    "feeds/jobs.json": EVERYBODY,
    "feeds/news.xml": EVERYBODY,
    "sitemap.xml": EVERYBODY,
    "sitemap-news.xml": EVERYBODY,
    "sitemap-<slug:section>-<int:number>.xml": EVERYBODY,
    "sitemap-<section>.xml": EVERYBODY,
    "talent/": EVERYBODY,
    # A resume that only companies it was sent to may see, with its files.
    "talent/<int:pk>/": by(404, anonymous=LOGIN, reviewer=200, superuser=200),
    "talent/<int:pk>/print/": by(404, anonymous=LOGIN, reviewer=200, superuser=200),
    "talent/<int:pk>/pdf/": by(404, reviewer=200, superuser=200),
    "talent/<int:pk>/attachment/": by(404, reviewer=200, superuser=200),
    "talent/<int:pk>/photo/": by(404, reviewer=200, superuser=200),
}
# These are only sent.
SENT = {
    "jobs/<int:pk>/seen/",
    "jobs/searched/",
    "jobs/screening/",
    "news/<int:pk>/seen/",
    "news/reading/size/",
    "news/pictures/upload/",
}
