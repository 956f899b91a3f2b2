"""/my/company/verification/: the papers handed in, and what became of them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts import verification as checking
from accounts.access import recruiter_required
from accounts.employers.forms import VerificationForm
from accounts.letter import DOCX, letter_of_authority
from accounts.models import Verification

SUBMITTED = "已提交，审核人员会尽快处理，结果会通知您。"
ALREADY = "已经有一份在审核，不用重复提交。"


@recruiter_required
def verification(request):
    company, at = request.recruiter.company, timezone.now()
    history = list(company.verifications.all()[:10])
    waiting = next((one for one in history if one.is_waiting), None)
    before = checking.reusable(company)
    start = before or company
    initial = {"name": start.name, "credit_code": start.credit_code, "role": before.role if before else None}
    form = VerificationForm(request.POST or None, request.FILES or None, initial=initial, before=before)
    if request.method == "POST" and form.is_valid():
        try:
            checking.submit(company, by=request.user, **form.cleaned_data)
            messages.success(request, SUBMITTED)
        except checking.AlreadyWaiting:
            messages.info(request, ALREADY)
        return redirect("my:verification")
    is_valid = company.is_verified(at)
    days_left = (timezone.localdate(company.verified_until) - timezone.localdate(at)).days if is_valid else None
    is_ending = is_valid and days_left <= max(checking.REMINDERS)
    context = {
        "form": form,
        "company": company,
        "waiting": waiting,
        "joins": waiting and checking.holder(waiting),
        "before": before,
        "history": history,
        "is_valid": is_valid,
        "is_ending": is_ending,
        "days_left": days_left,
        "shows_form": not waiting and (not is_valid or is_ending or "change" in request.GET or form.is_bound or before),
        "crumbs": [("企业资料", reverse("my:company")), ("企业认证", "")],
    }
    return render(request, "accounts/my/verification.html", context)


@require_POST
@recruiter_required
def withdraw(request):
    waiting = get_object_or_404(request.recruiter.company.verifications, status=Verification.Status.WAITING)
    try:
        checking.withdraw(waiting, by=request.user)
        messages.success(request, "已撤回，改好后可以再提交。")
    except checking.AlreadyDecided:
        messages.info(request, "审核人员刚刚处理完，不能再撤回。结果见下面。")
    return redirect("my:verification")


@require_safe
@recruiter_required
def letter(request):
    """The template, with what is known of the company filled in."""
    company = request.recruiter.company
    response = HttpResponse(letter_of_authority(company.name, company.credit_code, str(request.user)), content_type=DOCX)
    response["Content-Disposition"] = "attachment; filename*=UTF-8''%E6%8E%88%E6%9D%83%E4%B9%A6.docx"
    return response
