"""Making an export, once, and erasing it when its time is over."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.exporting.archive import archive
from accounts.models import Export
from axrc import mail
from axrc.web.private_files import MadeByUs


@transaction.atomic
def make(export_id, at=None):
    """Write the file and tell the person. Does nothing where it is made already, or no longer wanted."""
    export = Export.objects.select_for_update().filter(pk=export_id, made_at=None, user__is_active=True).first()
    if export:
        export.made_at = at or timezone.now()
        export.file.save("export.zip", MadeByUs(archive(export.user, export.made_at)), save=False)
        export.save()
        mail.send(
            "accounts/mail/export_ready",
            to=export.user,
            until=timezone.localtime(export.ends_at),
            path=reverse("my:privacy"),
        )


def expire(at=None):
    """Erase the exports that nobody may fetch any more; gives how many."""
    expired = list(Export.objects.expired(at))
    for export in expired:
        export.delete()
    return len(expired)
