"""The group 审核 opens resumes; every opening is written down."""

from django.db import migrations

from axrc.web import rights

MODELS = ["resume", "intention", "schooling", "work", "project", "certificate"]


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_resumes"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [rights.give("审核", "accounts", {model: [f"view_{model}"] for model in MODELS})]
