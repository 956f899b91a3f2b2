"""The public pages of companies."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from accounts.models import Company, CompanyEntry
from axrc.search.query import Query
from axrc.text import printable
from axrc.web.page_cache import for_visitors
from axrc.web.paging import Pager, page_number

LONGEST_KEYWORD = 50
# Cards stand in one, two or three columns.
COMPANIES_A_PAGE = 18


@for_visitors
def companies(request):
    at = timezone.now()
    q = printable(request.GET.get("q", ""))[:LONGEST_KEYWORD]
    query = Query.of(q)
    parameters = request.GET.copy()
    parameters.clear()
    if q:
        parameters["q"] = q
    number = page_number(request.GET.get("page"))
    ids, total = CompanyEntry.objects.page(query, at=at, order="relevance", number=number, per_page=COMPANIES_A_PAGE)
    pager = Pager(number, total, reverse("accounts:companies"), parameters, "家企业", COMPANIES_A_PAGE)
    context = {
        "companies": Company.objects.verified(at).for_cards().in_order(ids),
        "q": q,
        "pager": pager,
        "total_label": pager.total_label,
        "crumbs": [("名企", "")],
    }
    return render(request, "accounts/companies.html", context)


@for_visitors
def company(request, pk):
    company = get_object_or_404(Company.objects.verified().for_cards(), pk=pk)
    context = {"company": company, "crumbs": [("名企", reverse("accounts:companies")), (company.name, "")]}
    return render(request, "accounts/company.html", context)
