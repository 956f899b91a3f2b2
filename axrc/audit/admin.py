"""The entries for staff to search and read."""

import json

from django.contrib import admin

from axrc.audit.models import Entry
from axrc.audit.recording import label


class ActionFilter(admin.SimpleListFilter):
    title = "操作"
    parameter_name = "action"

    def lookups(self, request, model_admin):
        actions = Entry.objects.order_by("action").values_list("action", flat=True).distinct()
        return [(action, label(action)) for action in actions]

    def queryset(self, request, entries):
        return entries.filter(action=self.value()) if self.value() else entries


@admin.register(Entry)
class EntryAdmin(admin.ModelAdmin):
    list_display = ["at", "who", "what", "target_name", "target_type", "target_id"]
    list_display_links = ["at", "what"]
    list_filter = [ActionFilter, "target_type"]
    search_fields = ["actor_name", "action", "target_name", "=target_id"]
    search_help_text = "按操作人、操作、对象名称或对象编号搜索"
    date_hierarchy = "at"
    list_per_page = 50
    show_full_result_count = False
    fields = readonly_fields = ["at", "who", "what", "target_name", "target_type", "target_id", "readable_details"]

    @admin.display(description="操作人", ordering="actor_name")
    def who(self, entry):
        return f"{entry.actor_name}（{entry.actor_id}）" if entry.actor_id else "系统"

    @admin.display(description="操作", ordering="action")
    def what(self, entry):
        return label(entry.action)

    @admin.display(description="详情")
    def readable_details(self, entry):
        return json.dumps(entry.details, ensure_ascii=False, indent=2) if entry.details else "-"

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
