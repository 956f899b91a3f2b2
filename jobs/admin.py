from django.contrib import admin

from jobs import admin_review, admin_screening, admin_search_log  # noqa: F401  (they register themselves)
from jobs.models import BoardEntry, Job


@admin.register(Job)
class JobAdmin(admin.ModelAdmin):
    list_display = ["title", "company", "category", "region", "pay_label", "published_at", "ends_at"]
    list_filter = ["nature", "published_at"]
    list_select_related = ["company", "category", "region"]
    search_fields = ["title", "company__name"]
    autocomplete_fields = ["company", "category", "region"]
    filter_horizontal = ["benefits"]
    date_hierarchy = "published_at"
    show_full_result_count = False

    def has_delete_permission(self, request, obj=None):
        """Postings are kept for three years (DOMAIN.md L8); what should not be seen is taken down by its date."""
        return False

    def save_related(self, request, form, formsets, change):
        """Benefits are written after the job: the board has to see them too."""
        super().save_related(request, form, formsets, change)
        BoardEntry.objects.revise(form.instance)
