"""The group 审核 may write synonyms; 编辑 has news and pages only."""

from django.db import migrations

GROUPS = ["审核"]
ACTIONS = ["add", "change", "delete", "view"]


def grant(apps, schema_editor):
    alias = schema_editor.connection.alias
    for name in GROUPS:
        group, _ = apps.get_model("auth.Group").objects.using(alias).get_or_create(name=name)
        group.permissions.add(*permissions(apps, alias))


def withdraw(apps, schema_editor):
    """The groups stay: other apps use them too."""
    alias = schema_editor.connection.alias
    for group in apps.get_model("auth.Group").objects.using(alias).filter(name__in=GROUPS):
        group.permissions.remove(*permissions(apps, alias))


def permissions(apps, alias):
    """Django itself makes permissions only after all migrations, and leaves alone those that are there by then."""
    content_types = apps.get_model("contenttypes.ContentType").objects.using(alias)
    made = apps.get_model("auth.Permission").objects.using(alias)
    content_type, _ = content_types.get_or_create(app_label="vocabulary", model="synonymgroup")
    for action in ACTIONS:
        permission, _ = made.get_or_create(
            content_type=content_type, codename=f"{action}_synonymgroup", defaults={"name": f"Can {action} 同义词"}
        )
        yield permission


class Migration(migrations.Migration):
    dependencies = [
        ("vocabulary", "0002_first_synonyms"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, withdraw, elidable=False)]
