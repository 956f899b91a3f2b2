"""Resumes in the admin: to be found and read, never to be written."""

from django.contrib import admin
from django.utils.html import format_html

from accounts.models import Certificate, Intention, Project, Resume, Schooling, Work
from axrc import audit


class LineInline(admin.TabularInline):
    extra = 0

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


def inline(line):
    return type(f"{line.__name__}Inline", (LineInline,), {"model": line})


@admin.register(Resume)
class ResumeAdmin(admin.ModelAdmin):
    """To be found and read, not to be written: what stands there is the person's own. Opening one is written down."""

    list_display = ["called", "region", "education", "experience", "status", "visibility", "updated_at"]
    list_filter = ["visibility", "status", "education"]
    list_select_related = ["region"]
    search_fields = ["name", "phone", "user__email", "user__phone"]
    search_help_text = "按姓名、手机号或邮箱搜索"
    show_full_result_count = False
    inlines = [inline(line) for line in (Intention, Schooling, Work, Project, Certificate)]
    fields = [
        *("name", "salutation", "birth_date", "phone", "region", "education", "experience", "status", "skills", "about"),
        *("visibility", "shows_contact", "page", "created_at", "updated_at"),
    ]
    readonly_fields = ["page", "created_at", "updated_at"]

    @admin.display(description="姓名", ordering="name")
    def called(self, resume):
        """In the list, where nothing is written down, only as a stranger sees it."""
        return f"{resume.masked_name}（{resume.pk}）"

    @admin.display(description="完整简历")
    def page(self, resume):
        return format_html('<a href="{}">打开，可打印和下载附件</a>', resume.get_absolute_url())

    def change_view(self, request, object_id, form_url="", extra_context=None):
        resume = self.get_object(request, object_id)
        if resume and self.has_view_permission(request, resume):
            audit.record(request.user, "resume.opened", resume, what="admin")
        return super().change_view(request, object_id, form_url, extra_context)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
