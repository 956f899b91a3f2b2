"""The groups of synonyms that staff begin with."""

from pathlib import Path

from django.db import migrations

from axrc.vocabulary.keys import plain

FILE = Path(__file__).parents[1] / "data" / "synonyms.txt"


def add(apps, schema_editor):
    alias = schema_editor.connection.alias
    groups = apps.get_model("vocabulary.SynonymGroup").objects.using(alias)
    synonyms = apps.get_model("vocabulary.Synonym").objects.using(alias)
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            group = groups.create(words=line)
            synonyms.bulk_create(synonyms.model(group=group, word=word, folded=plain(word)) for word in line.split())


class Migration(migrations.Migration):
    dependencies = [("vocabulary", "0001_terms")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop, elidable=False)]
