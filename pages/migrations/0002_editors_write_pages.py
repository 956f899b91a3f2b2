"""The group 编辑 may write pages and friend links. Feedback and the site's own data are not theirs."""

from django.db import migrations

from axrc.web import rights


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0001_site_pages_and_feedback"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [rights.give("编辑", "pages", rights.on("page") | rights.on("friendlink"))]
