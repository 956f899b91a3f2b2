"""/feedback/: the form, and the answers that staff have made public."""

import re

from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from axrc.web import proof_of_work
from axrc.web.addresses import sender_key
from axrc.web.paging import Pager, page_number
from jobs.models import Job
from pages.feedback import is_repeated, may_send, receive
from pages.forms import FeedbackForm
from pages.models import Feedback

JOB_NUMBER = re.compile(r"[0-9]{1,18}")
THANKS = "谢谢您的留言，我们已经收到。求助和投诉会按您留下的联系方式答复。"
TOO_MANY = "每小时最多提交 5 条，这一条没有提交。内容已为您保留，请稍后再试。"
TOO_MANY_WITHOUT_PROOF = (
    "您的浏览器没有完成安全验证（可能是关闭了脚本），每 10 分钟只能提交一条，这一条没有提交。内容已为您保留，请稍后再试。"
)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request):
    if request.method == "POST":
        return take(request)
    else:
        initial = {"type": request.GET.get("type"), "text": naming(request.GET.get("job", ""))}
        return show(request, FeedbackForm(initial=initial))


def naming(job):
    """The first words of a complaint about a job: the site's own words, whatever is asked for."""
    if not JOB_NUMBER.fullmatch(job):
        return ""
    found = Job.objects.viewable().select_related("company").filter(pk=job).first()
    return f"职位：{found.title}（职位编号 {found.pk}）\n企业：{found.company.name}\n问题：" if found else ""


def take(request):
    """Programs and second clicks are thanked like everybody; only what is too much is told so."""
    form = FeedbackForm(request.POST)
    if not form.is_valid():
        return show(request, form)
    sender = sender_key(request)
    if not form.is_from_a_program and not is_repeated(form.message["text"], sender=sender):
        has_proof = proof_of_work.accept(form.cleaned_data["proof"])
        if not may_send(sender, has_proof=has_proof):
            form.add_error(None, TOO_MANY if has_proof else TOO_MANY_WITHOUT_PROOF)
            return show(request, form, status=429)
        receive(**form.message, sender=sender)
    messages.success(request, THANKS)
    return redirect("pages:feedback")


def show(request, form, status=200):
    shown = Feedback.objects.shown()
    pager = Pager(page_number(request.GET.get("page")), shown.count(), reverse("pages:feedback"), QueryDict(), unit="条答复")
    first = (pager.number - 1) * pager.per_page
    context = {
        "form": form,
        "answers": shown[first : first + pager.per_page],
        "pager": pager,
        "crumbs": [("留言反馈", "")],
    }
    return render(request, "pages/feedback.html", context, status=status)
