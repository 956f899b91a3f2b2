"""/my/company/: a company registered and described."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts import profiles, windows
from accounts.access import employer_required
from accounts.employers.forms import ProfileForm
from accounts.teams import Refused

OVERTAKEN = "在您填写的时候，同事保存过这份资料。您填的都还在下面，列出的几项和现在保存的不同，核对后再按一次“保存”。"
PICTURE_AGAIN = "标志图片请再选一次。"


@employer_required
def company(request):
    return edit(request, request.recruiter.company) if request.recruiter else register(request)


def register(request):
    form = ProfileForm(request.POST or None, request.FILES or None, initial={"contact_name": request.user.name})
    if request.method == "POST" and form.is_valid():
        try:
            profiles.register(form.values, by=request.user)
        except Refused as refused:
            messages.info(request, str(refused))
            return redirect("my:company")
        messages.success(request, "企业资料已保存。接下来提交营业执照，审核通过后就能公开招聘。")
        return redirect("my:verification")
    return render(request, "accounts/my/company_register.html", {"form": form, "crumbs": [("登记企业", "")]})


def edit(request, company):
    is_locked = profiles.is_locked(company)
    different = []
    if request.method == "POST":
        form = ProfileForm(request.POST, request.FILES, instance=company, is_locked=is_locked)
        if form.is_valid():
            try:
                profiles.edit(company, form.values, by=request.user, seen=form.cleaned_data["version"])
            except profiles.Overtaken as overtaken:
                form, different = again(request, overtaken.company)
            else:
                messages.success(request, "企业资料已保存。")
                return redirect("my:company")
    else:
        form = ProfileForm(instance=company, is_locked=is_locked, initial={"version": profiles.version(company)})
    context = {
        "form": form,
        "company": company,
        "is_locked": is_locked,
        "is_public": company.is_verified(timezone.now()),
        "different": different,
        "crumbs": [("企业资料", "")],
    }
    return render(request, "accounts/my/company.html", context)


def again(request, company):
    """The form with all that was written, on top of the latest version; and what differs from it."""
    data = request.POST.copy()
    data["version"] = profiles.version(company)
    form = ProfileForm(data, instance=company, is_locked=profiles.is_locked(company))
    form.add_error(None, OVERTAKEN + (PICTURE_AGAIN if request.FILES else ""))
    fields = [form[name] for name in form.changed_data if name not in {"version", "drops_logo"}]
    return form, [(field.label, shown(company, field.name)) for field in fields]


def shown(company, name):
    if name == "benefits":
        return "、".join(company.benefit_names) or "（空）"
    else:
        return windows.shown(company, name)
