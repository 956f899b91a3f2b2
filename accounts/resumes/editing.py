"""Writing a resume: each step is saved for itself, so two windows do not undo each other."""

from functools import partial

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts import windows
from accounts.models import Resume, ResumeEntry


def of(user):
    """The user's resume; a new one is not saved before something is written into it."""
    return Resume.objects.for_paper().filter(user=user).first() or Resume(user=user)


def saved(user):
    """The same, saved."""
    return Resume.objects.get_or_create(user=user)[0]


def begun(user):
    """The same, locked until the end of the transaction."""
    return Resume.objects.select_for_update().get(pk=saved(user).pk)


@transaction.atomic
def save_step(user, fields, seen=""):
    """Write some fields, {name: value}, on top of the version `seen`, and bring the resume to the top of the newest.

    Raises windows.Overtaken where that would undo what another window has saved.
    """
    resume = begun(user)
    windows.check(resume, fields, seen)
    for name, value in fields.items():
        setattr(resume, name, value)
    resume.save(update_fields=[*fields, "updated_at"])
    ResumeEntry.objects.put(resume)
    return resume


@transaction.atomic
def save_line(user, kind, fields, pk=None, seen=""):
    """Add a line to the user's resume, or change the one that `pk` says, on top of the version `seen`.

    Raises ValidationError where there are as many as there may be, windows.Overtaken where another window was faster.
    """
    resume = begun(user)
    lines = kind.objects.filter(resume=resume)
    line = lines.filter(pk=pk).first()
    if line:
        windows.check(line, fields, seen)
    elif lines.count() >= kind.MOST:
        raise ValidationError(f"{kind._meta.verbose_name}最多填 {kind.MOST} 项，请先删掉不用的", code="too_many")
    else:
        line = kind(resume=resume)
    for name, value in fields.items():
        setattr(line, name, value)
    line.save()
    ResumeEntry.objects.put(Resume.objects.get(pk=resume.pk))


@transaction.atomic
def remove_line(line):
    line.delete()


@transaction.atomic
def save_photo(user, picture):
    """Take the picture, or none, in the place of the old one."""
    replace(begun(user), "photo", picture)


@transaction.atomic
def save_attachment(user, document):
    """Take the document, or none, in the place of the old one."""
    resume = begun(user)
    resume.attachment_name = document.original_name if document else ""
    replace(resume, "attachment", document)


def replace(resume, name, content):
    """The old file goes once nobody can see the row any more."""
    file = getattr(resume, name)
    old = file.name
    if content:
        file.save(content.name, content, save=False)
    else:
        setattr(resume, name, "")
    resume.save()
    if old:
        transaction.on_commit(partial(file.storage.delete, old))
