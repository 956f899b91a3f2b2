"""How often articles are read, as the editors see it: a column of the list, a line of the form."""

from datetime import timedelta

from django.contrib import admin
from django.db.models import OuterRef, Q, Subquery, Sum
from django.utils import timezone

from news.models import ArticleViews

WEEK = timedelta(days=7)


class ReadershipMixin:
    """For the admin of articles. The list adds up only the rows that it shows."""

    def get_queryset(self, request):
        rows = ArticleViews.objects.filter(article=OuterRef("pk")).order_by().values("article")
        return super().get_queryset(request).annotate(views_in_all=Subquery(rows.annotate(sum=Sum("count")).values("sum")))

    def get_list_display(self, request):
        """Beside the title: the list is wide, and its end is out of sight on most screens."""
        title, *others = super().get_list_display(request)
        return [title, "read", *others]

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), "readership"]

    def get_fieldsets(self, request, obj=None):
        """What has not been saved yet has no readers."""
        fieldsets = super().get_fieldsets(request, obj)
        return [*fieldsets, ("阅读", {"fields": ["readership"]})] if obj else fieldsets

    @admin.display(description="阅读")
    def read(self, article):
        return article.views_in_all or 0

    @admin.display(description="阅读次数")
    def readership(self, article):
        """Some views may still wait in the cache, for a minute or so."""
        today = timezone.localdate()
        counts = article.views.aggregate(
            today=Sum("count", filter=Q(day=today)),
            week=Sum("count", filter=Q(day__gt=today - WEEK)),
            total=Sum("count"),
        )
        counts = {name: count or 0 for name, count in counts.items()}
        return "今天 {today} 次，最近 7 天 {week} 次，共 {total} 次".format(**counts)
