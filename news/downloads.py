"""Gives the documents of articles to those who may read them."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from news.attachments import Attachment


@require_safe
def attachment(request, pk):
    """Always as a download: nothing that was sent is shown as a page of the site."""
    attachment = get_object_or_404(Attachment.objects.visible_to(request.user), pk=pk)
    try:
        file = attachment.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(file, as_attachment=True, filename=attachment.name, content_type=attachment.kind.content_type)
    response["Cache-Control"] = "private, no-cache"
    return response
