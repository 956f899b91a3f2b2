from django.contrib import admin

from axrc.vocabulary.learning import learn
from axrc.vocabulary.models import SynonymGroup


@admin.register(SynonymGroup)
class SynonymGroupAdmin(admin.ModelAdmin):
    search_fields = ["words"]
    list_per_page = 200

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        learn(obj.terms())

    def delete_queryset(self, request, queryset):
        """One by one, as each of them would be deleted alone."""
        for group in queryset:
            group.delete()
