"""Any search of the board as an Atom feed."""

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from axrc.text import printable
from jobs.filters import JobFilter
from jobs.models import BoardEntry, Job

MOST = 50


class JobFeed(Feed):
    """Takes the parameters of the board; always newest first."""

    feed_type = Atom1Feed

    def get_object(self, request):
        return JobFilter(request.GET)

    def title(self, job_filter):
        return f"{job_filter.words or '最新职位'} - 安溪人才网"

    def subtitle(self, job_filter):
        return "符合条件的最新职位"

    def link(self, job_filter):
        return job_filter.url()

    def feed_url(self, job_filter):
        return job_filter.url(reverse("feeds:jobs"))

    def items(self, job_filter):
        at = timezone.now()
        ids = BoardEntry.objects.find(job_filter.query(at), at=at, limit=MOST)
        return Job.objects.live(at).for_rows().in_order(ids)

    def item_title(self, job):
        return printable(f"{job.title} {job.pay_label}")

    def item_description(self, job):
        return printable("\n".join([f"{job.company} · {job.region.full_name}", job.description, job.requirements]))

    def item_author_name(self, job):
        return printable(job.company.name)

    def item_categories(self, job):
        return [job.category.name]

    def item_pubdate(self, job):
        return job.published_at

    def item_updateddate(self, job):
        return job.fresh_at
