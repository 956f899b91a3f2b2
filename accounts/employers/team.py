"""/my/team/: who recruits for the company."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts import teams
from accounts.access import recruiter_required
from accounts.employers.forms import InvitationForm
from axrc.web.addresses import sender_key


@recruiter_required
def team(request):
    recruiter = request.recruiter
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        contact = form.cleaned_data["contact"]
        try:
            teams.invite(recruiter.company, contact, by=request.user, link=linker(request), sender=sender_key(request))
        except teams.Refused as refused:
            form.add_error(None, str(refused))
        except ValidationError as error:
            form.add_error("contact", error)
        else:
            messages.success(request, f"邀请已发给 {contact}。")
            return redirect("my:team")
    context = {
        "form": form,
        "company": recruiter.company,
        "recruiter": recruiter,
        "recruiters": recruiter.company.recruiters.select_related("user").order_by("-is_owner", "created_at"),
        "invitations": recruiter.company.invitations.open() if recruiter.is_owner else [],
        "crumbs": [("企业资料", reverse("my:company")), ("招聘团队", "")],
    }
    return render(request, "accounts/my/team.html", context)


def linker(request):
    return lambda token: request.build_absolute_uri(reverse("my:team-join", args=[token]))


@require_POST
@recruiter_required
def leave(request):
    return done(request, lambda: teams.leave(request.recruiter), "您已退出这家企业的招聘团队。", "my:company")


@require_POST
@recruiter_required
def remove(request, pk):
    colleague = get_object_or_404(request.recruiter.company.recruiters, pk=pk)
    return done(request, lambda: teams.remove(colleague, by=request.user), "已移出团队。")


@require_POST
@recruiter_required
def hand_over(request, pk):
    colleague = get_object_or_404(request.recruiter.company.recruiters, pk=pk)
    return done(request, lambda: teams.hand_over(colleague, by=request.user), "负责人已经换了。")


@require_POST
@recruiter_required
def withdraw(request, pk):
    invitation = get_object_or_404(request.recruiter.company.invitations, pk=pk)
    return done(request, lambda: teams.withdraw(invitation, by=request.user), "邀请已收回，链接不能再用。")


def done(request, deed, message, address="my:team"):
    try:
        deed()
        messages.success(request, message)
    except teams.Refused as refused:
        messages.error(request, str(refused))
        return redirect("my:team")
    return redirect(address)


@never_cache
@login_required
def join(request, token):
    """Where the link of an invitation leads. Looking does nothing; accepting and declining are sent."""
    invitation = teams.find(token)
    if request.method == "POST":
        if not invitation:
            raise Http404
        return answer(request, invitation)
    obstacle = ""
    if invitation and invitation.is_open(timezone.now()):
        try:
            teams.may_join(request.user)
        except teams.Refused as refused:
            obstacle = str(refused)
    else:
        invitation = None
    context = {"invitation": invitation, "obstacle": obstacle, "crumbs": [("加入招聘团队", "")]}
    return render(request, "accounts/my/team_join.html", context)


def answer(request, invitation):
    try:
        if "decline" in request.POST:
            teams.decline(invitation, by=request.user)
            messages.success(request, f"您谢绝了“{invitation.company}”的邀请。")
            return redirect("/")
        teams.accept(invitation, by=request.user)
        messages.success(request, f"您已加入“{invitation.company}”的招聘团队。")
        return redirect("my:team")
    except teams.Refused as refused:
        messages.error(request, str(refused))
        return redirect(request.path)
