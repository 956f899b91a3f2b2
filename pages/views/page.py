"""A page that staff have written, or will write."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from axrc.web.page_cache import for_visitors
from pages.models import Page

# Pages that show facts of the profile beside their text.
TEMPLATES = {
    Page.Slug.CONTACT: "pages/contact.html",
    Page.Slug.CREDENTIALS: "pages/credentials.html",
}


@for_visitors
@require_safe
def page(request, slug):
    found = Page.objects.filter(slug=slug).first()
    title = found.title if found else Page.Slug(slug).label
    context = {"page": found, "title": title, "crumbs": [(title, "")]}
    if found:
        return render(request, TEMPLATES.get(slug, "pages/page.html"), context)
    else:
        return render(request, "pages/in_preparation.html", context, status=404)
