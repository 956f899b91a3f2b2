"""Pictures sent from the editor of articles and pages."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.http import JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from axrc.web.uploads import reencoded

WRITERS = ["news.add_article", "news.change_article", "pages.change_page"]


@require_POST
def picture_upload(request):
    """Answers in the form that CKEditor's uploadimage and image dialog read, a refusal too."""
    if not may_write(request.user):
        raise PermissionDenied
    try:
        picture = reencoded(sent(request))
    except ValidationError as error:
        return JsonResponse({"uploaded": 0, "error": {"message": error.messages[0]}})
    name = default_storage.save(f"news/{timezone.localdate():%Y/%m}/{picture.name}", picture)
    return JsonResponse({"uploaded": 1, "fileName": picture.name, "url": default_storage.url(name)})


def may_write(user):
    return user.is_active and user.is_staff and any(user.has_perm(permission) for permission in WRITERS)


def sent(request):
    if "upload" not in request.FILES:
        raise ValidationError("没有收到图片，请重新选择。")
    return request.FILES["upload"]
