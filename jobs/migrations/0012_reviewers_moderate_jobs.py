"""The group 审核 decides about jobs, and keeps the reasons it gives."""

from django.db import migrations

from axrc.web import rights

PERMISSIONS = {
    "job": ["view_job", "change_job", "add_job", "moderate_job"],
    **rights.on("submission", ["view", "change"]),
    **rights.on("sendbackreason"),
}


class Migration(migrations.Migration):
    dependencies = [
        ("jobs", "0011_reasons_to_send_back"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [rights.give("审核", "jobs", PERMISSIONS)]
