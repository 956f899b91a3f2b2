from django.apps import AppConfig
from django.db.models.signals import post_migrate


class SearchConfig(AppConfig):
    name = "axrc.search"
    verbose_name = "搜索"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        post_migrate.connect(build_indexes, dispatch_uid="axrc.search")


def build_indexes(sender, using, **kwargs):
    """Give every table of entries what its engine needs, after the migrations of all apps.

    The signal comes once for every app, when all of them are migrated.
    """
    from django.db import connections

    from axrc.search import engines
    from axrc.search.models import Entry

    for model in sender.get_models():
        if issubclass(model, Entry):
            engines.of(connections[using]).build(connections[using], model)
