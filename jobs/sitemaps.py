"""Live jobs, and the pages of towns and trades, for search engines."""

from django.contrib.sitemaps import Sitemap
from django.db.models import Max, Subquery
from django.utils import timezone

from axrc.web.sitemaps import Parted
from jobs.landing import Places, address
from jobs.models import Job
from jobs.models.job import PER_PART

# To ask for each of ten thousand addresses would take longer than to find the jobs.
PAGE = "/jobs/{}/"


class JobSitemap(Parted):
    """By ranges of ids, so that a job stays in its part and none has to be counted."""

    def last(self):
        return (Job.objects.aggregate(last=Max("pk"))["last"] or 0) // PER_PART

    def parts(self):
        """One statement, with two looks into an index for each part."""
        at, numbers = timezone.now(), range(self.last() + 1)
        looks = {f"live_{number}": first_live(number, at) for number in numbers}
        looks |= {f"changed_{number}": last_changed(number) for number in numbers}
        found = Job.objects.order_by("pk").annotate(**looks).values(*looks).first() or {}
        return [(number, found[f"changed_{number}"]) for number in numbers if found.get(f"live_{number}")]

    def places(self, number):
        jobs = Job.objects.live().filter(part=number).order_by("pk").values_list("pk", "updated_at")
        return [(PAGE.format(pk), changed_at) for pk, changed_at in jobs]


def first_live(number, at):
    """Any live job of a part. The order names the index that is to be used."""
    return Subquery(Job.objects.live(at).filter(part=number).order_by("part", "ends_at").values("pk")[:1])


def last_changed(number):
    return Subquery(Job.objects.filter(part=number).order_by("-updated_at").values("updated_at")[:1])


class LandingSitemap(Sitemap):
    """Each town with each trade that has a live job there; their number is bounded by the two lists."""

    changefreq = "daily"
    limit = 10_000
    is_one_page = True

    def items(self):
        return Places(timezone.now()).all_pairs()

    def location(self, item):
        return address(*item)
