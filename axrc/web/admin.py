"""The admin as the staff know it: in the site's name, behind the site's own login with its limits."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin


class AdminSite(admin.AdminSite):
    site_title = "安溪人才网管理"
    site_header = "安溪人才网管理后台"
    index_title = "工作台"

    def login(self, request, extra_context=None):
        return secure_admin_login(super().login)(request, extra_context)
