"""Articles and editors with as little said as a test needs."""

from datetime import timedelta
from io import BytesIO

from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from accounts.models import User
from news import library
from news.models import Article, Section

PASSWORD = "quite-a-long-one"


def section(slug="local"):
    return Section.objects.get(slug=slug)


def article(**values):
    """A published one, unless said otherwise."""
    values = {
        "title": "茶农开春采茶",
        "section": values.pop("section", None) or section(),
        "body": "<p>春茶开采。</p>",
        "status": Article.Status.PUBLISHED,
        "published_at": ago(days=1),
    } | values
    if hasattr(values.get("cover"), "read"):
        values["cover"] = library.store(values["cover"], alternative_text="一张照片")
    return Article.objects.create(**values)


def ago(**span):
    return timezone.now() - timedelta(**span)


def hence(**span):
    return timezone.now() + timedelta(**span)


def editor():
    user = User.objects.create_user("editor@example.com", PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get(name="编辑"))
    return user


def seeker():
    return User.objects.create_user("seeker@example.com", PASSWORD)


def staff():
    """Somebody at the site who is not an editor."""
    return User.objects.create_user("staff@example.com", PASSWORD, is_staff=True)


def picture(kind="JPEG", size=(40, 30), name=None, **saving):
    """The file of a picture, as a browser sends it."""
    return SimpleUploadedFile(name or f"picture.{kind.lower()}", picture_bytes(kind, size, **saving))


def picture_bytes(kind="JPEG", size=(40, 30), mode="RGB", **saving):
    buffer = BytesIO()
    Image.new(mode, size, 120 if mode in {"L", "P"} else (90, 140, 60, 200)[: len(mode)]).save(buffer, kind, **saving)
    return buffer.getvalue()


def form(**values):
    """What the admin's form sends for an article."""
    return {
        "title": "茶农开春采茶",
        "section": section().pk,
        "source": "安溪人才网",
        "source_url": "",
        "summary": "",
        "body": "<p>春茶开采。</p>",
        "published_at": "2026-03-05 09:30",
        "status": "published",
    } | values
