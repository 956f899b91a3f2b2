"""Every address that the public may open, so that no test forgets one."""

from django.urls import reverse
from django.utils import timezone

from accounts.models import Company
from jobs.models import Job
from news.archive import Period
from news.models import Article, Section

PAGES = ["about", "fees", "payment", "contact", "privacy", "terms", "credentials"]
PLAIN = [
    "/robots.txt",
    "/healthz",
    "/feeds/jobs.xml",
    "/feeds/jobs.json",
    "/feeds/news.xml",
    "/news/policy/feed.xml",
    "/sitemap.xml",
]
MAPS = [f"/sitemap-{name}.xml" for name in ("pages", "jobs-0", "places", "companies", "sections", "articles", "news")]


def html():
    """Name and address of each page for people."""
    job, article, company = (
        Job.objects.live().newest_first()[0],
        Article.objects.published()[0],
        Company.objects.verified()[0],
    )
    ended = Job.objects.ended()[0]
    return {
        "home": "/",
        "board": "/jobs/",
        "board-narrowed": "/jobs/?q=茶&region=anxi&salary=5000-7999&education=college&benefit=meals&sort=salary",
        "board-nothing": "/jobs/?q=竹蜻蜓飞行员&region=xiping",
        "job": job.get_absolute_url(),
        "job-ended": ended.get_absolute_url(),
        "landing": reverse("jobs:landing", args=[job.region.slug, job.category.slug]),
        "companies": "/companies/",
        "companies-found": "/companies/?q=茶",
        "companies-narrowed": "/companies/?q=茶&industry=tea&industry=rattan&region=anxi&hiring=1",
        "companies-nothing": "/companies/?q=竹蜻蜓飞行员&region=xiping",
        "company": company.get_absolute_url(),
        "talent": "/talent/",
        "company-narrowed": f"{company.get_absolute_url()}?region=xiping",
        "news": "/news/",
        "section": Section.objects.first().get_absolute_url(),
        "article": article.get_absolute_url(),
        "article-notice": Article.objects.published().filter(attachments__isnull=False)[0].get_absolute_url(),
        "archive": "/news/archive/",
        "archive-year": Period(timezone.localtime(article.published_at).year).url(),
        "archive-month": Period(*timezone.localtime(article.published_at).timetuple()[:2]).url(),
        "search": "/search/?q=茶艺",
        "search-articles": "/search/?q=茶艺&kind=articles",
        "search-nothing": "/search/?q=竹蜻蜓飞行员",
        "search-empty": "/search/",
        **{name: f"/{name}/" for name in PAGES},
        "feedback": "/feedback/",
        "links": "/links/",
        "login": "/accounts/login/",
        "signup": "/accounts/signup/",
        "password-reset": "/accounts/password/reset/",
    }


def everything():
    return [*html().values(), *PLAIN, *MAPS]
