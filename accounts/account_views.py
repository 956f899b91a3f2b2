"""What belongs to an account beside allauth's own pages: overview, consent, ending one session."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts import consents
from accounts.forms.joining import ConsentBox
from accounts.models import PolicyVersion
from axrc.web import second_factor


@login_required
@never_cache
def home(request):
    kinds = set(Authenticator.objects.filter(user=request.user).values_list("type", flat=True))
    context = {
        "has_passkey": Authenticator.Type.WEBAUTHN in kinds,
        "has_app": Authenticator.Type.TOTP in kinds,
        "is_factor_missing": second_factor.is_missing(request.user),
    }
    return render(request, "accounts/home.html", context)


class ConsentForm(forms.Form):
    consent = ConsentBox()


@login_required
@never_cache
def consent(request):
    """Asked of who joined before the present wording."""
    form = ConsentForm(request.POST or None)
    way = request.POST.get("next") or request.GET.get("next", "")
    if request.method == "POST" and form.is_valid():
        consents.agree(request.user)
        consents.remember(request.session, request.user)
        is_ours = url_has_allowed_host_and_scheme(way, {request.get_host()}, request.is_secure())
        return redirect(way if is_ours else "/")
    outstanding = consents.outstanding(request.user)
    changes = PolicyVersion.objects.filter(kind__in=outstanding, version__in=consents.current_versions().values())
    context = {"form": form, "next": way, "outstanding": outstanding, "changes": changes}
    return render(request, "accounts/consent.html", context)


@login_required
@require_POST
def end_session(request, pk):
    """Sign out of one other device."""
    session = get_object_or_404(UserSession, pk=pk, user=request.user)
    session.end()
    messages.success(request, "已退出那台设备上的登录。")
    return redirect("usersessions_list")
