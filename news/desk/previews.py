"""The way from the admin to the preview, and the link for colleagues without an account."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST

from news import preview


class PreviewDesk(admin.ModelAdmin):
    def get_urls(self):
        view = self.admin_site.admin_view(self.preview_link_view)
        return [path("<int:pk>/preview-link/", view, name="news_preview_link"), *super().get_urls()]

    @method_decorator([require_POST, cache_control(private=True, no_store=True)])
    def preview_link_view(self, request, pk):
        article = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        context = {
            "title": "预览链接",
            "opts": self.opts,
            "article": article,
            "is_public": article.is_public(),
            "link": request.build_absolute_uri(preview.link(article)),
            "ends_at": timezone.now() + preview.LIFETIME,
            **self.admin_site.each_context(request),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/news/article/preview_link.html", context)
