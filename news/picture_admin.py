"""The picture library at the editors' desk: what each picture shows, and where it is used."""

from django.contrib import admin
from django.core.files.storage import default_storage
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, format_html_join

from news import library
from news.pictures import IS_UNUSED, used_by

NARROWEST, PREVIEW = 120, 480


class StateFilter(admin.SimpleListFilter):
    title = "状态"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("silent", "还没有替代文字"), ("unused", "没有用到")]

    def queryset(self, request, queryset):
        if self.value() == "silent":
            return queryset.without_description()
        elif self.value() == "unused":
            return queryset.filter(IS_UNUSED)
        else:
            return queryset


class PictureAdmin(admin.ModelAdmin):
    readonly_fields = ["preview", "where_used", "address", "sent_as", "measures", "uploaded_by", "created_at"]
    fields = ["preview", "alternative_text", "is_decorative", *readonly_fields[1:]]
    list_display = ["thumbnail", "alternative_text", "is_decorative", "number_of_uses", "sent_as", "measures", "created_at"]
    list_display_links = ["thumbnail", "sent_as"]
    list_editable = ["alternative_text", "is_decorative"]
    list_filter = [StateFilter]
    list_per_page = 30
    show_full_result_count = False
    search_fields = ["alternative_text", "sent_as", "file"]
    search_help_text = "按替代文字或文件名搜索"

    class Media:
        css = {"all": ["admin_news/pictures.css"]}

    def get_queryset(self, request):
        return super().get_queryset(request).with_number_of_uses()

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """In the list no label stands beside a field."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field:
            field.widget.attrs["aria-label"] = db_field.verbose_name
        return field

    def has_add_permission(self, request):
        """Pictures come in where they are used: as covers and from the editor of texts."""
        return False

    def delete_model(self, request, obj):
        library.remove(obj)

    def delete_queryset(self, request, queryset):
        for picture in queryset:
            library.remove(picture)

    @admin.display(description="图片")
    def thumbnail(self, picture):
        return shown(picture, NARROWEST)

    @admin.display(description="图片")
    def preview(self, picture):
        return shown(picture, PREVIEW)

    @admin.display(description="用到的地方", ordering="number_of_uses")
    def number_of_uses(self, picture):
        return f"{picture.number_of_uses} 处" if picture.number_of_uses else "没有用到"

    @admin.display(description="大小")
    def measures(self, picture):
        return f"{picture.width} × {picture.height}"

    @admin.display(description="网址")
    def address(self, picture):
        return format_html('<a href="{0}">{0}</a>', picture.url)

    @admin.display(description="用在")
    def where_used(self, picture):
        places = [(place(thing), how) for thing, how in used_by(picture)]
        return format_html_join("", "<div>{}（{}）</div>", places) or "没有用到，可以删除。"


def shown(picture, width):
    """The narrowest rendition that is wide enough, in that width."""
    fitting = next((one for one in picture.renditions if one["width"] >= width), None)
    width = min(width, picture.width)
    return format_html(
        '<img class="library-picture" src="{}" alt="{}" width="{}" height="{}" loading="lazy">',
        default_storage.url(fitting["webp"]) if fitting else picture.url,
        picture.alt or "这张图片",
        width,
        max(1, round(width * picture.height / picture.width)),
    )


def place(thing):
    """The thing's name, with the way to where it is edited."""
    try:
        address = reverse(f"admin:{thing._meta.app_label}_{thing._meta.model_name}_change", args=[thing.pk])
    except NoReverseMatch:
        return str(thing)
    return format_html('<a href="{}">{}</a>', address, thing)
