"""What the search box offers, for scripts."""

from django.http import JsonResponse
from django.utils import timezone

from axrc.text import printable
from axrc.web.page_cache import for_visitors
from jobs.suggestions import suggestions


@for_visitors
def suggest(request):
    typed = printable(request.GET.get("q", ""))
    return JsonResponse({"suggestions": suggestions(typed, timezone.now())}, json_dumps_params={"ensure_ascii": False})
