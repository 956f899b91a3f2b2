"""/my/privacy/: what was agreed to, where one is signed in, all that is held, and the way out (DOMAIN.md L10, L12)."""

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts import closing
from accounts.exporting import asking
from accounts.models import Closing, Export, PolicyVersion, Recruiter, Resume
from axrc.web import private_files

HOME = ("我的", "/my/")
PRIVACY = ("隐私与账号", "/my/privacy/")
# What each consent is for.
PURPOSES = {
    PolicyVersion.Kind.TERMS: "约定您和本网各自的权利和义务",
    PolicyVersion.Kind.PRIVACY: "允许本网保存您的账号和简历资料，用来为您提供求职、招聘服务",
}
WORD = "注销"


@never_cache
@require_safe
@login_required
def privacy(request):
    resume = Resume.objects.filter(user=request.user).first()
    consents = request.user.consents.all()
    context = {
        "consents": [(consent, PURPOSES[consent.kind]) for consent in consents],
        "resume": resume,
        "disclosures": resume.disclosures.filter(withdrawn_at=None).count() if resume else 0,
        "session_count": UserSession.objects.filter(user=request.user).count(),
        "export": Export.objects.filter(user=request.user).first(),
        "ready": Export.objects.ready().filter(user=request.user).first(),
        "hours": int(Export.LIFETIME.total_seconds() // 3600),
        "is_staff": request.user.is_staff,
        "crumbs": [HOME, (PRIVACY[0], "")],
    }
    return render(request, "my/privacy.html", context)


@require_POST
@login_required
def export(request):
    if asking.may_ask(request.user):
        asking.ask_for(request.user)
        messages.success(request, "已经开始导出。做好以后，下载链接出现在这里。")
    else:
        messages.error(request, f"一天最多导出 {asking.MOST_A_DAY} 次，请明天再来。")
    return redirect(f"{reverse('my:privacy')}#export")


@never_cache
@require_safe
@login_required
def download(request, pk):
    """Only the person's own, and only while it lasts."""
    found = get_object_or_404(Export.objects.ready(), pk=pk, user=request.user)
    return private_files.serve(found.file, f"我的数据-{timezone.localtime(found.made_at):%Y%m%d}")


class ClosingForm(forms.Form):
    word = forms.CharField(
        label=f"请输入“{WORD}”两个字",
        error_messages={"required": f"确定要注销，请输入“{WORD}”两个字；不想注销，离开这一页就可以"},
        widget=forms.TextInput(attrs={"autocomplete": "off", "maxlength": 10}),
    )

    def clean_word(self):
        if self.cleaned_data["word"].strip("“”\"' ") != WORD:
            raise forms.ValidationError(f"确定要注销，请输入“{WORD}”两个字")
        return WORD


@never_cache
@login_required
def close(request):
    """What happens then, and the form; whoever has not just done so proves once more who it is."""
    form = ClosingForm(request.POST or None)
    obstacle = closing.obstacle(request.user, by=request.user)
    if request.method == "POST" and not obstacle and form.is_valid():
        raise_if_reauthentication_required(request, app="allauth.account")
        try:
            closed = closing.close(request.user, by=request.user, link=linker(request))
        except closing.Refused as refused:
            obstacle = str(refused)
        else:
            return goodbye(request, closed)
    recruiter = Recruiter.objects.select_related("company").filter(user=request.user).first()
    context = {
        "form": form,
        "obstacle": obstacle,
        "recruiter": recruiter,
        "days": Closing.GRACE.days,
        "crumbs": [HOME, PRIVACY, ("注销账号", "")],
    }
    return render(request, "my/close.html", context)


def goodbye(request, closed):
    logout(request)
    until = timezone.localtime(closed.erases_at)
    messages.success(request, f"账号已经注销。{until:%Y-%m-%d %H:%M} 以前可以用我们发给您的链接撤回，之后资料全部删除。")
    return redirect("/")


def linker(request):
    return lambda token: request.build_absolute_uri(reverse("my:take_back", args=[token]))


@never_cache
def take_back(request, token):
    """Where the letter's link leads, for who is not signed in and can't be. Looking does nothing; the button does."""
    found = closing.find(token)
    if request.method == "POST":
        if not found:
            raise Http404
        return restore(request, found)
    return render(request, "my/take_back.html", {"closing": found, "crumbs": [("撤回注销", "")]})


def restore(request, found):
    try:
        closing.take_back(found)
    except closing.Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "注销已经撤回，现在可以登录了。")
    return redirect("account_login")
