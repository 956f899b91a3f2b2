"""The picture library; covers become pictures of it, and the group 编辑 may look after it."""

import re
from hashlib import sha256

import django.db.models.deletion
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import migrations, models

EDITORS = "编辑"
# Pictures come in through articles and pages, so nobody adds one in the library itself.
ACTIONS = ["view", "change", "delete"]


def enter_covers(apps, schema_editor):
    """What cannot be found among the files is no cover any more. `manage.py render_pictures` makes the renditions."""
    alias = schema_editor.connection.alias
    articles = apps.get_model("news.Article").objects.using(alias)
    pictures = apps.get_model("news.Picture").objects.using(alias)
    for article in articles.exclude(cover="").only("cover", "cover_width", "cover_height", "author"):
        if article.cover_width and article.cover_height and default_storage.exists(article.cover.name):
            with default_storage.open(article.cover.name) as file:
                digest = sha256(file.read()).hexdigest()
            picture, _ = pictures.get_or_create(
                digest=digest,
                defaults={
                    "file": article.cover.name,
                    "stem": re.sub(r"\.[a-z]+$", "", article.cover.name),
                    "width": article.cover_width,
                    "height": article.cover_height,
                    "uploaded_by_id": article.author_id,
                },
            )
            articles.filter(pk=article.pk).update(cover_picture=picture)


def leave_covers(apps, schema_editor):
    alias = schema_editor.connection.alias
    articles = apps.get_model("news.Article").objects.using(alias)
    for article in articles.exclude(cover_picture=None).select_related("cover_picture").only("cover_picture"):
        picture = article.cover_picture
        articles.filter(pk=article.pk).update(
            cover=picture.file.name, cover_width=picture.width, cover_height=picture.height
        )


def grant(apps, schema_editor):
    alias = schema_editor.connection.alias
    editors, _ = apps.get_model("auth.Group").objects.using(alias).get_or_create(name=EDITORS)
    editors.permissions.add(*permissions(apps, alias))


def withdraw(apps, schema_editor):
    alias = schema_editor.connection.alias
    for editors in apps.get_model("auth.Group").objects.using(alias).filter(name=EDITORS):
        editors.permissions.remove(*permissions(apps, alias))


def permissions(apps, alias):
    """Django itself makes permissions only after all migrations, and leaves alone those that are there by then."""
    content_types = apps.get_model("contenttypes.ContentType").objects.using(alias)
    made = apps.get_model("auth.Permission").objects.using(alias)
    content_type, _ = content_types.get_or_create(app_label="news", model="picture")
    for action in ACTIONS:
        permission, _ = made.get_or_create(
            content_type=content_type, codename=f"{action}_picture", defaults={"name": f"Can {action} 图片"}
        )
        yield permission


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("news", "0003_editors_write_news"),
    ]

    operations = [
        migrations.CreateModel(
            name="Picture",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file", models.FileField(editable=False, max_length=200, upload_to="news/%Y/%m/", verbose_name="文件")),
                ("stem", models.CharField(editable=False, max_length=200, unique=True)),
                ("width", models.PositiveIntegerField(editable=False, verbose_name="宽")),
                ("height", models.PositiveIntegerField(editable=False, verbose_name="高")),
                ("renditions", models.JSONField(default=list, editable=False)),
                ("alternative_text", models.CharField(blank=True, help_text="一句话说出图片上有什么，读给看不见图片的人听", max_length=120, verbose_name="替代文字")),
                ("is_decorative", models.BooleanField(default=False, help_text="图片只是点缀，不读出来", verbose_name="装饰图片")),
                ("sent_as", models.CharField(blank=True, editable=False, max_length=120, verbose_name="原文件名")),
                ("digest", models.CharField(editable=False, max_length=64, unique=True, verbose_name="SHA-256")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="上传时间")),
                ("uploaded_by", models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="上传者")),
            ],
            options={
                "verbose_name": "图片",
                "verbose_name_plural": "图片",
                "ordering": ["-created_at", "-id"],
                "indexes": [models.Index(fields=["-created_at", "-id"], name="picture_newest")],
            },
        ),
        migrations.CreateModel(
            name="PictureUse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("object_id", models.PositiveBigIntegerField()),
                ("content_type", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="contenttypes.contenttype")),
                ("picture", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="uses", to="news.picture", verbose_name="图片")),
            ],
            options={
                "verbose_name": "图片的使用",
                "verbose_name_plural": "图片的使用",
                "indexes": [models.Index(fields=["content_type", "object_id"], name="picture_use_by")],
                "constraints": [models.UniqueConstraint(fields=("picture", "content_type", "object_id"), name="picture_used_once_by_each")],
            },
        ),
        migrations.AddField(
            model_name="article",
            name="cover_picture",
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="covered_articles", to="news.picture", verbose_name="题图"),
        ),
        migrations.RunPython(enter_covers, leave_covers, elidable=True),
        migrations.RemoveField(model_name="article", name="cover"),
        migrations.RemoveField(model_name="article", name="cover_width"),
        migrations.RemoveField(model_name="article", name="cover_height"),
        migrations.RenameField(model_name="article", old_name="cover_picture", new_name="cover"),
        migrations.RunPython(grant, withdraw, elidable=False),
    ]
