"""The site map: a line an app, then what reads all of them."""

from django.conf import settings
from django.conf.urls.static import static
from django.contrib import admin
from django.urls import include, path

from accounts import code_views, my_urls
from accounts.sitemaps import CompanySitemap
from axrc.web.sitemaps import index, part, single
from axrc.web.styleguide import error_page, styleguide
from jobs import my_urls as jobs_my_urls
from jobs.feeds import JobFeed, json_feed
from jobs.sitemaps import JobSitemap, LandingSitemap
from news.feeds import ArticleFeed
from news.sitemaps import ArticleSitemap, NewsSitemap, SectionSitemap
from pages.sitemaps import PageSitemap

sitemaps = {
    "pages": PageSitemap,
    "jobs": JobSitemap,
    "places": LandingSitemap,
    "companies": CompanySitemap,
    "sections": SectionSitemap,
    "articles": ArticleSitemap,
    "news": NewsSitemap,
}

feeds = [
    path("jobs.xml", JobFeed(), name="jobs"),
    path("jobs.json", json_feed, name="jobs-json"),
    path("news.xml", ArticleFeed(), name="news"),
]

urlpatterns = [
    path("", include("pages.urls")),
    path("", include("jobs.urls")),
    path("companies/", include("accounts.urls")),
    path("talent/", include("accounts.resumes.talent_urls")),
    path("my/", include(([*my_urls.urlpatterns, *jobs_my_urls.urlpatterns], "my"))),
    path("news/", include("news.urls")),
    path("accounts/", include("accounts.account_urls")),
    path("accounts/login/code/confirm/", code_views.ConfirmLoginCodeView.as_view()),
    path("accounts/phone/verify/", code_views.verify_phone),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("feeds/", include((feeds, "feeds"))),
    path("sitemap.xml", index, {"sitemaps": sitemaps}, name="sitemap-index"),
    path("sitemap-news.xml", single, {"sitemaps": sitemaps, "section": "news", "template_name": "news/sitemap.xml"}),
    path("sitemap-<slug:section>-<int:number>.xml", part, {"sitemaps": sitemaps}, name="sitemap-part"),
    path("sitemap-<section>.xml", single, {"sitemaps": sitemaps}, name="sitemap"),
]

if settings.DEBUG:
    urlpatterns += [
        path("styleguide/", styleguide, name="styleguide"),
        *(path(f"styleguide/{code}/", error_page, {"code": code}) for code in (403, 404, 410, 500)),
    ]
    urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)
