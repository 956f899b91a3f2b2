"""/my/company/addresses/: where else the company can be found."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts import profiles
from accounts.access import recruiter_required
from accounts.employers.forms import AddressForm


@recruiter_required
def addresses(request):
    company = request.recruiter.company
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            profiles.add_address(company, form.cleaned_data, by=request.user)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "地址已加上。")
            return redirect("my:company-addresses")
    context = {
        "form": form,
        "company": company,
        "addresses": company.addresses.select_related("region__parent"),
        "crumbs": [("企业资料", reverse("my:company")), ("其他地址", "")],
    }
    return render(request, "accounts/my/company_addresses.html", context)


@require_POST
@recruiter_required
def remove(request, pk):
    profiles.remove_address(get_object_or_404(request.recruiter.company.addresses, pk=pk), by=request.user)
    messages.success(request, "地址已删除。")
    return redirect("my:company-addresses")
