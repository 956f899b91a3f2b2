"""The group 编辑 may write articles, look after sections and pictures, and fill the front page."""

from django.db import migrations

EDITORS = "编辑"
EVERYTHING = ["add", "change", "delete", "view"]
# A picture is added by sending it with an article.
PERMISSIONS = {
    "article": ("文章", EVERYTHING),
    "section": ("资讯分类", EVERYTHING),
    "attachment": ("附件", EVERYTHING),
    "frontslot": ("资讯首页推荐位", EVERYTHING),
    "picture": ("图片", ["change", "delete", "view"]),
}


def grant(apps, schema_editor):
    alias = schema_editor.connection.alias
    editors, _ = apps.get_model("auth.Group").objects.using(alias).get_or_create(name=EDITORS)
    editors.permissions.add(*permissions(apps, alias))


def withdraw(apps, schema_editor):
    """The group stays: other apps use it too."""
    alias = schema_editor.connection.alias
    for editors in apps.get_model("auth.Group").objects.using(alias).filter(name=EDITORS):
        editors.permissions.remove(*permissions(apps, alias))


def permissions(apps, alias):
    """Django itself makes permissions only after all migrations, and leaves alone those that are there by then."""
    content_types = apps.get_model("contenttypes.ContentType").objects.using(alias)
    made = apps.get_model("auth.Permission").objects.using(alias)
    for model, (label, actions) in PERMISSIONS.items():
        content_type, _ = content_types.get_or_create(app_label="news", model=model)
        for action in actions:
            permission, _ = made.get_or_create(
                content_type=content_type, codename=f"{action}_{model}", defaults={"name": f"Can {action} {label}"}
            )
            yield permission


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0002_sections"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, withdraw, elidable=False)]
