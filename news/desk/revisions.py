"""The history of an article in the admin: who changed what and when, what was different, and the way back."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from news import changes, corrections, revisions
from news.forms import RevertForm
from news.history import content_of

A_PAGE = 30


class RevisionsDesk(admin.ModelAdmin):
    object_history_template = "admin/news/article/history.html"

    def get_urls(self):
        views = [
            path("<int:pk>/history/<int:revision>/", self.admin_site.admin_view(self.revision_view), name="news_revision"),
            path(
                "<int:pk>/history/<int:revision>/revert/", self.admin_site.admin_view(self.revert_view), name="news_revert"
            ),
        ]
        return views + super().get_urls()

    def history_view(self, request, object_id, extra_context=None):
        """Replaces Django's log of the admin: this history also has what was changed from elsewhere."""
        article = self.get_object(request, object_id)
        page = history_page(article, request.GET.get("p")) if article else None
        return super().history_view(request, object_id, {"page": page} | (extra_context or {}))

    @method_decorator(require_safe)
    def revision_view(self, request, pk, revision):
        """What one revision changed."""
        article, revision = self.found(request, pk, revision, self.has_view_or_change_permission)
        before = article.revisions.before(revision)
        context = {
            "title": "修改了什么",
            "before": before,
            "changes": changes.between(before.content, revision.content) if before else [],
            "is_current": revision.content == content_of(article),
            "has_change_permission": self.has_change_permission(request, article),
        }
        return self.page(request, "revision", article, revision, context)

    def revert_view(self, request, pk, revision):
        """What going back would change, and the button that does it."""
        article, revision = self.found(request, pk, revision, self.has_change_permission)
        form = RevertForm(request.POST or None, initial={"correction_note": article.correction_note})
        if request.method == "POST" and form.is_valid():
            revisions.revert(article, revision, by=request.user, note=form.cleaned_data["correction_note"])
            messages.success(request, f"文章已恢复到 {revision} 的版本。现在的版本也留在修改记录里。")
            return redirect("admin:news_article_change", article.pk)
        context = {
            "title": "恢复到以前的版本",
            "changes": changes.between(content_of(article), revision.content, revisions.CONTENT),
            "form": form if corrections.has_been_public(article, timezone.now()) else None,
        }
        return self.page(request, "revert", article, revision, context)

    def found(self, request, pk, revision, is_permitted):
        article = get_object_or_404(self.get_queryset(request), pk=pk)
        if not is_permitted(request, article):
            raise PermissionDenied
        return article, get_object_or_404(article.revisions.select_related("editor"), pk=revision)

    def page(self, request, name, article, revision, context):
        request.current_app = self.admin_site.name
        known = {"opts": self.opts, "article": article, "revision": revision, **self.admin_site.each_context(request)}
        return TemplateResponse(request, f"admin/news/article/{name}.html", known | context)


def history_page(article, number):
    """Revisions, newest first, with the labels of what each changed."""
    newest = article.revisions.newest_first().select_related("editor").defer("content")
    page = Paginator(newest, A_PAGE).get_page(number)
    for revision in page:
        revision.labels = changes.labels(revision.changed)
        revision.url = reverse("admin:news_revision", args=[article.pk, revision.pk])
    return page
