"""What an article said at each moment, and who made it say so."""

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import models
from django.utils import timezone

# Kept by the database itself, or following from the rest.
UNKEPT = {"cover_width", "cover_height", "author"}


class RevisionQuerySet(models.QuerySet):
    def newest_first(self):
        return self.order_by("-pk")

    def before(self, revision):
        """The state from which a revision was made, or None for the first."""
        return self.filter(article=revision.article_id, pk__lt=revision.pk).newest_first().first()

    def begin(self, article):
        """An article that is older than its history enters it as it stands, so that its first change can be seen."""
        if not self.filter(article=article).exists():
            self.create(
                article=article, made_at=article.updated_at, editor_id=article.author_id, content=content_of(article)
            )

    def record(self, article, *, by=None, deed=""):
        """Keep the article as the database has it now. Saving what is the same as before is no revision."""
        last = self.filter(article=article).newest_first().first()
        content = content_of(type(article).objects.get(pk=article.pk))
        changed = [name for name in content if last and content[name] != last.content.get(name)]
        if changed or not last:
            self.create(article=article, editor=by, deed=deed, content=content, changed=changed)


class Revision(models.Model):
    """A whole state of an article, not a difference: any of them can be shown, compared and gone back to by itself."""

    article = models.ForeignKey("news.Article", models.CASCADE, verbose_name="文章", related_name="revisions")
    made_at = models.DateTimeField("时间", default=timezone.now)
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="修改人", null=True, blank=True, related_name="+"
    )
    deed = models.CharField("操作", max_length=60, blank=True)
    changed = models.JSONField("改动的字段", default=list)
    content = models.JSONField("内容")

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "修改记录"
        default_permissions = ()

    def __str__(self):
        return f"{timezone.localtime(self.made_at):%Y-%m-%d %H:%M:%S}"


def content_of(article):
    """{name of a field: its value as JSON has it}, for all that an editor can fill in."""
    return {field.name: stored(field, article) for field in kept_fields(type(article))}


def kept_fields(model):
    return [field for field in model._meta.concrete_fields if field.editable and is_kept(field)]


def is_kept(field):
    return not field.primary_key and field.name not in UNKEPT


def stored(field, article):
    value = field.value_from_object(article)
    return value if value is None or isinstance(value, bool | int | str) else field.value_to_string(article)


def value_of(model, name, content):
    """What a field held at the time, as an article holds it (a key for a relation, a name for a file)."""
    field = model._meta.get_field(name)
    return content.get(name) if isinstance(field, models.FileField) else field.to_python(content.get(name))


def is_still_there(model, name, value):
    """Whether what a relation or a file refers to has not been deleted meanwhile."""
    field = model._meta.get_field(name)
    if value and field.is_relation:
        return field.related_model.objects.filter(pk=value).exists()
    elif value and isinstance(field, models.FileField):
        return default_storage.exists(value)
    else:
        return True
