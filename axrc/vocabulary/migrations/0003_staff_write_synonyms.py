"""The group 审核 may write synonyms; 编辑 has news and pages only."""

from django.db import migrations

from axrc.web import rights


class Migration(migrations.Migration):
    dependencies = [
        ("vocabulary", "0002_first_synonyms"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [rights.give("审核", "vocabulary", rights.on("synonymgroup"))]
