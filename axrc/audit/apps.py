from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

from axrc.audit import guards


class AuditConfig(AppConfig):
    name = "axrc.audit"
    verbose_name = "操作记录"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        post_migrate.connect(guard, sender=self, dispatch_uid="axrc.audit")


def guard(sender, using, **kwargs):
    """Each time: SQLite drops the triggers of a table that a migration rebuilds."""
    connection = connections[using]
    if guards.TABLE in connection.introspection.table_names():
        guards.build(connection)
