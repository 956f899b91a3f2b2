from django.contrib import admin

from axrc.taxonomy import lists, naming
from axrc.taxonomy.models import Benefit, Category, Industry, Region


class TermAdmin(admin.ModelAdmin):
    list_display = ["name", "slug", "order"]
    list_editable = ["order"]
    search_fields = ["name", "slug"]

    def get_readonly_fields(self, request, obj=None):
        return ["slug"] if obj else []

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        lists.changed()

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        lists.changed()

    def delete_queryset(self, request, queryset):
        super().delete_queryset(request, queryset)
        lists.changed()


class TreeAdmin(TermAdmin):
    list_display = ["name", "parent", "slug", "order"]
    list_select_related = ["parent"]
    list_filter = [("parent", admin.RelatedOnlyFieldListFilter)]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Two levels, so only entries of the first may be a parent."""
        if db_field.name == "parent":
            kwargs["queryset"] = self.model.objects.filter(parent=None)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        naming.renew()

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        naming.renew()

    def delete_queryset(self, request, queryset):
        super().delete_queryset(request, queryset)
        naming.renew()


admin.site.register([Industry, Benefit], TermAdmin)
admin.site.register([Category, Region], TreeAdmin)
