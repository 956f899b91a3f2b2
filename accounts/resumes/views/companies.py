"""What a person sees of companies: which ones looked at the resume, and which ones must not."""

from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import seeker_required
from accounts.models import Company, Resume, ResumeView
from accounts.resumes import disclosing, editing
from accounts.resumes.views.overview import HOME
from axrc.text import printable
from axrc.web.paging import Pager, page_number

LONGEST_WORDS = 40


@never_cache
@require_safe
@seeker_required
def views(request):
    """谁看过我."""
    found = ResumeView.objects.filter(resume__user=request.user).select_related("company")
    pager = Pager(page_number(request.GET.get("page")), found.count(), reverse("my:views"), QueryDict(), "次查看")
    first = (pager.number - 1) * pager.per_page
    verified = set(Company.objects.verified().filter(pk__in=found.values("company")).values_list("pk", flat=True))
    context = {
        "views": found[first : first + pager.per_page],
        "verified": verified,
        "pager": pager,
        "resume": Resume.objects.filter(user=request.user).first(),
        "crumbs": [HOME, ("谁看过我", "")],
    }
    return render(request, "my/views.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@seeker_required
def blocked(request):
    """屏蔽企业: those that are, and a search for more."""
    if request.method == "POST":
        return block(request)
    resume = editing.of(request.user)
    words = printable(request.GET.get("q", ""))[:LONGEST_WORDS]
    context = {
        "blocks": resume.blocks.select_related("company") if resume.pk else [],
        "words": words,
        "found": list(disclosing.may_be_blocked(words, resume)),
        "crumbs": [HOME, ("屏蔽企业", "")],
    }
    return render(request, "my/blocked.html", context)


def block(request):
    company = get_object_or_404(Company.objects.verified(), pk=number(request.POST.get("company")))
    if disclosing.block(editing.saved(request.user), company):
        messages.success(request, f"已屏蔽：{company.name}看不到您的简历")
    else:
        messages.error(request, f"最多屏蔽 {disclosing.MOST_BLOCKED} 家企业，请先取消不需要的")
    return redirect("my:blocked")


@require_POST
@seeker_required
def unblock(request, pk):
    resume = get_object_or_404(Resume, user=request.user)
    company = get_object_or_404(Company, pk__in=resume.blocks.values("company"), pk=pk)
    disclosing.unblock(resume, company)
    messages.success(request, f"已取消屏蔽：{company.name}")
    return redirect("my:blocked")


def number(text):
    """An id as a form sends it; 0 for what is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else 0
