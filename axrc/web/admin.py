"""The admin as the staff know it: in the site's name."""

from django.contrib import admin


class AdminSite(admin.AdminSite):
    site_title = "安溪人才网管理"
    site_header = "安溪人才网管理后台"
    index_title = "工作台"
