"""Slips shown to the editor: with the form, after saving, and on request. None of them keeps anything from being saved."""

from django.contrib import admin, messages

from news.checks import checks


class ChecksDesk(admin.ModelAdmin):
    def render_change_form(self, request, context, **kwargs):
        """With what is in the form; for a new article that nobody has sent yet there is nothing to say."""
        form = context["adminform"].form
        if request.method == "POST" or form.instance.pk:
            context["findings"] = checks(form.instance)
        context["is_only_checked"] = "_check" in request.POST
        context["has_lost_cover"] = "cover" in request.FILES
        return super().render_change_form(request, context, **kwargs)

    def show_findings(self, request, article):
        """After saving, on whatever page comes next."""
        for finding in checks(article):
            messages.warning(request, finding)
