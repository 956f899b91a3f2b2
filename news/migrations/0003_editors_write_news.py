"""The group 编辑 may write articles, look after sections and pictures, and fill the front page."""

from django.db import migrations

from axrc.web import rights

# A picture is added by sending it with an article.
PERMISSIONS = {
    **rights.on("article"),
    **rights.on("section"),
    **rights.on("attachment"),
    **rights.on("frontslot"),
    **rights.on("picture", ["change", "delete", "view"]),
}


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0002_sections"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [rights.give("编辑", "news", PERMISSIONS)]
