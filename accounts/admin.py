from django import forms
from django.contrib import admin
from django.core.files.storage import default_storage
from django.db import models
from django.utils.html import format_html

from accounts import (
    admin_resumes,  # noqa: F401  (registers itself)
    admin_verification,  # noqa: F401  (the reviewers' desk registers itself)
    photos,
)
from accounts.models import Company, CompanyAddress, CompanyPhoto, Recruiter
from accounts.user_admin import PolicyVersionAdmin, UserAdmin
from axrc.web.uploads import PictureField

__all__ = ["CompanyAdmin", "PolicyVersionAdmin", "UserAdmin"]


class RecruiterInline(admin.TabularInline):
    """Only shown: people join and leave by deeds that are written down (accounts.teams)."""

    model = Recruiter
    extra = 0
    fields = readonly_fields = ["user", "is_owner", "created_at"]
    can_delete = False

    def has_add_permission(self, request, obj=None):
        return False


class CompanyAddressInline(admin.TabularInline):
    model = CompanyAddress
    extra = 0
    max_num = CompanyAddress.MOST


class CompanyPhotoForm(forms.ModelForm):
    """A new photo needs its picture; an old one may get another."""

    picture = PictureField(label="照片", required=False, help_text="JPG、PNG 或 WebP，上传时去掉拍摄地点等信息")

    class Meta:
        model = CompanyPhoto
        fields = ["picture", "alternative_text", "order"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["picture"].required = not self.instance.pk

    def save(self, commit=True):
        if picture := self.cleaned_data.get("picture"):
            photos.store(self.instance, picture)
        return super().save(commit)


class CompanyPhotoInline(admin.TabularInline):
    model = CompanyPhoto
    form = CompanyPhotoForm
    fields = ["thumbnail", "picture", "alternative_text", "order"]
    readonly_fields = ["thumbnail"]
    extra = 0
    max_num = CompanyPhoto.MOST

    def get_fields(self, request, obj=None):
        """Who may only look sees the photos, and no field for a new picture."""
        return [name for name in self.fields if name != "picture" or self.has_change_permission(request, obj)]

    def get_formset(self, request, obj=None, **kwargs):
        """Also who changes the page in the browser sends no ninth."""
        return super().get_formset(request, obj, validate_max=True, **kwargs)

    @admin.display(description="预览")
    def thumbnail(self, photo):
        if photo.pk:
            return format_html('<img src="{}" alt="" width="120">', default_storage.url(photo.renditions[0]["fallback"]))
        else:
            return "-"


@admin.register(Company)
class CompanyAdmin(admin.ModelAdmin):
    list_display = ["name", "industry", "region", "nature", "size", "verified_at", "verified_until"]
    list_filter = ["industry", "nature", "size"]
    list_select_related = ["industry", "region"]
    search_fields = ["name", "credit_code", "contact_name", "contact_phone"]
    search_help_text = "按企业名称、信用代码、联系人或电话搜索"
    autocomplete_fields = ["region"]
    filter_horizontal = ["benefits"]
    inlines = [CompanyPhotoInline, CompanyAddressInline, RecruiterInline]
    fields = [
        "name", "credit_code", "verified_at", "verified_until", "frozen_at", "industry", "nature", "size", "region",
        "address", "about", "benefits", "website", "contact_name", "contact_phone", "contact_email", "logo",
    ]  # fmt: skip
    # These come from the licence that a reviewer accepted, and from nowhere else.
    readonly_fields = ["name", "credit_code", "verified_at", "verified_until"]
    # The logo as well is written anew: nothing of the sent file is kept but what is to be seen.
    formfield_overrides = {
        models.ImageField: {"form_class": PictureField, "max_side": 400},
        models.URLField: {"assume_scheme": "https"},
    }
    show_full_result_count = False

    def has_add_permission(self, request):
        """Who acts for a company registers it."""
        return False

    def has_delete_permission(self, request, obj=None):
        """What was decided about a company has to be kept (DOMAIN.md L8); frozen, nobody sees it."""
        return False
