"""Articles that are not published yet, shown to those who write them and to whom they send a link."""

from datetime import timedelta

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from axrc.web import second_factor
from news.models import Article
from news.views import article_page

LIFETIME = timedelta(hours=72)
signer = TimestampSigner(salt="news.preview")
readers = ["news.view_article", "news.change_article"]
never_kept = cache_control(private=True, no_store=True)


def link(article):
    """An address that opens the preview for three days. Withdrawing the article ends it, so does taking that back."""
    return reverse("news:preview_by_link", args=[signer.sign(f"{article.pk}.{article.status}")])


@require_safe
@never_kept
def preview(request, pk):
    """For staff."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not may_preview(request.user):
        raise PermissionDenied
    return shown(request, get_object_or_404(Article.objects.select_related("section"), pk=pk))


@require_safe
@never_kept
def preview_by_link(request, token):
    """For whoever has the link."""
    try:
        pk, status = signer.unsign(token, max_age=LIFETIME).split(".")
    except SignatureExpired:
        return refused(request, "这个预览链接已经过期", 410)
    except BadSignature:
        return refused(request, "这个预览链接不对", 404)
    article = Article.objects.select_related("section").filter(pk=pk).first()
    if article and (is_withdrawn(article.status) == is_withdrawn(status) or article.is_public()):
        return shown(request, article)
    else:
        return refused(request, "这个预览链接已经失效", 410)


def is_withdrawn(status):
    return status == Article.Status.WITHDRAWN


def may_preview(user):
    return second_factor.is_staff(user) and any(user.has_perm(permission) for permission in readers)


def shown(request, article):
    """The page as it will look. What is public already is shown where everybody reads it."""
    at = timezone.now()
    if article.is_public(at):
        return redirect(article)
    state = state_of(article)
    article.published_at = article.published_at or at
    return unlisted(render(request, "news/preview.html", article_page(request, article, at) | {"state": state}))


def state_of(article):
    """Why readers do not see it."""
    if article.status == Article.Status.WITHDRAWN:
        return "这篇文章已撤回，读者看不到。"
    elif article.status == Article.Status.PUBLISHED:
        return f"这篇文章定于 {timezone.localtime(article.published_at):%Y-%m-%d %H:%M} 显示，在此之前读者看不到。"
    else:
        return "这篇文章还是草稿，内容可能会改，请不要转发。"


def refused(request, title, status):
    return unlisted(render(request, "news/preview_refused.html", {"title": title}, status=status))


def unlisted(response):
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
