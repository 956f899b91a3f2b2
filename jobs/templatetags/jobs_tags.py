"""What the board lends to the pages of others."""

from django import template
from django.db.models import Count
from django.utils import timezone

from axrc.search.query import Query
from axrc.web.paging import PER_PAGE, Pager, page_number
from jobs.models import BoardEntry, Job

register = template.Library()


@register.inclusion_tag("jobs/_latest_jobs.html")
def latest_jobs(number):
    """The newest live jobs, as a short list."""
    at = timezone.now()
    ids = BoardEntry.objects.find(Query(), at=at, limit=number)
    return {"jobs": Job.objects.live(at).for_lines().in_order(ids)}


@register.inclusion_tag("jobs/_company_jobs.html", takes_context=True)
def company_jobs(context, company):
    """A page of the company's live jobs."""
    at = timezone.now()
    query = Query().narrowed([f"company:{company.pk}"])
    request = context["request"]
    parameters = request.GET.copy()
    parameters.clear()
    number = page_number(request.GET.get("page"))
    ids, total = BoardEntry.objects.page(query, at=at, number=number, per_page=PER_PAGE)
    pager = Pager(number, total, company.get_absolute_url(), parameters, "个在招职位")
    return {"jobs": Job.objects.live(at).for_rows().in_order(ids), "pager": pager, "company": company}


@register.simple_tag
def count_live_jobs(companies):
    """Give each company of a page its `live_jobs`, in one query."""
    live = Job.objects.live().filter(company__in=companies)
    counts = dict(live.order_by().values_list("company").annotate(Count("pk")))
    for company in companies:
        company.live_jobs = counts.get(company.pk, 0)
    return ""
