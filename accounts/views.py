"""The public pages of companies."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from accounts.filters import CompanyFilter
from accounts.models import Company, CompanyEntry, CompanyPhoto
from axrc.web.page_cache import for_visitors
from axrc.web.paging import Pager

# Cards stand in one, two or three columns.
COMPANIES_A_PAGE = 18


@for_visitors
def companies(request):
    at = timezone.now()
    company_filter = CompanyFilter(request.GET, at)
    ids, total = CompanyEntry.objects.page(
        company_filter.query(at), at=at, order=company_filter.order, number=company_filter.page, per_page=COMPANIES_A_PAGE
    )
    parameters = company_filter.parameters()
    pager = Pager(company_filter.page, total, company_filter.address, parameters, company_filter.unit, COMPANIES_A_PAGE)
    context = {
        "filter": company_filter,
        "facets": company_filter.counted(at),
        "hidden": [("sort", company_filter.sort)] if "sort" in parameters else [],
        "companies": Company.objects.verified(at).for_cards().in_order(ids),
        "pager": pager,
        "total_label": pager.total_label,
        "suggestions": [] if total else wider_searches(company_filter),
        "crumbs": [("名企", "")],
    }
    return render(request, "accounts/companies.html", context)


def wider_searches(company_filter):
    """Wider ones of this list, and the word in all lists."""
    found = company_filter.wider()
    everywhere = f"{reverse('pages:search')}?{urlencode({'q': company_filter.q})}"
    return found + ([{"label": f"在职位和资讯里找“{company_filter.q}”", "url": everywhere}] if company_filter.q else [])


@for_visitors
def company(request, pk):
    company = get_object_or_404(Company.objects.verified().for_cards(), pk=pk)
    report = {"type": "complaint", "text": f"投诉企业：{company.name}（企业编号 {company.pk}）\n"}
    context = {
        "company": company,
        "photos": company.photos.all()[: CompanyPhoto.MOST],
        "addresses": company.addresses.select_related("region__parent"),
        "report_url": f"{reverse('pages:feedback')}?{urlencode(report)}",
        "crumbs": [("名企", reverse("accounts:companies")), (company.name, "")],
    }
    return render(request, "accounts/company.html", context)
