"""Letters that wait or failed, without what is in them."""

from django.contrib import admin

from axrc.mail.models import Letter


@admin.register(Letter)
class LetterAdmin(admin.ModelAdmin):
    list_display = ["created_at", "kind", "template", "tries", "error", "useful_until"]
    list_filter = ["kind"]
    fields = readonly_fields = ["created_at", "kind", "template", "useful_until", "claimed_at", "tries", "error"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
