"""Leads whoever has not agreed to the terms in force to the page that asks."""

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from accounts import consents

# What is asked about, what serves it, and the rights that hang on no consent: to leave, to export, to be deleted.
OPEN = ("/terms/", "/privacy/", "/contact/", "/static/", "/media/", "/my/privacy/", "/healthz")


class ConsentMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated and consents.is_asked(request.session) and not self.is_open(request.path):
            way_back = request.get_full_path() if request.method == "GET" else "/"
            return HttpResponseRedirect(f"{reverse('account:consent')}?{urlencode({'next': way_back})}")
        return self.get_response(request)

    def is_open(self, path):
        ways = ("account:consent", "account_logout", "account_reauthenticate", "mfa_reauthenticate")
        return path.startswith((*OPEN, *map(reverse, ways)))
