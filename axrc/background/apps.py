from django.apps import AppConfig


class BackgroundConfig(AppConfig):
    name = "axrc.background"
    verbose_name = "后台任务"
