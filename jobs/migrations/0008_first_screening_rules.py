"""The rules that staff begin with. Run again it adds only what is not there."""

from django.db import migrations

from jobs.screening import loading


def add(apps, schema_editor):
    loading.add(apps.get_model("jobs.ScreeningRule").objects.using(schema_editor.connection.alias))


class Migration(migrations.Migration):
    dependencies = [("jobs", "0007_screening_rules")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop, elidable=False)]
