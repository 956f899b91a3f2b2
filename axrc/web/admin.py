"""The admin as the staff know it: in the site's name, behind the site's own login with its limits."""

from functools import wraps

from allauth.account.decorators import secure_admin_login
from django.contrib import admin, messages
from django.shortcuts import redirect

from axrc.web import page_cache, second_factor


class AdminSite(admin.AdminSite):
    site_title = "安溪人才网管理"
    site_header = "安溪人才网管理后台"
    index_title = "工作台"

    def admin_view(self, view, cacheable=False):
        """Opens to whoever has a second factor; and whatever staff change, visitors see at once."""
        guarded = super().admin_view(view, cacheable)

        @wraps(guarded)
        def seen_at_once(request, *args, **kwargs):
            if view != self.logout and self.has_permission(request) and second_factor.is_missing(request.user):
                messages.warning(request, "进入管理后台前，请先设置通行密钥或验证器应用。")
                return redirect("mfa_index")
            response = guarded(request, *args, **kwargs)
            if request.method == "POST":
                page_cache.empty()
            return response

        return seen_at_once

    def login(self, request, extra_context=None):
        return secure_admin_login(super().login)(request, extra_context)
