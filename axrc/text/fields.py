"""A column for rich text. Whatever way it is written, it is stored clean."""

from django.db import models

from axrc.text.cleaning import LONGEST_TYPED, clean


class RichTextField(models.TextField):
    """save() of a model, bulk_create() and update() all come through here; templates may trust what they read."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", LONGEST_TYPED)
        super().__init__(*args, **kwargs)

    def get_db_prep_save(self, value, connection):
        return super().get_db_prep_save(clean(value) if isinstance(value, str) else value, connection)
