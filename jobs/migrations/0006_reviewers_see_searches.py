"""The group 审核 sees what is searched for, and keeps words off the hot words."""

from django.db import migrations

from axrc.web import rights


class Migration(migrations.Migration):
    dependencies = [
        ("jobs", "0005_searched_words"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    # To add a word is to hide it.
    operations = [rights.give("审核", "jobs", rights.on("searchedword", ["add", "change", "view"]))]
