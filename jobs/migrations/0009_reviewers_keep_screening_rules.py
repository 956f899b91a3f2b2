"""The group 审核 keeps the rules by which postings are screened."""

from django.db import migrations

from axrc.web import rights


class Migration(migrations.Migration):
    dependencies = [
        ("jobs", "0008_first_screening_rules"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [rights.give("审核", "jobs", rights.on("screeningrule"))]
