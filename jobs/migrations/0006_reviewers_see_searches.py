"""The group 审核 sees what is searched for, and keeps words off the hot words."""

from django.db import migrations

REVIEWERS = "审核"
LABEL = "搜索词"
# To add a word is to hide it.
ACTIONS = ["add", "change", "view"]


def grant(apps, schema_editor):
    alias = schema_editor.connection.alias
    reviewers, _ = apps.get_model("auth.Group").objects.using(alias).get_or_create(name=REVIEWERS)
    reviewers.permissions.add(*permissions(apps, alias))


def withdraw(apps, schema_editor):
    """The group stays: other apps use it too."""
    alias = schema_editor.connection.alias
    for reviewers in apps.get_model("auth.Group").objects.using(alias).filter(name=REVIEWERS):
        reviewers.permissions.remove(*permissions(apps, alias))


def permissions(apps, alias):
    """Django itself makes permissions only after all migrations, and leaves alone those that are there by then."""
    content_types = apps.get_model("contenttypes.ContentType").objects.using(alias)
    made = apps.get_model("auth.Permission").objects.using(alias)
    content_type, _ = content_types.get_or_create(app_label="jobs", model="searchedword")
    for action in ACTIONS:
        permission, _ = made.get_or_create(
            content_type=content_type, codename=f"{action}_searchedword", defaults={"name": f"Can {action} {LABEL}"}
        )
        yield permission


class Migration(migrations.Migration):
    dependencies = [
        ("jobs", "0005_searched_words"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, withdraw, elidable=False)]
