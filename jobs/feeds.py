"""Any search of the board as a feed: Atom, and JSON Feed beside it."""

from django.contrib.syndication.views import Feed
from django.http import JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks
from django.views.decorators.http import conditional_page, require_safe

from axrc.text import printable
from jobs.filters import JobFilter
from jobs.models import BoardEntry, Job

MOST = 50
SUBTITLE = "符合条件的最新职位"
JSON_FEED = "https://jsonfeed.org/version/1.1"


def title(job_filter):
    return f"{job_filter.words or '最新职位'} - 安溪人才网"


def newest(job_filter):
    """The newest jobs of the search, in whatever order it asks for."""
    at = job_filter.at
    ids = BoardEntry.objects.find(job_filter.query(), at=at, limit=MOST)
    return Job.objects.live(at).for_rows().in_order(ids)


def headline(job):
    return printable(f"{job.title} {job.pay_label}")


def text(job):
    return printable("\n".join([f"{job.company} · {job.region.full_name}", job.description, job.requirements]))


class JobFeed(Feed):
    """Takes the parameters of the board; always newest first."""

    feed_type = Atom1Feed

    @method_decorator(conditional_page)
    def __call__(self, request, *args, **kwargs):
        """Whether something changed is told by the content alone: a job that goes leaves no later date."""
        response = super().__call__(request, *args, **kwargs)
        del response["Last-Modified"]
        return response

    def get_object(self, request):
        return JobFilter(request.GET)

    def title(self, job_filter):
        return title(job_filter)

    def subtitle(self, job_filter):
        return SUBTITLE

    def link(self, job_filter):
        return job_filter.url()

    def feed_url(self, job_filter):
        return job_filter.url(reverse("feeds:jobs"))

    def items(self, job_filter):
        return newest(job_filter)

    def item_title(self, job):
        return headline(job)

    def item_description(self, job):
        """Readers of feeds take it for markup."""
        return linebreaks(text(job), autoescape=True)

    def item_author_name(self, job):
        return printable(job.company.name)

    def item_categories(self, job):
        return [job.category.name]

    def item_pubdate(self, job):
        return job.published_at

    def item_updateddate(self, job):
        return job.fresh_at


@require_safe
@conditional_page
def json_feed(request):
    """https://www.jsonfeed.org/version/1.1/"""
    job_filter = JobFilter(request.GET)
    absolute = request.build_absolute_uri
    feed = {
        "version": JSON_FEED,
        "title": title(job_filter),
        "description": SUBTITLE,
        "home_page_url": absolute(job_filter.url()),
        "feed_url": absolute(job_filter.url(reverse("feeds:jobs-json"))),
        "language": "zh-Hans",
        "items": [item(job, absolute) for job in newest(job_filter)],
    }
    return JsonResponse(feed, content_type="application/feed+json", json_dumps_params={"ensure_ascii": False})


def item(job, absolute):
    address = absolute(job.get_absolute_url())
    return {
        "id": address,
        "url": address,
        "title": headline(job),
        "content_text": text(job),
        "date_published": moment(job.published_at),
        "date_modified": moment(job.fresh_at),
        "authors": [{"name": printable(job.company.name), "url": absolute(job.company.get_absolute_url())}],
        "tags": [job.category.name],
    }


def moment(at):
    return timezone.localtime(at).isoformat(timespec="seconds")
