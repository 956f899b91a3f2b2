"""The group 审核 decides about jobs, and keeps the reasons it gives."""

from django.db import migrations

REVIEWERS = "审核"
PERMISSIONS = {
    "job": ["view_job", "change_job", "add_job", "moderate_job"],
    "submission": ["view_submission", "change_submission"],
    "sendbackreason": [f"{action}_sendbackreason" for action in ("add", "change", "delete", "view")],
}


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
    for model, codenames in PERMISSIONS.items():
        content_type, _ = content_types.get_or_create(app_label="jobs", model=model)
        for codename in codenames:
            permission, _ = made.get_or_create(
                content_type=content_type, codename=codename, defaults={"name": f"Can {codename.replace('_', ' ')}"}
            )
            yield permission


class Migration(migrations.Migration):
    dependencies = [
        ("jobs", "0011_reasons_to_send_back"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, withdraw, elidable=False)]
