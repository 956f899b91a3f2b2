"""What the board lends to the pages of others."""

from django import template
from django.db.models import Count
from django.utils import timezone
from django.utils.http import urlencode

from axrc.search.query import Query
from axrc.web.routes import address_of
from jobs.company_jobs import CompanyJobs
from jobs.models import BoardEntry, Job

register = template.Library()


@register.inclusion_tag("jobs/_latest_jobs.html")
def latest_jobs(number):
    """The newest live jobs, as a short list."""
    at = timezone.now()
    ids = BoardEntry.objects.find(Query(), at=at, limit=number)
    return {"jobs": Job.objects.live(at).for_lines().in_order(ids)}


@register.simple_tag(takes_context=True)
def jobs_of(context, company):
    """The live jobs of a company as the visitor looks at them; read once for all parts of its page."""
    if not hasattr(company, "shown_jobs"):
        company.shown_jobs = CompanyJobs(company, context["request"].GET, timezone.now())
    return company.shown_jobs


@register.simple_tag
def count_live_jobs(companies):
    """Give each company of a page its `live_jobs`, in one query."""
    live = Job.objects.live().filter(company__in=companies)
    counts = dict(live.order_by().values_list("company").annotate(Count("pk")))
    for company in companies:
        company.live_jobs = counts.get(company.pk, 0)
    return ""


@register.simple_tag
def searched(word, page=1):
    """Where to tell, as data-seen, that somebody looks at what a word found; only its first page counts."""
    return f"{address_of('jobs:searched')}?{urlencode({'q': word})}" if word and page == 1 else ""
