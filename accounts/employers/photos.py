"""/my/company/photos/: what the company looks like from inside."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from accounts import photos as album
from accounts.access import recruiter_required
from accounts.employers.forms import PhotoForm
from accounts.models import CompanyPhoto


def crumbs(name):
    return [("企业资料", reverse("my:company")), (name, "")]


@recruiter_required
def photos(request):
    company = request.recruiter.company
    form = PhotoForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            album.add(
                company,
                values["picture"],
                alternative_text=values["alternative_text"],
                order=company.photos.count() + 1,
                by=request.user,
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "照片已加上。")
            return redirect("my:company-photos")
    shown = list(company.photos.all())
    context = {
        "form": form,
        "company": company,
        "photos": shown,
        "most": CompanyPhoto.MOST,
        "is_full": len(shown) >= CompanyPhoto.MOST,
        "crumbs": crumbs("企业照片"),
    }
    return render(request, "accounts/my/company_photos.html", context)


@recruiter_required
def photo(request, pk):
    """Change what is said of it, or take it away."""
    photo = get_object_or_404(request.recruiter.company.photos, pk=pk)
    form = PhotoForm(request.POST or None, instance=photo)
    if request.method == "POST" and "remove" in request.POST:
        album.remove(photo, by=request.user)
        messages.success(request, "照片已删除。")
        return redirect("my:company-photos")
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "照片说明已保存。")
        return redirect("my:company-photos")
    context = {"form": form, "photo": photo, "crumbs": crumbs("修改照片")}
    return render(request, "accounts/my/company_photo.html", context)
