"""Reposts that do not say where they come from."""

from django.contrib import admin


class RepostSourceFilter(admin.SimpleListFilter):
    title = "转载来源"
    parameter_name = "repost_source"

    def lookups(self, request, model_admin):
        return [("missing", "缺少来源的转载")]

    def queryset(self, request, articles):
        return articles.without_source() if self.value() == "missing" else articles


class RepostsDesk(admin.ModelAdmin):
    """The list of articles says above itself how many reposts lack their source, up to a number that is surely too many."""

    change_list_template = "admin/news/article/change_list.html"
    MOST = 99

    def changelist_view(self, request, extra_context=None):
        lacking = self.get_queryset(request).order_by().without_source()[: self.MOST + 1].count()
        context = {"lacking": f"{self.MOST}+" if lacking > self.MOST else lacking} | (extra_context or {})
        return super().changelist_view(request, context)
