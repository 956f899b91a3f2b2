"""What a report of an error tells its readers: where it happened, and nothing that somebody typed."""

from django.views.debug import SafeExceptionReporterFilter


class WithoutForms(SafeExceptionReporterFilter):
    def get_post_parameters(self, request):
        """Codes, passwords, resumes: the names of the fields are enough."""
        if request is None:
            return {}
        elif self.is_active(request):
            return dict.fromkeys(request.POST, self.cleansed_substitute)
        else:
            return request.POST
