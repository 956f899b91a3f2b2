from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin

from accounts.models import Company, Recruiter, User


@admin.register(User)
class UserAdmin(DjangoUserAdmin):
    ordering = ["-date_joined"]
    list_display = ["email", "phone", "name", "role", "is_staff", "is_active", "date_joined"]
    list_filter = ["role", "is_staff", "is_superuser", "is_active", "groups"]
    search_fields = ["email", "phone", "name"]
    fieldsets = [
        (None, {"fields": ["email", "phone", "password"]}),
        ("个人", {"fields": ["name", "role"]}),
        ("权限", {"fields": ["is_active", "is_staff", "is_superuser", "groups", "user_permissions"]}),
        ("时间", {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        (None, {"classes": ["wide"], "fields": ["email", "name", "role", "usable_password", "password1", "password2"]})
    ]


class RecruiterInline(admin.TabularInline):
    model = Recruiter
    extra = 0
    autocomplete_fields = ["user"]


@admin.register(Company)
class CompanyAdmin(admin.ModelAdmin):
    list_display = ["name", "industry", "region", "nature", "size", "verified_at", "verified_until"]
    list_filter = ["industry", "nature", "size"]
    list_select_related = ["industry", "region"]
    search_fields = ["name", "credit_code"]
    autocomplete_fields = ["region"]
    filter_horizontal = ["benefits"]
    inlines = [RecruiterInline]
    show_full_result_count = False
