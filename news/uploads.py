"""Pictures sent from the editor of articles and pages."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import JsonResponse
from django.views.decorators.http import require_POST

from axrc.web import second_factor
from news import library

WRITERS = ["news.add_article", "news.change_article", "pages.change_page"]


@require_POST
def picture_upload(request):
    """Answers in the form that CKEditor's uploadimage and image dialog read, a refusal too."""
    if not may_write(request.user):
        raise PermissionDenied
    try:
        picture = library.store(sent(request), by=request.user)
    except ValidationError as error:
        return JsonResponse({"uploaded": 0, "error": {"message": error.messages[0]}})
    return JsonResponse({"uploaded": 1, "fileName": picture.file.name.rpartition("/")[2], "url": picture.url})


def may_write(user):
    return second_factor.is_staff(user) and any(user.has_perm(permission) for permission in WRITERS)


def sent(request):
    if "upload" not in request.FILES:
        raise ValidationError("没有收到图片，请重新选择。")
    return request.FILES["upload"]
