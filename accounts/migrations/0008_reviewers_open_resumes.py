"""The group 审核 opens resumes; every opening is written down."""

from django.db import migrations

REVIEWERS = "审核"
LABELS = {
    "resume": "简历",
    "intention": "求职意向",
    "schooling": "教育经历",
    "work": "工作经历",
    "project": "项目经历",
    "certificate": "证书",
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
    for model, label in LABELS.items():
        content_type, _ = content_types.get_or_create(app_label="accounts", model=model)
        permission, _ = made.get_or_create(
            content_type=content_type, codename=f"view_{model}", defaults={"name": f"Can view {label}"}
        )
        yield permission


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_resumes"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, withdraw, elidable=False)]
