"""What one town offers in one trade, as a page to arrive at."""

from django.http import Http404, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode

from axrc.taxonomy import lists
from axrc.web.page_cache import for_visitors
from axrc.web.paging import PER_PAGE, total_label
from axrc.web.routes import address_of
from jobs.filters import JobFilter
from jobs.landing import MOST_FIGURED, Figures, Places, address
from jobs.models import BoardEntry, Job


@for_visitors
def landing(request, region, category):
    at = timezone.now()
    region = lists.current().regions.by_slug.get(region)
    category = lists.current().categories.by_slug.get(category)
    if not (region and category):
        raise Http404("No such town or trade")
    found = JobFilter(QueryDict(urlencode({"region": region.slug, "category": category.slug})), at)
    ids, total = BoardEntry.objects.page(found.query(at), at=at, per_page=MOST_FIGURED)
    if not total:
        raise Http404("No jobs of this trade in this town")
    places = Places(at)
    board = address_of("jobs:board")
    context = {
        "region": region,
        "category": category,
        "figures": Figures(ids, total),
        "jobs": Job.objects.live(at).for_rows().in_order(ids[:PER_PAGE]),
        "board_url": found.url(),
        "canonical": request.build_absolute_uri(found.url()),
        "feed_url": found.url(address_of("feeds:jobs")),
        "json_feed_url": found.url(address_of("feeds:jobs-json")),
        "trades": [
            {"name": other.name, "url": address(region, other), "label": total_label(number, "个")}
            for other, number in places.trades_beside(region, category)
        ],
        "towns": [
            {"name": other.name, "url": address(other, category), "label": total_label(number, "个")}
            for other, number in places.towns_beside(region, category)
        ],
        "crumbs": [
            ("找工作", board),
            (region.name, f"{board}?{urlencode({'region': region.slug})}"),
            (category.name, ""),
        ],
    }
    return render(request, "jobs/landing.html", context)
