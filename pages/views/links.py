"""友情链接."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from axrc.web.page_cache import for_visitors


@for_visitors
@require_safe
def links(request):
    """The links themselves come with the chrome."""
    return render(request, "pages/links.html", {"crumbs": [("友情链接", "")]})
