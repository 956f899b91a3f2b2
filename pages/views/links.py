"""友情链接."""

from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def links(request):
    """The links themselves come with the chrome."""
    return render(request, "pages/links.html", {"crumbs": [("友情链接", "")]})
