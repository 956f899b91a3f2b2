"""The site map: a line an app, then what reads all of them."""

from django.conf import settings
from django.conf.urls.static import static
from django.contrib import admin
from django.contrib.sitemaps.views import index, sitemap
from django.urls import include, path

from accounts.sitemaps import CompanySitemap
from axrc.web.styleguide import error_page, styleguide
from jobs.feeds import JobFeed
from jobs.sitemaps import JobSitemap
from news.feeds import ArticleFeed
from news.sitemaps import ArticleSitemap, NewsSitemap, SectionSitemap
from pages.sitemaps import PageSitemap

sitemaps = {
    "pages": PageSitemap,
    "jobs": JobSitemap,
    "companies": CompanySitemap,
    "sections": SectionSitemap,
    "articles": ArticleSitemap,
    "news": NewsSitemap,
}

feeds = [
    path("jobs.xml", JobFeed(), name="jobs"),
    path("news.xml", ArticleFeed(), name="news"),
]

urlpatterns = [
    path("", include("pages.urls")),
    path("", include("jobs.urls")),
    path("companies/", include("accounts.urls")),
    path("news/", include("news.urls")),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("feeds/", include((feeds, "feeds"))),
    path("sitemap.xml", index, {"sitemaps": sitemaps, "sitemap_url_name": "sitemap"}, name="sitemap-index"),
    path("sitemap-news.xml", sitemap, {"sitemaps": sitemaps, "section": "news", "template_name": "news/sitemap.xml"}),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": sitemaps}, name="sitemap"),
]

if settings.DEBUG:
    urlpatterns += [
        path("styleguide/", styleguide, name="styleguide"),
        *(path(f"styleguide/{code}/", error_page, {"code": code}) for code in (403, 404, 410, 500)),
    ]
    urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)
